/** What the kiosk shows: one question or one answer at a time. */
import type { Failure } from '../../display/lib/api.ts';
import type { KioskTexts } from '../../display/lib/kiosk-texts.ts';
import type { TicketAnswer } from '../../server/contract/http.ts';
import type { Name, Need } from '../../server/contract/values.ts';
import type { Question } from './booking/draft.ts';
import type { Attempt } from './errands.ts';

/** Where a thing can be collected with one code. */
export interface Place {
  readonly service: string;
  readonly serviceName: Name;
}

export type Screen =
  | { readonly at: 'services' }
  | { readonly at: 'lane'; readonly service: string }
  | { readonly at: 'wishes'; readonly before: Screen }
  | { readonly at: 'making' }
  /** `wanted`: the lane that was asked for; null: none was. */
  | {
      readonly at: 'given';
      readonly ticket: TicketAnswer;
      readonly people: number;
      readonly wanted: string | null;
    }
  | { readonly at: 'missed' }
  | { readonly at: 'code' }
  | { readonly at: 'collect'; readonly code: string; readonly places: readonly Place[] }
  | { readonly at: 'returned'; readonly number: string }
  | { readonly at: 'refused'; readonly failure: Failure; readonly attempt: Attempt }
  | { readonly at: 'sign-in' }
  | Question;

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
export const tappedQuickly: ReadonlySet<Screen['at']> = new Set([
  'missed',
  'code',
  'wishes',
  'slots',
  'name',
  'birth',
  'phone',
]);
