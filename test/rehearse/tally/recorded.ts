/** What the journal says happened: its events read in order, by rules of our own, apart from the hub's. */
import type { CounterState, VisitState } from '../../../server/contract/values.ts';
import type { DayEvent } from '../../../server/domain/events.ts';
import type { Shown } from './difference.ts';
import type { Entry } from './journal.ts';
import { afterCall, afterEvent, atDoor, type Changed } from './recorded-changes.ts';
import { atCounterOf, callOf, wayOf } from './shown.ts';

export interface RecordedPlace {
  readonly state: CounterState;
  /** Code of the visit at it. */
  readonly current: string | null;
}

export interface RecordedState {
  readonly code: string;
  readonly number: string;
  readonly service: string;
  readonly people: number;
  readonly state: VisitState;
  readonly counter: number | null;
  readonly callId: string | null;
  readonly times: number;
  readonly takenAt: number;
  readonly promiseAt: number | null;
  readonly until: 'done' | 'called';
  readonly firstCalledAt: number | null;
  readonly doneAt: number | null;
}

export interface Announced {
  readonly callId: string;
  readonly number: string;
  readonly counter: number;
  readonly times: number;
  readonly at: number;
}

export interface RecordedCall extends Omit<Announced, 'times'> {
  readonly step: string;
  times: number;
  undone: boolean;
}

export interface Recorded {
  readonly visits: Map<string, RecordedState>;
  readonly counters: Map<number, RecordedPlace>;
  readonly calls: RecordedCall[];
  readonly announcements: Announced[];
  /** By counter: what its board is told, one after the other. */
  readonly boards: Map<number, string[]>;
  /** By counter: who is at it and what is announced, one after the other. */
  readonly atCounters: Map<number, Shown[]>;
  /** By code: states and counters, one after the other, such as `called 3`. */
  readonly ways: Map<string, Shown[]>;
  readonly brokenPromises: Set<string>;
  readonly brokenHandovers: Map<string, number>;
  readonly door: { readings: number; admitted: number; left: number; inside: number };
  /** By code: the first date of what follows the visit. */
  readonly follows: Map<string, string | null>;
  /** How often each kind of event is in it. */
  readonly kinds: Map<string, number>;
}

interface Before {
  readonly counter: RecordedPlace;
  readonly visits: Map<string, RecordedState>;
  readonly call: RecordedCall | null;
  readonly times: number;
}

export const closed: RecordedPlace = { state: 'closed', current: null };

export function readEntries(entries: readonly Entry[]): Recorded {
  const recorded: Recorded = {
    ...{ visits: new Map(), counters: new Map(), calls: [], announcements: [], boards: new Map() },
    ...{ atCounters: new Map(), ways: new Map(), brokenPromises: new Set(), brokenHandovers: new Map() },
    door: { readings: 0, admitted: 0, left: 0, inside: 0 },
    ...{ follows: new Map(), kinds: new Map() },
  };
  const actions = new Map<string, Before>();
  const touched = new Set<string>();
  for (const [index, { event }] of entries.entries()) {
    recorded.kinds.set(event.type, (recorded.kinds.get(event.type) ?? 0) + 1);
    atDoor(recorded.door, event);
    if (event.type === 'StepDone' && event.collect) recorded.follows.set(event.code, event.collect.from);
    take(recorded, actions, event);
    const codes = 'code' in event ? [event.code] : event.type === 'ActionUndone' ? event.codes : [];
    for (const code of codes) touched.add(code);
    // An action of several events is seen once it is whole.
    const next = entries[index + 1]?.event;
    if (next && 'action' in event && 'action' in next && event.action === next.action) continue;
    note(recorded, event, touched);
    touched.clear();
  }
  return recorded;
}

