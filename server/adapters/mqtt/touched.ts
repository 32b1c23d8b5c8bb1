/** Which counters and services the events of a batch touched, so that only those are looked at. */
import type { State, Told } from './types.ts';

type Event = Told['events'][number];
export type Counter = State['day']['counters'] extends Map<number, infer Value> ? Value : never;
export type Visit = State['day']['visits'] extends Map<string, infer Value> ? Value : never;

/** A counter that was not opened today is closed and has nobody. */
export function counterOf({ day }: State, number: number): { state: Counter['state']; visit: Visit | null } {
  const counter = day.counters.get(number);
  const code = counter?.current ?? null;
  return { state: counter?.state ?? 'closed', visit: code === null ? null : (day.visits.get(code) ?? null) };
}

const ofEverything: readonly Event['type'][] = [
  'DayBegan',
  'DayEnded',
  'OfficeConfigured',
  'DeviceAdded',
  'DeviceChanged',
  'DeviceRemoved',
];

/** `all`: the day, the office or the devices changed. */
export function touchedCounters(state: State, events: readonly Event[]): ReadonlySet<number> | 'all' {
  if (events.some(({ type }) => ofEverything.includes(type))) return 'all';
  const touched = new Set<number>();
  for (const event of events) {
    const counter = 'counter' in event ? event.counter : counterOfVisit(state, event);
    if (counter !== null) touched.add(counter);
  }
  return touched;
}

/** An event of a visit touches the counter where it is, or was last. */
function counterOfVisit({ day }: State, event: Event): number | null {
  return 'code' in event ? (day.visits.get(event.code)?.counter ?? null) : null;
}
