/** What boards, displays and phones showed, against what the journal says that they had to show. */
import type { AnnounceMessage } from '../../../server/contract/socket.ts';
import type { CounterView, TicketView } from '../../../server/contract/views.ts';
import { compareLobby, type SeenLobby } from './compare-lobby.ts';
import { type Difference, differenceOf, one, skippingDifferenceOf } from './difference.ts';
import { type Recorded, wayOf } from './recorded.ts';

interface SeenScreen<V> {
  readonly name: string;
  readonly announcements: readonly AnnounceMessage[];
  readonly views: readonly V[];
}

export interface SeenScreens {
  /** By counter: each board's texts in order. */
  readonly boards: readonly { readonly counter: number; readonly texts: readonly string[] }[];
  readonly lobbies: readonly SeenLobby[];
  readonly counters: readonly (SeenScreen<CounterView> & { readonly counter: number })[];
  readonly phones: readonly (SeenScreen<TicketView> & { readonly code: string })[];
}

export function compareScreens(screens: SeenScreens, recorded: Recorded): Difference[] {
  return [
    ...screens.boards.flatMap(({ counter, texts }) => {
      const journal = (recorded.boards.get(counter) ?? ['']).map((shown) => shown.split(' ', 1)[0] ?? '');
      return differenceOf(`board ${counter}`, texts, journal);
    }),
    ...screens.lobbies.flatMap((lobby, index) =>
      compareLobby(lobby, `display ${index + 1} (${lobby.name})`, recorded),
    ),
    ...screens.counters.flatMap(({ counter, views, name }) => {
      const journal = ['', ...(recorded.atCounters.get(counter) ?? [])];
      const seen = withoutRepeats(views.map(({ number }) => number ?? ''));
      return skippingDifferenceOf(`display ${name}`, seen, withoutRepeats(journal));
    }),
    ...screens.phones.flatMap(({ code, views }) => comparePhone(code, views, recorded)),
  ];
}

function comparePhone(code: string, views: readonly TicketView[], recorded: Recorded): Difference[] {
  const visit = recorded.visits.get(code);
  const seen = withoutRepeats(views.map(({ state, counter }) => wayOf(state, counter)));
  const journal = withoutRepeats(['waiting', ...(recorded.ways.get(code) ?? [])]);
  const number = visit?.number ?? 'unknown';
  const wrong = views.find((view) => view.number !== number);
  return [
    ...skippingDifferenceOf(`phone of ${number}`, seen, journal),
    ...(wrong ? one(`phone of ${number}, number`, wrong.number, number) : []),
  ];
}

const withoutRepeats = (list: readonly string[]): string[] =>
  list.filter((shown, place) => place === 0 || shown !== list[place - 1]);