function take(recorded: Recorded, actions: Map<string, Before>, event: DayEvent): void {
  if (event.type === 'ActionUndone') {
    undo(recorded, actions.get(event.undone), event);
    return;
  }
  const visit = 'code' in event ? recorded.visits.get(event.code) : undefined;
  const counter = 'counter' in event ? (recorded.counters.get(event.counter ?? 0) ?? closed) : closed;
  if ('action' in event) remember(recorded, actions, event.action, counter, visit);
  const after: Changed =
    event.type === 'TicketCalled' ? afterCall(event, visit, counter) : afterEvent(event, visit, counter);
  if (after.visit) recorded.visits.set(after.visit.code, after.visit);
  if ('counter' in event && event.counter !== null) recorded.counters.set(event.counter, after.counter);
  if (event.type === 'TicketCalled' || event.type === 'TicketRecalled')
    announce(recorded, event, after.visit);
  if (event.type === 'PromiseBroken') recorded.brokenPromises.add(event.code);
  if (event.type === 'HandoverBroken')
    recorded.brokenHandovers.set(event.code, (recorded.brokenHandovers.get(event.code) ?? 0) + 1);
  if (event.type === 'DayEnded') endDay(recorded, event.unfinished);
}

function remember(
  { calls }: Recorded,
  actions: Map<string, Before>,
  action: string,
  counter: RecordedPlace,
  visit: RecordedState | undefined,
): void {
  const known = actions.get(action);
  const before = known ?? { counter, visits: new Map<string, RecordedState>(), call: null, times: 0 };
  if (visit && !before.visits.has(visit.code)) before.visits.set(visit.code, visit);
  const call = visit?.callId ? (calls.findLast(({ callId }) => callId === visit.callId) ?? null) : null;
  actions.set(action, known ?? { ...before, call, times: call?.times ?? 0 });
}

type Heard = Extract<DayEvent, { type: 'TicketCalled' | 'TicketRecalled' }>;

function announce({ calls, announcements }: Recorded, event: Heard, visit: RecordedState | undefined): void {
  const { number = '', callId = event.action } = visit ?? {};
  const { counter, at } = event;
  const times = event.type === 'TicketCalled' ? 1 : event.times;
  announcements.push({ callId: callId ?? '', number, counter, times, at });
  if (event.type === 'TicketCalled') {
    calls.push({ callId: event.action, number, counter, step: event.step, at, times, undone: false });
    return;
  }
  const call = calls.findLast((one) => one.callId === callId);
  if (call) call.times = times;
}

type Undone = Extract<DayEvent, { type: 'ActionUndone' }>;

/** Everything is as it was before the action; what was announced was announced. */
function undo(
  { counters, visits, calls }: Recorded,
  before: Before | undefined,
  { counter, callId }: Undone,
): void {
  if (!before) return;
  counters.set(counter, before.counter);
  for (const [code, visit] of before.visits) visits.set(code, visit);
  const made = callId === null ? undefined : calls.findLast((call) => call.callId === callId);
  if (made) made.undone = true;
  else if (before.call) before.call.times = before.times;
}

function endDay({ visits, counters }: Recorded, unfinished: readonly string[]): void {
  for (const code of unfinished) {
    const visit = visits.get(code);
    if (visit) visits.set(code, { ...visit, state: 'unfinished' });
  }
  counters.clear();
}

/** What boards, counters and phones show after an event. */
function note(recorded: Recorded, event: DayEvent, codes: ReadonlySet<string>): void {
  const { counters, visits, boards, atCounters, ways } = recorded;
  if ('counter' in event && event.counter !== null) {
    const visit = visits.get(counters.get(event.counter)?.current ?? '');
    const shown = visit ? `${visit.number} ${visit.callId} ${visit.times}` : '';
    const list = boards.get(event.counter) ?? [''];
    boards.set(event.counter, list);
    if (list.at(-1) !== shown) list.push(shown);
    add(atCounters, event.counter, {
      text: visit ? atCounterOf(visit.number, callOf(visit)) : '',
      at: event.at,
    });
  }
  for (const code of codes) {
    const visit = visits.get(code);
    if (visit) add(ways, code, { text: wayOf(visit.state, visit.counter, callOf(visit)), at: event.at });
  }
}

function add<K>(lists: Map<K, Shown[]>, key: K, shown: Shown): void {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  list.push(shown);
}
