/** What the kiosk asks of the hub. An attempt that is repeated has one effect. */
import { attemptKey } from '../../display/lib/api.ts';
import type { TicketBody } from '../../server/contract/http.ts';
import type { Draft } from './booking/draft.ts';
import { codeIn, shortCodeIn } from './codes.ts';
import { isTypedText, mayScan, noWishes, type Screen, type Wishes } from './screen.ts';

/**
 * `check-in`: by a code of any kind; `service`: where there was a choice; `otherwise`: what the scanner may have meant
 * too. `scan`: something that is no code of ours. `days`: which dates have room; `on`: the one that was chosen already,
 * of as many people as one booking has at most.
 */
export type Errand =
  | { readonly do: 'take'; readonly body: TicketBody }
  | { readonly do: 'return'; readonly ticket: string }
  | {
      readonly do: 'check-in';
      readonly code: string;
      readonly service?: string;
      readonly otherwise?: string;
    }
  | { readonly do: 'scan' }
  | {
      readonly do: 'days';
      readonly draft: Draft;
      readonly from: string;
      readonly days: number;
      readonly on?: { readonly date: string; readonly party: number };
    }
  | { readonly do: 'book'; readonly draft: Draft };

/** `key` stays the same however often it is tried; `before`: where the errand began. */
export interface Attempt {
  readonly errand: Errand;
  readonly key: string;
  readonly before: Screen;
}

export const firstAttempt = (errand: Errand, before: Screen): Attempt => ({
  errand,
  key: attemptKey(),
  before,
});

/** Only what was chosen is sent. */
export const takeErrand = (service: string, lane: string | undefined, { people, needs }: Wishes): Errand => ({
  do: 'take',
  body: {
    service,
    ...(lane === undefined ? {} : { lane }),
    ...(people === noWishes.people ? {} : { people }),
    ...(needs.length === 0 ? {} : { needs: [...needs] }),
  },
});

/** The code in a text: of a ticket or a booking, or a short one. */
export const anyCodeIn = (text: string): string | null => codeIn(text) ?? shortCodeIn(text);

/** Here what is no code of ours is told so; elsewhere it is nobody's answer. */
const told: ReadonlySet<Screen['at']> = new Set(['services', 'code', 'missed', 'name', 'birth', 'phone']);

/** What a scan means where somebody stands; null: nothing. A ticket of today is scanned when it was missed. */
export function errandScanned(at: Screen['at'], readings: readonly string[]): Errand | null {
  if (!mayScan(at) || readings.some((text) => isTypedText(at, text))) return null;
  const [ticket] = readings.flatMap((text) => codeIn(text) ?? []);
  if (at === 'missed' && ticket !== undefined) return { do: 'return', ticket };
  const [code, otherwise] = new Set(readings.flatMap((text) => anyCodeIn(text) ?? []));
  if (code !== undefined) return { do: 'check-in', code, ...(otherwise === undefined ? {} : { otherwise }) };
  return told.has(at) ? { do: 'scan' } : null;
}
