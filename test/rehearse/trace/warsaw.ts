/**
 * Citizens' offices of Warsaw: each line is a change of what the public queue service told of one queue. From the
 * last number called and the number of those waiting it is recovered when each number came and was called.
 */
import { Mistake } from '../mistake.ts';
import { type Row, rowsOf } from './columns.ts';
import type { Table } from './csv.ts';
import { type RecordedDay, type RecordedVisitor, type Recording, sizeOf } from './recording.ts';
import { type Look, recoverNumbers } from './recover.ts';
import { lookAt } from './warsaw-looks.ts';

export const warsawColumns = [
  'office',
  'date',
  'time',
  'queue_id',
  'letter',
  'queue',
  'open',
  'counters',
  'waiting',
  'current',
] as const;
export type WarsawRow = Row<(typeof warsawColumns)[number]>;

const keyOf = (office: string, date: string): string => `${office} ${date}`;

export function readWarsaw(table: Table): Recording {
  const days = Map.groupBy(rowsOf(table, warsawColumns), (row) =>
    keyOf(row.text('office'), row.date('date')),
  );
  const day = (rows: readonly WarsawRow[] | undefined): RecordedDay | undefined => rows && dayOf(rows);
  return {
    list: () => [...days.values()].flatMap((rows) => day(rows) ?? []).map(sizeOf),
    day: (office, date) => day(days.get(keyOf(office, date))),
  };
}

function dayOf(rows: readonly WarsawRow[]): RecordedDay {
  const [first] = rows;
  if (!first) throw new Mistake('a day without a line');
  const instants = [...new Set(rows.map((row) => row.time('time')))].sort((a, b) => a - b);
  const letters = [...Map.groupBy(rows, (row) => row.text('letter'))]
    .filter(([letter]) => /^[A-Z]{1,3}$/.test(letter))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const notes: string[] = [];
  const queues: { prefix: string; name: string }[] = [];
  const visitors: RecordedVisitor[] = [];
  for (const [letter, ofLetter] of letters) {
    const looks: Look[] = lookAt(letter, ofLetter);
    const recovered = recoverNumbers(looks, instants);
    notes.push(...recovered.notes.map((note) => `${letter}: ${note}`));
    if (recovered.numbers.length === 0) continue;
    const queue = queues.push({ prefix: letter, name: nameOf(letter, ofLetter) }) - 1;
    for (const number of recovered.numbers)
      visitors.push({ queue, lane: 0, ...number, left: null, server: null });
  }
  visitors.sort((a, b) => a.arrived - b.arrived);
  const [office, date] = [first.text('office'), first.date('date')];
  return { office, date, timeZone: 'Europe/Warsaw', queues, lanes: ['regular'], visitors, notes };
}

/** Several queues of one letter share their numbers; which of them a number was for is not told. */
function nameOf(letter: string, rows: readonly WarsawRow[]): string {
  const names = [...new Set(rows.map((row) => row.text('queue')))];
  const [name = letter] = names;
  return names.length === 1 ? name.slice(0, 120) : `${name.slice(0, 80)} (and ${names.length - 1} more)`;
}
