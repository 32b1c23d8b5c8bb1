/** What changes by itself in a day, each with its moment. TP3, TP4, TP5, DO7. What frees places: `booking-deadlines.ts`. */
import { claimFor } from './afterwards/claims.ts';
import type { State } from './decision.ts';
import { officeOf } from './decision.ts';
import type { DomainEvent } from './events.ts';
import type { Instant } from './instant.ts';
import { later } from './instant.ts';

/** What happened, dated with its moment or with when it began to count. */
export type Make = (dated: Instant, code: string) => DomainEvent | readonly DomainEvent[];

/** `code`: given back to `make`, so that looking at everybody makes no garbage. */
export type Look = (at: Instant, make: Make, code?: string) => void;

/** Tells of each of its deadlines that has not been noticed yet. */
export type Deadlines = (state: State, look: Look) => void;

export const deadlinesOfDay: readonly Deadlines[] = [promises, handovers, pauses, readings];

const promiseBroken: Make = (at, code) => ({ type: 'PromiseBroken', at, code });

function promises({ day }: State, look: Look): void {
  for (const code of day.running) {
    const at = day.visits.get(code)?.promiseAt;
    if (at != null) look(at, promiseBroken, code);
  }
}

function handovers(state: State, look: Look): void {
  const { day } = state;
  const broken: Make = (at, code) => [
    { type: 'HandoverBroken', at, code },
    ...[claimFor(state, code, at)].filter((claim) => claim !== null),
  ];
  for (const code of day.handovers) {
    const at = day.visits.get(code)?.handover?.endsAt;
    if (at !== undefined) look(at, broken, code);
  }
}

function pauses({ day }: State, look: Look): void {
  for (const { number, pause, state } of day.counters.values()) {
    const until = pause?.until;
    if (state === 'paused' && until != null)
      look(until, (at) => ({ type: 'CounterResumed', at, counter: number }));
  }
}

function readings(state: State, look: Look): void {
  const { door } = state.day;
  if (door.seated.size === 0) return;
  const keep = officeOf(state).screening?.keep ?? 0;
  const erased: Make = (at, screening) => ({ type: 'ReadingsErased', at, screening });
  for (const id of door.seated) {
    const [first] = door.screenings.get(id)?.readings ?? [];
    if (first) look(later(first.at, keep), erased, id);
  }
}
