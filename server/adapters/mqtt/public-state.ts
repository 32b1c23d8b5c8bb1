/** Public state for integrators: retained `counter/<n>/state` and `service/<id>/state`, and `call` for each announcement. */
import {
  type CallMessage,
  type CounterStateMessage,
  type ServiceStateMessage,
  topics,
} from '../../contract/devices.ts';
import type { Guard } from './guard.ts';
import type { Publisher } from './publisher.ts';
import { counterOf } from './touched.ts';
import type { State, Told } from './types.ts';

export interface PublicState {
  all(state: State): void;
  told(state: State, told: Told): void;
}

function counterState(state: State, counter: number): CounterStateMessage {
  const { state: open, visit } = counterOf(state, counter);
  const calledAt = visit?.lastCalledAt ?? null;
  return {
    counter,
    state: open,
    ticket: visit?.number ?? null,
    called_at: calledAt === null ? null : new Date(calledAt).toISOString(),
  };
}

function serviceStates({ calendar, day }: State): readonly ServiceStateMessage[] {
  const waiting = new Map<string, number>();
  for (const code of day.waiting) {
    const service = day.visits.get(code)?.service;
    if (service !== undefined) waiting.set(service, (waiting.get(service) ?? 0) + 1);
  }
  const services = calendar.office?.services ?? [];
  return services.map(({ id }) => ({ service: id, waiting: waiting.get(id) ?? 0 }));
}

function calls(state: State, { events }: Told): readonly CallMessage[] {
  return events.flatMap((event) => {
    if (event.type !== 'TicketCalled' && event.type !== 'TicketRecalled') return [];
    const visit = state.day.visits.get(event.code);
    const { counter } = event;
    const ticket = visit?.number ?? '';
    if (event.type === 'TicketCalled') {
      return [{ event_type: 'called', ticket, counter, call_id: event.action, times: 1 }] as const;
    }
    return [
      { event_type: 'called', ticket, counter, call_id: visit?.callId ?? '', times: event.times },
    ] as const;
  });
}

export function createPublicState(publisher: Publisher, guard: Guard): PublicState {
  /** What is retained now, as text by topic. */
  const kept = new Map<string, string>();
  /** Announcements that are not told yet. */
  let announced: CallMessage[] = [];
  let latest: State | null = null;
  let isDue = false;

  function keep(topic: string, message: object): string {
    const text = JSON.stringify(message);
    if (kept.get(topic) !== text) publisher.keep(topic, text);
    kept.set(topic, text);
    return topic;
  }

  function all(state: State): void {
    const counters = state.calendar.office?.counters ?? [];
    const topicsNow = new Set([
      ...counters.map(({ number }) => keep(topics.counterState(number), counterState(state, number))),
      ...serviceStates(state).map((message) => keep(topics.serviceState(message.service), message)),
    ]);
    for (const topic of kept.keys()) {
      if (topicsNow.has(topic)) continue;
      kept.delete(topic);
      publisher.clear(topic);
    }
  }

  /** Once for all batches of a turn. */
  function flush(): void {
    const now = announced;
    announced = [];
    isDue = false;
    for (const call of now) publisher.send(topics.call, call);
    if (latest) all(latest);
  }

  return {
    all,
    told(state, told) {
      latest = state;
      announced.push(...calls(state, told));
      if (isDue) return;
      isDue = true;
      // Two turns later: in the next one the texts of the boards leave, and nothing may come before them.
      setImmediate(() => setImmediate(() => guard.run('public state', flush, () => undefined)));
    },
  };
}
