/** A hub whose commits the test decides: for what is between the wire and the hub. */

import { type Device, emptyCalendar } from '../../server/domain/calendar.ts';
import type { Command } from '../../server/domain/commands.ts';
import { counterOf, emptyDay } from '../../server/domain/day.ts';
import type { State } from '../../server/domain/decision.ts';
import type { DomainEvent } from '../../server/domain/events.ts';
import { type Instant, instant, later } from '../../server/domain/instant.ts';
import type { Visit } from '../../server/domain/visit.ts';
import type { Hub } from '../../server/hub.ts';

type Outcome = Awaited<ReturnType<Hub['submit']>>;
type From = Parameters<Hub['submit']>[1];

export interface Submitted {
  readonly command: Command;
  readonly from: From;
  /** Commits it. */
  settle(outcome: Outcome): void;
}

export interface FakeHub extends Hub {
  readonly submitted: Submitted[];
  /** What `submit` answers at once; null: the test settles each one. */
  answerWith(outcome: ((command: Command) => Outcome) | null): void;
  add(device: Partial<Device> & { id: string }): void;
  change(id: string, change: Partial<Device>): void;
  remove(id: string): void;
  /** The counter shows this number from now on, by a call or (`times` > 1) a recall. */
  calls(counter: number, number: string, times?: number): void;
  closes(counter: number): void;
  waits(number: string, service: string): void;
  midnight(): void;
  /** Of the office, what the adapters look at. */
  configure(office: { counters: { number: number }[]; services: { id: string }[] }): void;
}

export const start = instant(Date.UTC(2026, 10, 26, 1, 0));
export const called = (ticket: string | null, counter = 3): Outcome => ({
  ok: true,
  answer: { counter, ticket },
});
/** The tests' own idea of a hash. */
export const hashOf = (secret: string): string => `hash of ${secret}`;
export const verify = (secret: string, hash: string): Promise<boolean> =>
  Promise.resolve(hashOf(secret) === hash);

/** What the adapter looks at, of all that a visit is. */
type Seen = Pick<Visit, 'code' | 'number' | 'service' | 'counter' | 'callId' | 'times' | 'lastCalledAt'>;
const visit = (number: string, seen: Partial<Seen> = {}): Visit => {
  const waiting: Seen = {
    code: number,
    number,
    service: 'passport',
    counter: null,
    callId: null,
    times: 0,
    lastCalledAt: null,
  };
  return { ...waiting, ...seen } as Visit;
};

export function createFakeHub(): FakeHub {
  const state: State = {
    calendar: emptyCalendar(),
    day: emptyDay('2026-11-26', later(start, 3600_000), start),
  };
  const listeners: Parameters<Hub['onTold']>[0][] = [];
  const submitted: Submitted[] = [];
  let answer: ((command: Command) => Outcome) | null = () => called('A-001');
  let now: Instant = start;
  let seq = 0;

  function tell(...events: DomainEvent[]): void {
    seq += 1;
    for (const listener of listeners) listener({ seq, at: now, events, reloaded: false });
  }

  function show(counter: number, code: string | null): void {
    state.day.counters.set(counter, { ...counterOf(state.day, counter), state: 'open', current: code });
  }

  function add(device: Partial<Device> & { id: string }): void {
    const defaults = {
      driver: 'loket',
      counter: 3,
      label: null,
      hash: hashOf(device.id),
      read: [],
      write: [],
      settings: {},
    };
    const added = { ...defaults, ...device };
    state.calendar.devices.set(added.id, added);
    tell({ ...added, type: 'DeviceAdded', at: now });
  }

  function change(id: string, changed: Partial<Device>): void {
    const before = state.calendar.devices.get(id);
    if (!before) throw new Error(`no device: ${id}`);
    const { counter, label, settings } = { ...before, ...changed };
    state.calendar.devices.set(id, { ...before, counter, label, settings });
    tell({ type: 'DeviceChanged', at: now, id, counter, label, settings });
  }

  function remove(id: string): void {
    state.calendar.devices.delete(id);
    tell({ type: 'DeviceRemoved', at: now, id });
  }

  /** What the real hub does with the two commands of the virtual boxes. */
  function keepDevice(command: Command): void {
    if (command.type === 'AddDevice') add(command);
    if (command.type === 'RemoveDevice') remove(command.id);
  }

  return {
    submitted,
    state,
    rate: 1,
    rehearsal: false,
    now: () => now,
    alarms: () => new Set(),
    onTold: (listener) => void listeners.push(listener),
    close: () => Promise.resolve(),
    submit(command, from) {
      keepDevice(command);
      const { promise, resolve } = Promise.withResolvers<Outcome>();
      submitted.push({ command, from, settle: resolve });
      if (answer) resolve(answer(command));
      return promise as never;
    },
    answerWith: (outcome) => {
      answer = outcome;
    },
    add,
    change,
    remove,
    calls(counter, number, times = 1) {
      now = later(now, 1000);
      const at = { at: now, counter, code: number, action: `call of ${number}` };
      state.day.visits.set(number, visit(number, { counter, callId: at.action, times, lastCalledAt: now }));
      state.day.waiting.delete(number);
      show(counter, number);
      if (times > 1) tell({ type: 'TicketRecalled', times, ...at });
      else tell({ type: 'TicketCalled', byNext: true, step: 'interview', reason: null, overtaken: 0, ...at });
    },
    closes(counter) {
      show(counter, null);
      state.day.counters.set(counter, { ...counterOf(state.day, counter), state: 'closed' });
      tell({ type: 'CounterClosed', at: now, counter, action: 'close' });
    },
    waits(number, service) {
      state.day.visits.set(number, visit(number, { service }));
      state.day.waiting.add(number);
      tell({ type: 'VisitReturned', at: now, code: number });
    },
    configure(office) {
      state.calendar.office = office as never;
      tell({ type: 'OfficeConfigured', at: now, office, source: '' } as unknown as DomainEvent);
    },
    midnight() {
      state.day = emptyDay('2026-11-27', later(now, 86_400_000), now);
      tell({ type: 'DayBegan', at: now, date: '2026-11-27', endsAt: later(now, 86_400_000) });
    },
  };
}
