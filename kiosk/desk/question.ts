/** What the desk asks the officer before it acts. */
import type { Failure } from '../../display/lib/api.ts';
import type { Reader } from '../../display/lib/i18n.ts';
import type { TouchTexts } from '../../display/lib/touch.ts';
import type { CounterActionName } from '../../server/contract/http.ts';
import type { DeskView } from '../../server/contract/views-desk.ts';
import type { DeskTexts } from './texts.ts';

export type Question =
  | { readonly ask: 'transfer' }
  | { readonly ask: 'incomplete' }
  | { readonly ask: 'outcome' }
  /** What is asked of every visit once: this list first. */
  | { readonly ask: 'list'; readonly list: string }
  /** With the hourglass, or without. */
  | { readonly ask: 'start' }
  | { readonly ask: 'pause' }
  | { readonly ask: 'open' }
  /** Of the visit at the counter: its holder's identity number. */
  | { readonly ask: 'identity' }
  /** What became of the money; of the visit here, or of one that is gone. */
  | { readonly ask: 'claim'; readonly claim: DeskView['claims'][number] }
  /** A place on another day for somebody who stands here. */
  | { readonly ask: 'booking' }
  /** A number that is not the next: it is called out of turn, most likely. */
  | { readonly ask: 'out-of-turn'; readonly ticket: string }
  /** The numbers that no other open counter serves. */
  | { readonly ask: 'close'; readonly tickets: readonly string[] };

/** What every question is given. */
export interface AskProps {
  readonly view: DeskView;
  readonly reader: Reader;
  readonly texts: TouchTexts;
  readonly more: DeskTexts;
  readonly go: (action: CounterActionName, body?: Readonly<Record<string, unknown>>) => void;
  /** What is asked of the hub beyond the actions of a counter; null when it was done. */
  readonly does: (path: string, body: object) => Promise<Failure | null>;
  readonly cancel: () => void;
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
