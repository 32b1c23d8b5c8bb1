/** What a lobby display announced and showed, against what the journal says that it had to. */
import type { AnnounceMessage } from '../../../server/contract/socket.ts';
import type { LobbyView } from '../../../server/contract/views.ts';
import { type Difference, differenceOf, one, skippingDifferenceOf } from './difference.ts';
import type { Recorded } from './recorded.ts';

export interface SeenLobby {
  readonly name: string;
  /** The counters that it calls for; null: all. */
  readonly counters: readonly number[] | null;
  readonly announcements: readonly AnnounceMessage[];
  readonly views: readonly LobbyView[];
  /** The hub's time of its first view. */
  readonly from: number;
}

/** What is on show at the end: the last eight calls, the latest announcement first. */
const mostCalls = 8;

export function compareLobby(
  lobby: SeenLobby,
  where: string,
  recorded: Recorded,
  brief: number,
): Difference[] {
  const concerns = ({ counter }: { counter: number }) => lobby.counters?.includes(counter) ?? true;
  const journal = recorded.announcements.filter(concerns).map(inWords);
  const known = new Set(journal);
  const shown = lobby.views.flatMap(({ calls }) => calls).map(inWords);
  const strange = shown.filter((call) => !known.has(call)).slice(0, 1);
  return [
    ...differenceOf(`${where}, announcements`, lobby.announcements.map(inWords), journal),
    ...strange.map((seen) => ({ where: `${where}, calls on show`, seen, journal: 'never announced' })),
    ...compareCounters(lobby, where, recorded, brief),
    ...compareEnd(lobby, where, recorded, recorded.calls.filter(concerns)),
  ];
}

/** The number beside each counter, all day long. */
function compareCounters(
  { views, from }: SeenLobby,
  where: string,
  recorded: Recorded,
  brief: number,
): Difference[] {
  return (views[0]?.counters ?? []).flatMap(({ counter }, place) => {
    const seen = views.map(({ counters }) => counters[place]?.number ?? '');
    const shown = recorded.atCounters.get(counter) ?? [];
    const journal = shown.map(({ text, at }) => ({ text: text.split(' ', 1)[0] ?? '', at }));
    const all = [{ text: '', at: 0 }, ...journal];
    return skippingDifferenceOf(`${where}, counter ${counter}`, seen, all, { from, brief });
  });
}

function compareEnd(
  { views }: SeenLobby,
  where: string,
  recorded: Recorded,
  calls: Recorded['calls'],
): Difference[] {
  const { calls: shown = [], counters = [] } = views.at(-1) ?? {};
  // The play may end before or after midnight, when boards go blank.
  const isBlank = recorded.kinds.has('DayEnded') && shown.length === 0;
  const latest = isBlank ? [] : latestOf(calls, recorded);
  return [
    ...differenceOf(`${where}, calls at the end`, shown.map(inWords), latest.map(inWords)),
    ...counters.flatMap(({ counter, state, number }) => {
      const theirs = recorded.counters.get(counter);
      const there = recorded.visits.get(theirs?.current ?? '')?.number ?? 'nobody';
      const journal = `${theirs?.state ?? 'closed'}, ${there}`;
      return one(`${where}, counter ${counter} at the end`, `${state}, ${number ?? 'nobody'}`, journal);
    }),
  ];
}

function latestOf(calls: Recorded['calls'], recorded: Recorded): Recorded['calls'] {
  const standing = calls.filter(({ undone }) => !undone);
  const heard = standing.map((call) => ({ ...call, at: lastHeard(call, recorded) })).reverse();
  return heard.sort((a, b) => b.at - a.at).slice(0, mostCalls);
}

/** When the call was announced as often as it counts now; an announcement that was taken back does not count. */
function lastHeard({ callId, times, at }: Recorded['calls'][number], { announcements }: Recorded): number {
  return announcements.findLast((one) => one.callId === callId && one.times === times)?.at ?? at;
}

type Heard = Pick<AnnounceMessage, 'callId' | 'number' | 'counter' | 'times'>;

const inWords = ({ callId, number, counter, times }: Heard): string =>
  `${number} to ${counter}${times > 1 ? `, ${times} times` : ''} (${callId})`;
