/** What was told of the queues of one letter at each instant: how many wait, and the last number called. */
import type { Look } from './recover.ts';
import type { WarsawRow } from './warsaw.ts';

/** Queues that share a letter share its numbers: all who wait are counted together, the highest number counts. */
export function lookAt(letter: string, rows: readonly WarsawRow[]): Look[] {
  const queues = new Map<string, { waiting: number; counters: number }>();
  const looks: Look[] = [];
  for (const [time, changed] of Map.groupBy(rows, (row) => row.time('time'))) {
    const called: number[] = [];
    for (const row of changed) {
      queues.set(row.text('queue_id'), { waiting: row.whole('waiting'), counters: row.whole('counters') });
      const number = numberOf(letter, row.text('current'));
      if (number !== null) called.push(number);
    }
    const all = [...queues.values()];
    looks.push({
      time,
      current: called.length === 0 ? null : Math.max(...called),
      waiting: all.reduce((sum, { waiting }) => sum + waiting, 0),
      counters: all.reduce((most, { counters }) => Math.max(most, counters), 0),
    });
  }
  return looks.sort((a, b) => a.time - b.time);
}

/** Null: none yet, or a number of another letter that was sent here from its own queue. */
function numberOf(letter: string, current: string): number | null {
  const found = /^([A-Z]{1,3})(\d{1,4})$/.exec(current);
  return found?.[1] === letter ? Number(found[2]) : null;
}
