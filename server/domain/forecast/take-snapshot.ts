/** The state of the hub as a snapshot for the forecast: a millisecond for a thousand visits, and nothing personal in it. */
import type { Office } from '../../contract/office.ts';
import { type Counter, counterOf, type Day } from '../day.ts';
import { officeOf, type State } from '../decision.ts';
import { dayOn } from '../hours/hours-of-day.ts';
import type { Instant } from '../instant.ts';
import { promised } from '../queue/promised.ts';
import { keptAt, reachOf } from '../queue/reach.ts';
import { isOpen, type Visit } from '../visit.ts';
import type { Newcomer, Snapshot, SnapshotCounter, SnapshotVisit } from './snapshot.ts';
import type { Today } from './today.ts';

export function takeSnapshot(state: State, today: Today, at: Instant): Snapshot {
  const { day } = state;
  const office = officeOf(state);
  const { inside, counted } = day.door;
  const capacity = office.capacity ?? null;
  return {
    at,
    date: day.date,
    dayBegan: dayOn(day.date, office.timeZone).begins,
    lanes: office.lanes.map(({ id, first, atMost = null }) => ({ id, first, atMost })),
    counters: countersOf(state, at),
    closed: office.counters
      .filter(({ number }) => counterOf(day, number).state !== 'open')
      .map(({ number, steps, lanes }) => ({ number, steps, lanes })),
    visits: [...visitsOf(state, office), ...comingTo(state, office, at)],
    lastLanes: lastLanesOf(day),
    steps: today.steps(at),
    newcomers: newcomersTo(office, at),
    ...today.take(),
    room: {
      inside: capacity === null && !counted ? null : inside,
      capacity,
      cameIn: today.cameIn(at),
    },
  };
}

/** Open ones, and those whose pause has an end. */
function countersOf(state: State, at: Instant): SnapshotCounter[] {
  const { day } = state;
  return [...day.counters.values()]
    .filter((counter) => counter.state === 'open' || counter.pause?.until != null)
    .map((counter) => ({
      ...reachTo(officeOf(state), counter),
      from: Math.max(at, counter.pause?.until ?? at),
      busy: busyWith(day, counter),
    }));
}

function reachTo(office: Office, counter: Counter): Pick<SnapshotCounter, 'number' | 'steps' | 'lanes'> {
  const { steps, lanes } = reachOf(office, counter);
  return { number: counter.number, steps, lanes };
}

function busyWith({ visits }: Day, { current }: Counter): SnapshotCounter['busy'] {
  const visit = current === null ? undefined : visits.get(current);
  if (!visit || visit.calledAt === null) return null;
  return { since: visit.calledAt, step: visit.step, service: visit.service };
}

/** Who waits and who is at a counter. Who is held, missed or sent away comes back nobody knows when. */
function visitsOf(state: State, office: Office): SnapshotVisit[] {
  const { day } = state;
  const visits: SnapshotVisit[] = [];
  const inside = new Map(office.services.map((service) => [service.id, service.inside]));
  const add = (visit: Visit | undefined): void => {
    if (!visit || !isOpen(visit) || visit.state === 'held') return;
    visits.push(shown(state, visit, inside.get(visit.service) ?? true));
  };
  for (const code of day.waiting) add(day.visits.get(code));
  for (const { current } of day.counters.values()) if (current !== null) add(day.visits.get(current));
  return visits;
}

function shown(state: State, visit: Visit, isInside: boolean): SnapshotVisit {
  const waits = visit.state === 'waiting';
  const runs = visit.promise === 'running' && !state.day.brokenPromises.has(visit.code);
  return {
    code: visit.code,
    service: visit.service,
    lane: visit.lane,
    step: visit.step,
    todo: visit.todo,
    turn: visit.turn,
    arrivedAt: visit.arrivedAt,
    place: visit.place,
    from: visit.notBefore ?? visit.arrivedAt,
    onlyAt: keptAt(state, visit)?.number ?? null,
    at: waits ? null : visit.counter,
    since: visit.waitsSince ?? visit.arrivedAt,
    promiseAt: runs ? visit.promiseAt : null,
    until: visit.until,
    isComing: false,
    inside: isInside && !visit.outside ? visit.people : 0,
  };
}

/** FC9: booked for today and not here yet: expected at the slot, in the order that their booking gives; late ones no more. */
function comingTo({ calendar, day }: State, office: Office, at: Instant): SnapshotVisit[] {
  const { booking } = office;
  if (!booking) return [];
  const coming: SnapshotVisit[] = [];
  for (const code of calendar.bookings.byDate.get(day.date) ?? []) {
    const booked = calendar.bookings.all.get(code);
    if (booked?.state !== 'live' || booked.slot === null || at > booked.slot + booking.grace) continue;
    const [step = '', ...todo] = office.services.find(({ id }) => id === booked.service)?.steps ?? [];
    const expected = Math.max(at, booked.slot);
    coming.push({
      ...{ code: booked.code, service: booked.service, lane: booked.lane, step, todo },
      ...{ turn: booked.slot + booking.within, arrivedAt: expected, place: Number.MAX_SAFE_INTEGER },
      ...{ from: expected, onlyAt: null, at: null, since: expected, promiseAt: null, until: 'done' },
      ...{ isComing: true, inside: 0 },
    });
  }
  return coming;
}

/** As many as any `atMost` looks at. */
const mostLooked = 12;

const lastLanesOf = ({ calls }: Day): Record<string, string[]> =>
  Object.fromEntries(
    [...calls].map(([step, ofStep]) => [step, ofStep.slice(-mostLooked).map(({ lane }) => lane)]),
  );

/** One of each service and lane. */
const newcomersTo = (office: Office, at: Instant): Newcomer[] =>
  office.services
    .filter(({ offsite }) => !offsite)
    .flatMap(({ id: service, steps }) =>
      office.lanes.map(({ id: lane }) => ({
        ...{ service, lane, steps },
        turn: promised(office, service, lane, at).turn,
      })),
    );
