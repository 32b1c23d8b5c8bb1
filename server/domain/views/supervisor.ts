/** `supervisor`: the room now, for whoever heads the office. Only staff see it: it names officers. */
import type { SupervisorView } from '../../contract/views-supervisor.ts';
import type { State } from '../decision.ts';
import { officeOf } from '../decision.ts';
import { closedNow } from '../hours/closed.ts';
import { toIso, toIsoOrNull } from '../instant.ts';
import { paperPrefix } from '../queue/paper-numbers.ts';
import type { Visit } from '../visit.ts';
import { isAway } from '../visit.ts';
import { aheadOf } from './ahead.ts';
import { bookingsToday } from './bookings-today.ts';
import { lineupOf, officeSummary, type ViewContext } from './context.ts';
import { countersOf } from './counters-at-a-glance.ts';
import { type DevicesAround, devicesOf, type Presence } from './device.ts';
import { newcomerEstimate } from './estimate.ts';
import { namesOf } from './names.ts';
import { shownEntry } from './out-of-turn.ts';
import { quotasToday, stoppedNow } from './places-left.ts';
import { promisesOf } from './promises.ts';

/** What the hub's surroundings know, and the domain does not. */
export interface Surroundings {
  readonly alarms: Iterable<string>;
  /** By device id. */
  readonly presence: Presence;
  readonly devices?: DevicesAround;
  /** Network time in milliseconds since 1970: sessions do not follow a rehearsal's clock. */
  readonly now: number;
}

const mostOutOfTurn = 30;

export function supervisorView(state: State, context: ViewContext, around: Surroundings): SupervisorView {
  const { day } = state;
  const visits = [...day.visits.values()];
  return {
    office: officeSummary(state, context),
    date: day.date,
    alarms: [...around.alarms],
    closed: closedNow(state),
    room: roomOf(state, visits),
    promises: promisesOf(state, visits, context),
    ahead: aheadOf(state, context),
    counters: countersOf(state, visits),
    queues: queuesOf(state, context),
    cases: [...day.door.cases.values()]
      .filter(({ decision }) => decision === null)
      .map(({ number, openedAt, notifiedAt }) => ({
        case: number,
        openedAt: toIso(openedAt),
        notifiedAt: toIsoOrNull(notifiedAt),
      })),
    ...outOfTurnOf(state),
    quotas: quotasToday(state),
    stopped: stoppedNow(state, context.at),
    ...bookingsToday(state),
    claimsOpen: [...state.calendar.claims.values()].filter(({ closed }) => closed === null).length,
    requestsOpen: [...state.calendar.offsite.requests.values()].filter((one) => one.state === 'asked').length,
    outages: day.outages.map(({ from, to, noticed }) => ({ from: toIso(from), to: toIso(to), noticed })),
    ...devicesOf(state, around.presence, around.devices),
    officers: officersOf(state, around.now),
    services: officeOf(state).services.flatMap(({ id, offsite }) => (offsite ? [] : [id])),
    paperPrefix: paperPrefix(officeOf(state)),
    names: namesOf(officeOf(state), {}),
  };
}

function roomOf(state: State, visits: readonly Visit[]): SupervisorView['room'] {
  const { day } = state;
  const { capacity = null } = officeOf(state);
  const count = (is: (visit: Visit) => boolean): number => visits.filter(is).length;
  return {
    inside: capacity === null && !day.door.counted ? null : day.door.inside,
    capacity,
    outside: day.outside.size,
    waiting: day.waiting.size,
    atCounters: count(({ state: now }) => now === 'called' || now === 'serving'),
    aside: count((visit) => visit.state === 'held' || isAway(visit)),
    done: count(({ state: now }) => now === 'done'),
    issued: visits.length,
  };
}

function queuesOf(state: State, context: ViewContext): SupervisorView['queues'] {
  const { services } = officeOf(state);
  /** FC11: a newcomer joins the queue of the first step alone. */
  const isFirst = (service: string, step: string): boolean =>
    services.find(({ id }) => id === service)?.steps[0] === step;
  return lineupOf(state, context)
    .counts()
    .map(({ oldest, ...queue }) => ({
      ...queue,
      oldest: toIso(oldest),
      estimate: isFirst(queue.service, queue.step)
        ? newcomerEstimate(context, queue.service, queue.lane)
        : null,
    }));
}

function outOfTurnOf(state: State): Pick<SupervisorView, 'outOfTurn' | 'outOfTurnOpen'> {
  const entries = [...state.day.outOfTurn.values()];
  return {
    outOfTurnOpen: entries.filter(({ closed }) => closed === null).length,
    outOfTurn: entries
      .toReversed()
      .slice(0, mostOutOfTurn)
      .map((entry) => shownEntry(state, entry)),
  };
}

function officersOf({ calendar, day }: State, now: number): SupervisorView['officers'] {
  const counters = new Map([...day.officers].map(([counter, officer]) => [officer, counter]));
  const signedIn = new Set(
    [...calendar.sessions.values()].flatMap(({ officer, until }) =>
      until > now && officer ? officer.id : [],
    ),
  );
  return [...calendar.officers.values()].map(({ id, name, role }) => ({
    id,
    name,
    role,
    counter: counters.get(id) ?? null,
    signedIn: signedIn.has(id),
  }));
}
