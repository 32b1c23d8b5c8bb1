/** Opens a recording, whichever of the known forms it has. */
import { Mistake } from '../mistake.ts';
import { bankColumns, readBank } from './bank.ts';
import { hasColumns } from './columns.ts';
import { readTable, type Table } from './csv.ts';
import type { DaySize, RecordedDay, Recording } from './recording.ts';
import { readWarsaw, warsawColumns } from './warsaw.ts';

/** @throws a `Mistake`: no such file, not a recording, or a mistaken line */
export function openRecording(file: string): Recording {
  const table = readTable(file);
  try {
    return read(table);
  } catch (error) {
    if (error instanceof Mistake) throw new Mistake(`${file}: ${error.message}`);
    throw error;
  }
}

export function read(table: Table): Recording {
  if (table.rows.length === 0) throw new Mistake('there is nothing in it');
  if (hasColumns(table, warsawColumns)) return readWarsaw(table);
  if (hasColumns(table, bankColumns)) return readBank(table);
  throw new Mistake(
    `not a recording that is known: expected the columns\n  ${warsawColumns.join(',')}\nor\n  ` +
      `${bankColumns.join(',')}\nfound\n  ${table.columns.join(',').slice(0, 200)}`,
  );
}

/** The day that the user means; without an office or a date, the only one there is. */
export function chooseDay(recording: Recording, office: string | null, date: string | null): RecordedDay {
  const days = recording.list();
  const offices = [...new Set(days.map((day) => day.office))];
  const chosen = office ?? (offices.length === 1 ? offices[0] : undefined);
  if (chosen === undefined) throw new Mistake(`--office: choose one of ${offices.join(', ')}`);
  if (!offices.includes(chosen))
    throw new Mistake(`--office ${chosen}: the recording has ${offices.join(', ')}`);
  const dates = days.filter((day) => day.office === chosen).map((day) => day.date);
  if (date === null) throw new Mistake(`--date: choose one of ${dates.join(', ')}`);
  const day = recording.day(chosen, date);
  if (!day) throw new Mistake(`--date ${date}: of ${chosen} the recording has ${dates.join(', ')}`);
  return day;
}

export function asList(days: readonly DaySize[]): string {
  const width = Math.max(6, ...days.map(({ office }) => office.length));
  const head = `${'office'.padEnd(width)}  date        numbers  called  queues`;
  const lines = days.map(({ office, date, visitors, called, queues }) =>
    [
      office.padEnd(width),
      date,
      String(visitors).padStart(7),
      String(called).padStart(6),
      String(queues).padStart(6),
    ].join('  '),
  );
  return [head, ...lines].join('\n');
}
