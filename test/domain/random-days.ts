/** Random days for the properties: what can be done, in any order, at any distance. */
import fc from 'fast-check';
import type { Office } from '../../server/contract/office.ts';
import { apply } from '../../server/domain/apply.ts';
import type { Command } from '../../server/domain/commands.ts';
import { decide } from '../../server/domain/decide.ts';
import type { Decision, State } from '../../server/domain/decision.ts';
import type { DomainEvent } from '../../server/domain/events.ts';
import { later } from '../../server/domain/instant.ts';
import { nextMoment } from '../../server/domain/next-moment.ts';
import { emptyState } from '../../server/hub/replay.ts';
import { clock } from './morning.ts';
import { contoh, firstLane } from './office.ts';

const office: Office = contoh({
  lanes: firstLane,
  services: [
    {
      id: 'passport',
      prefix: 'A',
      steps: ['documents', 'interview'],
      promise: 'PT2H',
      collect: { service: 'collection', after: 0 },
    },
    { id: 'collection', prefix: 'C', steps: ['handover'], promise: 'PT1H', until: 'called' },
    {
      id: 'question',
      prefix: 'B',
      steps: ['documents'],
      collect: { service: 'collection', after: 0, from: 'paid' },
    },
    { id: 'home-visit', offsite: true, steps: ['interview'] },
  ],
  calling: { returnAfter: 2, noShowAfter: 1, noShowWait: 'PT0S' },
});
const counters = office.counters.map(({ number }) => number);
const numbers = ['A-001', 'A-002', 'A-003', 'A-007', 'P-001', 'P-002', 'P-004', 'C-001', 'B-002'];

const counter = fc.constantFrom(...counters);
const ticket = fc.constantFrom(...numbers);
const service = fc.constantFrom('passport', 'collection', 'question');
const lane = fc.constantFrom('regular', 'priority');

const take = fc.record({
  type: fc.constant('TakeTicket' as const),
  service,
  lane,
  people: fc.integer({ min: 1, max: 4 }),
  needs: fc.subarray(['deaf', 'wheelchair'] as const),
});
/** Somebody comes again with the code of an earlier ticket. */
const comeAgain = fc.record({
  type: fc.constant('TakeTicket' as const),
  booking: fc.integer({ min: 7, max: 60 }).map((n) => `code${String(n).padStart(18, '0')}`),
});
const atCounter = (
  type: 'CallNext' | 'RecallTicket' | 'StartVisit' | 'FinishStep' | 'MarkNoShow' | 'HoldVisit' | 'UndoAction',
) => fc.record({ type: fc.constant(type), counter });
const open = fc.record(
  {
    type: fc.constant('OpenCounter' as const),
    counter,
    lanes: fc.constantFrom(['regular'], ['regular', 'priority']),
  },
  { requiredKeys: ['type', 'counter'] },
);

const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 6, arbitrary: take },
  { weight: 2, arbitrary: comeAgain },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('PayVisit' as const), ticket }) },
  { weight: 8, arbitrary: atCounter('CallNext') },
  { weight: 3, arbitrary: open },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('CloseCounter' as const), counter, confirm: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('PauseCounter' as const), counter }) },
  { weight: 2, arbitrary: atCounter('FinishStep') },
  { weight: 2, arbitrary: atCounter('StartVisit') },
  { weight: 2, arbitrary: atCounter('RecallTicket') },
  { weight: 2, arbitrary: atCounter('MarkNoShow') },
  { weight: 2, arbitrary: atCounter('HoldVisit') },
  { weight: 2, arbitrary: atCounter('UndoAction') },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('CallTicket' as const), counter, ticket }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('ReturnVisit' as const), ticket }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('CancelTicket' as const), ticket }) },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('ChangeLane' as const),
      ticket,
      lane,
      reason: fc.constant('asked'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('TransferVisit' as const),
      counter,
      to: fc.oneof(
        counter.map((to) => ({ counter: to })),
        fc.constantFrom('documents', 'interview', 'handover').map((step) => ({ step })),
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('SendAway' as const),
      counter,
      reasons: fc.constant(['missing']),
    }),
  },
);

/** Steps of a day: a command, and how many milliseconds after the one before. */
export const randomDay = fc.array(
  fc.record({
    command,
    after: fc.oneof(fc.constant(300), fc.constant(40_000), fc.integer({ min: 0, max: 3_600_000 })),
  }),
  { minLength: 20, maxLength: 120 },
);
export type RandomDay = typeof randomDay extends fc.Arbitrary<infer D> ? D : never;

export interface Played {
  readonly state: State;
  readonly events: DomainEvent[];
  /** Does one more command, so many milliseconds later. */
  does(command: Command, after: number): Decision;
}

/** A day that begins at 07:00 with its counters open. */
export function begin(): Played {
  const state = emptyState();
  const events: DomainEvent[] = [];
  let at = clock('07:00');
  let ids = 0;

  function run(one: Command): Decision {
    ids += 1;
    const fresh = { id: `code${String(ids).padStart(18, '0')}`, spoken: String(ids).padStart(10, '0') };
    const decision = decide(state, one, at, fresh);
    for (const event of decision.ok ? decision.events : []) {
      apply(state, event);
      events.push(event);
    }
    return decision;
  }
  const played: Played = {
    state,
    events,
    does(one, after) {
      at = later(at, after);
      const due = nextMoment(state);
      if (due !== null && due <= at) run({ type: 'TimePassed' });
      return run(one);
    },
  };
  played.does({ type: 'ConfigureOffice', office, source: '' }, 0);
  for (const number of counters) played.does({ type: 'OpenCounter', counter: number }, 1);
  return played;
}

/** Plays a day, looking after each step. */
export function play(day: RandomDay, look: (played: Played, decision: Decision) => void = () => {}): Played {
  const played = begin();
  for (const { command: one, after } of day) look(played, played.does(one, after));
  return played;
}
