/** Literal events of one office day, ready to be appended. */

import { apply } from '../../server/domain/apply.ts';
import type { DayEvent, DomainEvent } from '../../server/domain/events.ts';
import { instant } from '../../server/domain/instant.ts';
import { emptyState } from '../../server/hub/replay.ts';
import { createBatchRows } from '../../server/journal/batch-rows.ts';
import type { Append, StreamAppend } from '../../server/journal/journal.ts';
import type { Row } from '../../server/journal/tables.ts';

export const date = '2026-11-26';
export const dayStream = 'day:2026-11-26';
export const morning = Date.UTC(2026, 10, 26, 0, 0);

/** Minutes after eight o'clock in Makassar. */
export const at = (minutes: number) => instant(morning + minutes * 60_000);

export const beganOn = (day: string): DayEvent => ({
  type: 'DayBegan',
  at: at(0),
  date: day,
  endsAt: at(16 * 60),
});

export const began = beganOn(date);

export const ended = (...unfinished: string[]): DayEvent => ({
  type: 'DayEnded',
  at: at(16 * 60),
  unfinished,
});

export const codeOf = (ordinal: number): string => `code-${String(ordinal).padStart(17, '0')}`;

export const taken = (ordinal: number, needs?: 'wheelchair' | 'deaf'): DayEvent => ({
  type: 'TicketTaken',
  at: at(ordinal),
  code: codeOf(ordinal),
  shortCode: `S${ordinal}`,
  prefix: 'A',
  ordinal,
  service: 'passport',
  lane: 'regular',
  steps: ['documents', 'interview'],
  people: 1,
  category: null,
  promiseAt: at(ordinal + 120),
  until: 'done',
  turn: at(ordinal + 120),
  notBefore: null,
  ...(needs && { personal: { needs: [needs] } }),
});

export const tokenIssued = (id: string): DomainEvent => ({
  type: 'TokenIssued',
  at: at(0),
  id,
  role: 'counter',
  counter: 3,
  label: 'Loket 3',
  hash: 'scrypt$1$2$3',
});

/** Events for the end of a stream, all by the kiosk. */
export const to = (stream: string, after: number, ...events: DomainEvent[]): StreamAppend => ({
  stream,
  after,
  events: events.map((event) => ({ by: 'token:kiosk', event })),
});

export const only = (...streams: StreamAppend[]): Append => ({ streams, answers: [], rows: [] });

/** The rows that the hub writes with these events, after those before them. */
export function rowsWith(before: readonly DomainEvent[], ...events: DomainEvent[]): readonly Row[] {
  const state = emptyState();
  for (const event of before) apply(state, event);
  const rows = createBatchRows(state);
  for (const event of events) rows.follow(event, () => apply(state, event));
  return rows.all();
}
