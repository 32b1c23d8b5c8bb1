/** What the kiosk shows: one question or one answer at a time. */
import type { Failure } from '../../display/lib/api.ts';
import type { KioskTexts } from '../../display/lib/kiosk-texts.ts';
import type { TicketAnswer } from '../../server/contract/http.ts';
import type { Name, Need } from '../../server/contract/values.ts';
import type { TicketView } from '../../server/contract/views.ts';
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
  | { readonly at: 'camera' }
  | { readonly at: 'collect'; readonly code: string; readonly places: readonly Place[] }
  | { readonly at: 'returned'; readonly number: string }
  /** Somebody has a number already: where it stands. */
  | { readonly at: 'yours'; readonly ticket: TicketView }
  /** `number`: the one that was meant, where it is known. */
  | {
      readonly at: 'refused';
      readonly failure: Failure;
      readonly attempt: Attempt;
      readonly number?: string;
    }
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
/** For so long before, whoever stands there is asked. */
export const askMs = 10_000;

/** They go away by themselves: all is said. */
export const parting: ReadonlySet<Screen['at']> = new Set(['given', 'returned', 'yours']);

/** On these nothing can be begun. */
const unscanned: ReadonlySet<Screen['at']> = new Set(['making', 'sign-in']);
export const mayScan = (at: Screen['at']): boolean => !unscanned.has(at);

/** What a person may type there at once, however quickly: it is no scan. */
const typed: Partial<Record<Screen['at'], RegExp>> = {
  missed: /^[a-z]{0,3}-?\d{1,6}$/i,
  name: /^[\p{L} '’.-]+$/u,
  birth: /^\d{1,8}$/,
  phone: /^\d{1,15}$/,
};
export const isTypedText = (at: Screen['at'], text: string): boolean => typed[at]?.test(text) ?? false;
/** Its Enter is for what is typed. */
export const isTyped = (at: Screen['at']): boolean => at === 'code' || at === 'sign-in' || at in typed;

/** On these the same key is tapped quickly several times, and means it. */
const tappedQuickly: ReadonlySet<string> = new Set([
  'missed',
  'code',
  'wishes',
  'slots',
  'name',
  'birth',
  'phone',
]);
export const isTappedQuickly = (at: string): boolean => tappedQuickly.has(at);
