/** A morning of one step in the domain, and the same as a scene of the forecast: to hold the run forward against real presses. */
import fc from 'fast-check';
import { apply } from '../../../server/domain/apply.ts';
import { decide } from '../../../server/domain/decide.ts';
import type { Scene, SceneVisit } from '../../../server/domain/forecast/scene.ts';
import { instant } from '../../../server/domain/instant.ts';
import type { Visit } from '../../../server/domain/visit.ts';
import { clock, type Morning, morning } from '../morning.ts';
import { contoh } from '../office.ts';

const minute = 60_000;
/** When the run begins. */
export const start = clock('09:00');

export interface Drawn {
  readonly atMost: readonly [number, number] | null;
  /** Lanes that counters 1, 2, … are open for; null: all. */
  readonly counters: readonly (readonly string[] | null)[];
  readonly visits: readonly {
    readonly lane: string;
    readonly arrived: number;
    /** Minutes after the start from which it can be called; null: at once. */
    readonly notBefore: number | null;
    /** Sent to this counter, if it is open and serves the lane. */
    readonly onlyAt: number | null;
  }[];
}

const lane = fc.constantFrom('regular', 'slow', 'priority');
export const drawn: fc.Arbitrary<Drawn> = fc.record({
  atMost: fc.constantFrom(null, [1, 2] as const, [2, 3] as const),
  counters: fc.array(fc.constantFrom(null, null, ['regular'], ['priority', 'slow']), {
    minLength: 1,
    maxLength: 3,
  }),
  visits: fc.array(
    fc.record({
      lane,
      arrived: fc.integer({ min: 0, max: 20 }),
      notBefore: fc.option(fc.integer({ min: 1, max: 60 }), { freq: 3 }),
      onlyAt: fc.option(fc.integer({ min: 1, max: 3 }), { freq: 4 }),
    }),
    { maxLength: 14 },
  ),
});

export function dayOf({ atMost, counters, visits }: Drawn): Morning {
  const day = morning(
    contoh({
      steps: [{ id: 'documents' }],
      services: [{ id: 'question', prefix: 'B', steps: ['documents'], promise: 'PT2H' }],
      lanes: [
        { id: 'regular' },
        { id: 'slow', promise: 'PT3H' },
        { id: 'priority', first: true, ...(atMost ? { atMost: `${atMost[0]} of ${atMost[1]}` } : {}) },
      ],
      counters: [1, 2, 3].map((number) => ({ number, steps: ['documents'] })),
      outcomes: {},
    }),
  );
  for (const [index, lanes] of counters.entries())
    day.does({ type: 'OpenCounter', counter: index + 1, ...(lanes ? { lanes } : {}) }, '07:30');
  for (const [index, visit] of [...visits].sort((a, b) => a.arrived - b.arrived).entries())
    take(day, index, visit, counters);
  return day;
}

function take(
  day: Morning,
  index: number,
  visit: Drawn['visits'][number],
  counters: Drawn['counters'],
): void {
  const at = instant(clock('08:00') + visit.arrived * minute);
  const fresh = {
    id: `visit-${String(index).padStart(16, '0')}`,
    spoken: `Z${String(index).padStart(9, '0')}`,
  };
  const decision = decide(
    day.state,
    { type: 'TakeTicket', service: 'question', lane: visit.lane },
    at,
    fresh,
  );
  const [event] = decision.ok ? decision.events : [];
  if (event?.type !== 'TicketTaken') throw new Error('no ticket');
  // No two of them at one instant, nor at that of a counter: nobody could say who is called first.
  const notBefore =
    visit.notBefore === null ? null : instant(start + (visit.notBefore + 0.5) * minute + index * 1000);
  apply(day.state, { ...event, notBefore });
  if (visit.onlyAt !== null) keep(day, index, visit.lane, visit.onlyAt, counters);
}

/** Another counter calls the visit and sends it on, where both serve its lane. */
function keep(day: Morning, index: number, lane: string, onlyAt: number, counters: Drawn['counters']): void {
  const able = counters.flatMap((lanes, at) => (lanes === null || lanes.includes(lane) ? [at + 1] : []));
  const other = able.find((counter) => counter !== onlyAt);
  if (other === undefined || !able.includes(onlyAt)) return;
  const ticket = [...day.state.day.visits.values()].at(-1)?.number ?? '';
  const time = (offset: number): string => new Date(clock('08:30') + index * minute + offset).toISOString();
  if ('refused' in day.does({ type: 'CallTicket', counter: other, ticket }, time(0))) return;
  day.does({ type: 'TransferVisit', counter: other, to: { counter: onlyAt } }, time(2000));
}

export const waiting = (day: Morning): Visit[] =>
  [...day.state.day.visits.values()].filter(({ state }) => state === 'waiting');

export const freeAt = (counter: number): number => start + counter;
/** Whole minutes, so that no two counters are ever free at one instant. */
export const cycleOf = (counter: number): number => (2 + counter) * minute;

export function sceneOf({ atMost, counters }: Drawn, day: Morning): Scene {
  return {
    at: start,
    lanes: [
      { id: 'regular', first: false, atMost: null },
      { id: 'slow', first: false, atMost: null },
      { id: 'priority', first: true, atMost: atMost && { calls: atMost[0], of: atMost[1] } },
    ],
    counters: counters.map((lanes, index) => ({
      ...{ number: index + 1, steps: ['documents'], lanes, freeAt: freeAt(index + 1) },
    })),
    visits: waiting(day).map(visitOf),
    lastLanes: { documents: (day.state.day.calls.get('documents') ?? []).map((call) => call.lane) },
  };
}

const visitOf = ({
  code,
  service,
  lane: of,
  step,
  todo,
  turn,
  arrivedAt,
  place,
  ...visit
}: Visit): SceneVisit => ({
  ...{ code, service, lane: of, step, todo, turn, arrivedAt, place },
  ...{ from: visit.notBefore ?? 0, onlyAt: visit.onlyAt, at: null },
});

/** Presses `next` whenever a counter is free, and at idle ones whenever somebody may be called at last. */
export function pressed({ counters }: Drawn, day: Morning): { code: string; at: number }[] {
  const calls: { code: string; at: number }[] = [];
  const free = counters.map((_, index) => ({ at: freeAt(index + 1), counter: index + 1 }));
  const late = waiting(day).flatMap(({ notBefore }) => (notBefore === null ? [] : [notBefore as number]));
  const idle: number[] = [];

  function press(counter: number, at: number): boolean {
    const answer = day.does({ type: 'CallNext', counter }, new Date(at).toISOString());
    if (typeof answer.ticket !== 'string') return false;
    calls.push({ code: day.visit(answer.ticket).code, at });
    free.push({ at: at + cycleOf(counter), counter });
    return true;
  }

  while (free.length > 0 || late.length > 0) {
    free.sort((a, b) => a.at - b.at);
    late.sort((a, b) => a - b);
    const next = free[0];
    if (next && next.at < (late[0] ?? Number.POSITIVE_INFINITY)) {
      free.shift();
      if (!press(next.counter, next.at)) idle.push(next.counter);
    } else {
      const at = late.shift() ?? 0;
      const woken = idle.find((counter) => press(counter, at));
      if (woken !== undefined) idle.splice(idle.indexOf(woken), 1);
    }
  }
  return calls;
}
