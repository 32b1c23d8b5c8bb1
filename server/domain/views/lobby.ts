/** `lobby`, `lobby:<zone>`: the calls, the counters, and who waits. */
import type { CounterSetup, Office } from '../../contract/office.ts';
import type { LobbyView } from '../../contract/views.ts';
import type { Call, Day } from '../day.ts';
import { counterOf, currentVisit } from '../day.ts';
import type { State } from '../decision.ts';
import { officeOf } from '../decision.ts';
import { roomOf } from '../door/room.ts';
import { toIso } from '../instant.ts';
import { lineupOf, officeSummary, type ViewContext } from './context.ts';
import { newcomerEstimate } from './estimate.ts';
import { namesOf } from './names.ts';
import { shownBeside } from './notices.ts';
import { placesLeft, stoppedNow } from './places-left.ts';
import { waitingCounts } from './waiting.ts';

const mostCalls = 8;
/** Where more counters than these are listed, their names would make the view longer than 4 KB: */
const namedCounters = 12;
/** the counters of so many calls, which are shown large, are named alone. */
const namedCalls = 5;

/** @param zone null: the whole office. A counter without a zone belongs to every zone. */
export function lobbyView(state: State, context: ViewContext, zone: string | null): LobbyView {
  const { day } = state;
  const office = officeOf(state);
  const room = roomOf(state);
  const counters = countersOf(office, zone);
  const calls = lastCalls(day, new Set(counters.map(({ number }) => number)));
  const steps = zone === null ? null : new Set(counters.flatMap((counter) => counter.steps));
  const newest = new Set(calls.slice(0, namedCalls).map(({ counter }) => counter));
  const isTold = ({ number }: CounterSetup) => counters.length <= namedCounters || newest.has(number);
  const stopped = stoppedNow(state, context.at);
  const waiting = waitingCounts(office, lineupOf(state, context).counts(), steps);
  const places = placesLeft(state);
  return {
    office: officeSummary(state, context),
    zone,
    calls: calls.map(({ callId, number, counter, step, at, times }) => ({
      callId,
      number,
      counter,
      step,
      at: toIso(at),
      times,
    })),
    counters: counters.map((counter) => ({
      ...atCounter(day, counter),
      ...(isTold(counter) ? whereIs(counter) : {}),
    })),
    waiting: waiting.map((queue) => ({
      ...queue,
      estimate: newcomerEstimate(context, queue.service, queue.lane),
    })),
    names: namesOf(office, {
      steps: calls.map(({ step }) => step),
      services: waiting.map(({ service }) => service),
      lanes: [...waiting, ...places].map(({ lane }) => lane),
    }),
    inside: room.inside,
    capacity: room.capacity,
    places,
    stopped,
    closed: isAtRest(day) && stopped ? { opensAt: stopped.opensAt } : null,
    ...shownBeside(office, context, day.date, zone),
  };
}

/** LB1: nobody waits, and no counter is open or paused. */
const isAtRest = ({ waiting, counters }: Day): boolean =>
  waiting.size === 0 && [...counters.values()].every(({ state }) => state === 'closed');

/** Whether there is a board of the zone; null: of the whole office. */
export const hasZone = ({ counters }: Office, zone: string | null): boolean =>
  zone === null || counters.some((counter) => counter.zone === zone);

/** Whether the board of the zone calls for the counter. */
export const belongsTo = (counter: CounterSetup | undefined, zone: string): boolean =>
  counter !== undefined && (counter.zone === undefined || counter.zone === zone);

const countersOf = (office: Office, zone: string | null): readonly CounterSetup[] =>
  zone === null ? office.counters : office.counters.filter((counter) => belongsTo(counter, zone));

/** Newest announcement first: an old call that is announced again is on top. */
function lastCalls({ calls }: Day, counters: ReadonlySet<number>): readonly Call[] {
  const last: Call[] = [];
  for (const ofStep of calls.values()) {
    for (const call of ofStep) if (counters.has(call.counter)) keepNewest(last, call);
  }
  return last;
}

function keepNewest(last: Call[], call: Call): void {
  const place = last.findIndex(
    (other) => other.at < call.at || (other.at === call.at && other.ordinal < call.ordinal),
  );
  if (place === -1 && last.length >= mostCalls) return;
  last.splice(place === -1 ? last.length : place, 0, call);
  if (last.length > mostCalls) last.pop();
}

function atCounter(day: Day, { number }: CounterSetup): LobbyView['counters'][number] {
  const counter = counterOf(day, number);
  return { counter: number, state: counter.state, number: currentVisit(day, counter)?.number ?? null };
}

function whereIs({
  name,
  direction,
}: CounterSetup): Pick<LobbyView['counters'][number], 'name' | 'direction'> {
  return { ...(name ? { name } : {}), ...(direction ? { direction } : {}) };
}
