/** Where a called visitor goes, in words: the counter, its name, and which way. */
import type { TicketView } from '../../server/contract/views.ts';
import { nameIn, type Reader } from '../lib/i18n.ts';

/** The name and the way, each where somebody said it. */
export function wayTo({ counterName, direction }: TicketView, { language, texts }: Reader): string[] {
  const name = counterName ? [nameIn(counterName, language)] : [];
  return direction ? [...name, texts.board.directions[direction]] : name;
}

/** `Loket 3, Prioritas, Ke kiri`; empty where it is called to no counter. */
export function placeOf(view: TicketView, reader: Reader): string {
  if (view.counter === null) return '';
  return [`${reader.texts.counter} ${view.counter}`, ...wayTo(view, reader)].join(', ');
}
