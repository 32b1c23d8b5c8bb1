/**
 * Which dates there are facts of, and what was counted of those that are over, and of whole months (`2026-10`). Any change of
 * a date's rows throws both away.
 */
import type { Database } from 'better-sqlite3';
import type { Journal } from './journal.ts';

/** Tables by date that may tell of one on which the hub did not run. */
const dated = ['ticket', 'booking', 'trip'];

/** Goes from one date to the next by the index, and looks at no row between. */
const datesIn = (table: string): string => `
  SELECT date FROM (
    WITH RECURSIVE next (date) AS (
      SELECT min(date) FROM ${table} WHERE date >= @from
      UNION ALL SELECT (SELECT min(date) FROM ${table} WHERE date > next.date) FROM next WHERE next.date <= @to
    ) SELECT date FROM next
  ) WHERE date <= @to`;

const dates = `
  SELECT substr(name, 5) AS date FROM stream WHERE name >= 'day:' || @from AND name <= 'day:' || @to
  UNION ${dated.map(datesIn).join(' UNION ')} ORDER BY date`;

export function createKeptCounts(database: Database): Pick<Journal, 'dates' | 'counted' | 'keepCounted'> {
  const all = database.prepare<[{ from: string; to: string }], string>(dates).pluck();
  const find = database.prepare<[string], Buffer>('SELECT counts FROM counted WHERE date = ?').pluck();
  const keep = database.prepare<[string, Uint8Array]>('INSERT OR REPLACE INTO counted VALUES (?, ?)');
  return {
    dates: (from, to) => all.all({ from, to }),
    counted: (date) => find.get(date) ?? null,
    keepCounted: (date, bytes) => void keep.run(date, bytes),
  };
}
