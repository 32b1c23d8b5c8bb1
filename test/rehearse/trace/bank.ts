/** A bank's call centre: each line is one caller with the seconds of everything (Technion, "Anonymous Bank"). */
import { type Row, rowsOf } from './columns.ts';
import type { Table } from './csv.ts';
import { type RecordedDay, type RecordedVisitor, type Recording, sizeOf } from './recording.ts';

export const bankColumns = [
  'date',
  'arrived',
  'priority',
  'type',
  'waited_s',
  'outcome',
  'served_at',
  'served_s',
  'server',
] as const;
type BankRow = Row<(typeof bankColumns)[number]>;

const office = 'bank';

export function readBank(table: Table): Recording {
  const dates = Map.groupBy(rowsOf(table, bankColumns), (row) => row.date('date'));
  const day = (date: string): RecordedDay | undefined => {
    const rows = dates.get(date);
    return rows && dayOf(date, rows);
  };
  return {
    list: () => [...dates.keys()].flatMap((date) => day(date) ?? []).map(sizeOf),
    day: (wanted, date) => (wanted === office ? day(date) : undefined),
  };
}

function dayOf(date: string, rows: readonly BankRow[]): RecordedDay {
  const types = [...new Set(rows.map((row) => row.text('type')))].sort();
  const most = Math.max(...rows.map((row) => row.whole('priority')));
  return {
    office,
    date,
    timeZone: 'Asia/Jerusalem',
    queues: types.map((type) => ({ prefix: prefixOf(type), name: type })),
    lanes: Array.from({ length: most + 1 }, (_, priority) =>
      priority === 0 ? 'regular' : `priority-${priority}`,
    ),
    visitors: rows
      .map((row) => visitorOf(row, types.indexOf(row.text('type'))))
      .sort((a, b) => a.arrived - b.arrived),
    notes: [],
  };
}

const prefixOf = (type: string): string =>
  type
    .toUpperCase()
    .replaceAll(/[^A-Z]/g, '')
    .slice(0, 3) || 'X';

/** Clocks of two machines: some were served a second before they came. A few lines lack when, or by whom. */
function visitorOf(row: BankRow, queue: number): RecordedVisitor {
  const arrived = row.time('arrived');
  const isServed = row.text('outcome') === 'AGENT';
  const waited = arrived + row.whole('waited_s');
  const servedAt = row.text('served_at') === '' ? waited : row.time('served_at');
  return {
    queue,
    lane: row.whole('priority'),
    arrived,
    called: isServed ? Math.max(arrived, servedAt) : null,
    served: isServed ? row.whole('served_s') : 0,
    left: isServed ? null : waited,
    server: row.text('server') || null,
  };
}
