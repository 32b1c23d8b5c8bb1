/** What boards, displays and phones showed, against what the journal says that they had to show. */
import type { AnnounceMessage } from '../../../server/contract/socket.ts';
import type { CounterView, TicketView } from '../../../server/contract/views.ts';
import { compareLobby, type SeenLobby } from './compare-lobby.ts';
import { type Difference, differenceOf, one, skippingDifferenceOf } from './difference.ts';
import type { Recorded } from './recorded.ts';
import { atCounterOf, wayOf } from './shown.ts';

interface SeenScreen<V> {
  readonly name: string;
  readonly announcements: readonly AnnounceMessage[];
  readonly views: readonly V[];
  /** The hub's time of its first view. */
  readonly from: number;
}

export interface SeenScreens {
  /** By counter: each board's texts in order. */
  readonly boards: readonly { readonly counter: number; readonly texts: readonly string[] }[];
  readonly lobbies: readonly SeenLobby[];
  readonly counters: readonly (SeenScreen<CounterView> & { readonly counter: number })[];
  readonly phones: readonly (SeenScreen<TicketView> & { readonly code: string })[];
}

/** @param brief what lasted less may never have been shown, in milliseconds of the office's time */
export function compareScreens(screens: SeenScreens, recorded: Recorded, brief: number): Difference[] {
  return [
    ...screens.boards.flatMap(({ counter, texts }) => {
      const journal = (recorded.boards.get(counter) ?? ['']).map((shown) => shown.split(' ', 1)[0] ?? '');
      return differenceOf(`board ${counter}`, texts, journal);
    }),
    ...screens.lobbies.flatMap((lobby, index) =>
      compareLobby(lobby, `display ${index + 1} (${lobby.name})`, recorded, brief),
    ),
    ...screens.counters.flatMap(({ counter, views, name, from }) => {
      const journal = [{ text: '', at: 0 }, ...(recorded.atCounters.get(counter) ?? [])];
      const seen = views.map(({ number, call }) => (number === null ? '' : atCounterOf(number, call)));
      return skippingDifferenceOf(`display ${name}`, seen, journal, { from, brief });
    }),
    ...screens.phones.flatMap((phone) => comparePhone(phone, recorded, brief)),
  ];
}

function comparePhone(
  { code, views, from }: SeenScreens['phones'][number],
  recorded: Recorded,
  brief: number,
): Difference[] {
  const visit = recorded.visits.get(code);
  const seen = views.map(({ state, counter, call }) => wayOf(state, counter, call));
  const journal = [{ text: 'waiting', at: visit?.takenAt ?? 0 }, ...(recorded.ways.get(code) ?? [])];
  const number = visit?.number ?? 'unknown';
  const wrong = views.find((view) => view.number !== number);
  return [
    ...skippingDifferenceOf(`phone of ${number}`, seen, journal, { from, brief }),
    ...(wrong ? one(`phone of ${number}, number`, wrong.number, number) : []),
  ];
}
