/** What the journal of a hub that is gone says, read event by event and without the hub's own rules. */
import type { DomainEvent } from '../../server/domain/events.ts';
import { openSqliteJournal } from '../../server/journal/sqlite.ts';
import { silent } from '../../server/log.ts';

export interface Recorded {
  readonly calendar: readonly DomainEvent[];
  readonly days: ReadonlyMap<string, readonly DomainEvent[]>;
  /** Of all days, in order. */
  readonly events: readonly DomainEvent[];
}

export async function readRecorded(folder: string, kind: 'real' | 'rehearsal' = 'real'): Promise<Recorded> {
  const journal = await openSqliteJournal({ folder, kind, log: silent });
  try {
    const days = new Map<string, readonly DomainEvent[]>();
    let calendar: readonly DomainEvent[] = [];
    for (const stream of await journal.streams()) {
      if (stream === 'calendar') calendar = await journal.read(stream);
      else days.set(stream, await journal.read(stream));
    }
    return { calendar, days, events: [...days.values()].flat() };
  } finally {
    await journal.close();
  }
}

/** Of one type, with that type. */
export function only<T extends DomainEvent['type']>(
  events: readonly DomainEvent[],
  type: T,
): Extract<DomainEvent, { type: T }>[] {
  return events.filter((event): event is Extract<DomainEvent, { type: T }> => event.type === type);
}

/**
 * Every call went to a counter that was free by then, for a visit that was nowhere else.
 * @returns what is wrong, in words; empty when nothing is
 */
export function doubledCalls(events: readonly DomainEvent[]): string[] {
  const atCounter = new Map<number, string>();
  const wrong: string[] = [];
  for (const event of events) {
    if (event.type === 'StepDone') atCounter.delete(event.counter);
    if (event.type !== 'TicketCalled') continue;
    if (atCounter.has(event.counter)) wrong.push(`counter ${event.counter} has two visits`);
    if ([...atCounter.values()].includes(event.code)) wrong.push(`${event.code} is at two counters`);
    atCounter.set(event.counter, event.code);
  }
  return wrong;
}
