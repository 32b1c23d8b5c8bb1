/** What the kiosk shows: one question or one answer at a time. */
import type { Failure } from '../../display/lib/api.ts';
import type { KioskTexts } from '../../display/lib/kiosk-texts.ts';
import type { TicketAnswer } from '../../server/contract/http.ts';
import type { Need } from '../../server/contract/values.ts';
import type { Attempt } from './errands.ts';

export type Screen =
  | { readonly at: 'services' }
  | { readonly at: 'lane'; readonly service: string }
  | { readonly at: 'wishes'; readonly before: Screen }
  | { readonly at: 'making' }
  | { readonly at: 'given'; readonly ticket: TicketAnswer; readonly people: number }
  | { readonly at: 'missed' }
  | { readonly at: 'other-day' }
  | { readonly at: 'returned'; readonly number: string }
  | { readonly at: 'refused'; readonly failure: Failure; readonly attempt: Attempt }
  | { readonly at: 'sign-in' };

/** What somebody may say of themselves, by choice. */
export interface Wishes {
  readonly people: number;
  readonly needs: readonly Need[];
}

export const noWishes: Wishes = { people: 1, needs: [] };

/** The words of the quiet key: what it is for, or what was said. */
export function wishesSaid({ people, needs }: Wishes, texts: KioskTexts): string {
  const said = [
    ...(people > 1 ? [texts.people(people)] : []),
    ...needs.map((need) => texts.needs[need].name),
  ];
  return said.length === 0 ? texts.wishes : said.join(' · ');
}

/** A choice left on the screen is not for the next person to find. */
export const idleMs = 30_000;

/** On these the same key is tapped quickly several times, and means it. */
export const tappedQuickly: ReadonlySet<Screen['at']> = new Set(['missed', 'other-day', 'wishes']);
