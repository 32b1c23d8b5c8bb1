/** A visit as a recount understands it, and what may become of it. */

export interface Call {
  readonly step: string;
  readonly counter: number;
  readonly officer: string;
  readonly at: number;
  readonly waitedFrom: number | null;
  startedAt: number | null;
  endedAt: number | null;
  end: string | null;
  outcome: string | null;
  reasons: readonly string[];
  /** Of the hourglass that was turned at this call. */
  glass: 'running' | 'in time' | 'too long' | 'stopped' | null;
}

export interface Visit {
  readonly service: string;
  readonly people: number;
  readonly until: 'done' | 'called';
  readonly arrivedAt: number;
  readonly told: { readonly from: number; readonly to: number } | null;
  lane: string;
  booking: string | null;
  takesPlace: boolean;
  state: string;
  /** Null: it does not wait. */
  waitsSince: number | null;
  promiseAt: number | null;
  promise: 'open' | 'kept' | 'lapsed';
  isBroken: boolean;
  endedAt: number | null;
  rating: string | null;
  readonly choices: Map<string, string>;
  readonly calls: Call[];
}

/** TP3, IF3: a promise that ended while nobody was there has lapsed. */
export function comesBack(visit: Visit, at: number, promiseAt: number | undefined): void {
  if (promiseAt !== undefined) visit.promiseAt = promiseAt;
  const wasAway = visit.state === 'no-show' || visit.state === 'incomplete';
  if (wasAway && visit.promise === 'open' && visit.promiseAt !== null && visit.promiseAt < at)
    visit.promise = 'lapsed';
}

export function endCall(visit: Visit, end: string, at: number, outcome: string | null): void {
  const call = visit.calls.at(-1);
  if (call) Object.assign(call, { end, endedAt: at, outcome });
}

export function waits(visit: Visit, at: number): void {
  visit.state = 'waiting';
  visit.waitsSince = at;
}

export function leaves(visit: Visit, state: string): void {
  stopGlass(visit, () => 'stopped');
  visit.state = state;
  visit.waitsSince = null;
}

export function over(visit: Visit, state: string, at: number): void {
  leaves(visit, state);
  visit.endedAt = at;
}

export function stopGlass(visit: Visit, as: (call: Call) => Call['glass']): void {
  for (const call of visit.calls) if (call.glass === 'running') call.glass = as(call);
}

/** PS1: broken once, it stays so, whatever is promised later. @param midnight of the day: who is missed until then has seen the promise go by */
export function promiseOf(visit: Visit, midnight: number): 'kept' | 'broken' | 'lapsed' | null {
  const { promiseAt, promise, isBroken, state } = visit;
  if (isBroken) return 'broken';
  if (promiseAt === null) return null;
  if (promise !== 'open') return promise;
  return state === 'no-show' && promiseAt < midnight ? 'lapsed' : null;
}
