/** What the desk asks the officer before it acts. */
import type { Reader } from '../../display/lib/i18n.ts';
import type { TouchTexts } from '../../display/lib/touch.ts';
import type { CounterActionName } from '../../server/contract/http.ts';
import type { DeskView } from '../../server/contract/views-desk.ts';

export type Question =
  | { readonly ask: 'transfer' }
  | { readonly ask: 'incomplete' }
  | { readonly ask: 'outcome' }
  /** With the hourglass, or without. */
  | { readonly ask: 'start' }
  | { readonly ask: 'pause' }
  | { readonly ask: 'open' }
  /** A number that is not the next: it is called out of turn, most likely. */
  | { readonly ask: 'out-of-turn'; readonly ticket: string }
  /** The numbers that no other open counter serves. */
  | { readonly ask: 'close'; readonly tickets: readonly string[] };

/** What every question is given. */
export interface AskProps {
  readonly view: DeskView;
  readonly reader: Reader;
  readonly texts: TouchTexts;
  readonly go: (action: CounterActionName, body?: Readonly<Record<string, unknown>>) => void;
}

/**
 * Whether the officer is asked for a reason first: not for the next in turn, and not for somebody who was called
 * before and set aside.
 */
export function isOutOfTurn({ next, aside }: DeskView, ticket: string): boolean {
  const plain = (number: string) => number.replace('-', '').toUpperCase();
  const known = [...next.slice(0, 1), ...aside].map(({ number }) => plain(number));
  return !known.includes(plain(ticket));
}
