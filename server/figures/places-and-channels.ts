/**
 * Who booked and who walked in is told twice, by quota and by channel, and their sum a third time by visits and totals. Which
 * of them belong together depends on the office's lanes and days, so that both sections are told whole, or not at all.
 */
import { isOfPeople } from './relations.ts';
import type { Column } from './sections.ts';
import type { Table } from './table.ts';

/** Of the same people: the columns that must all be told before the two sections are. */
const mustBeTold: Readonly<Record<string, (column: Column) => boolean>> = {
  totals: ({ id }) => id === 'issued' || id === 'people' || id === 'cancelled',
  visits: ({ id }) => id === 'issued' || id === 'people',
  quotas: isOfPeople,
  channels: isOfPeople,
};

/** @param hidden by place, once all complements are hidden; more are hidden here, which tells nothing new of others */
export function hidePlacesAndChannels(
  tables: readonly Table[],
  values: readonly number[],
  hidden: boolean[],
  at: (table: Table, row: number, column: string) => number,
): void {
  const isTold = tables.every((table) =>
    placesOf(table, mustBeTold[table.form.id], at).every((place) => !hidden[place]),
  );
  if (isTold) return;
  for (const table of tables.filter(({ form }) => form.id === 'quotas' || form.id === 'channels'))
    for (const place of placesOf(table, isOfPeople, at)) if (values[place] !== 0) hidden[place] = true;
}

function placesOf(
  table: Table,
  isMeant: ((column: Column) => boolean) | undefined,
  at: (table: Table, row: number, column: string) => number,
): number[] {
  if (!isMeant) return [];
  const columns = table.form.columns.filter(isMeant);
  return table.rows.flatMap((_, row) => columns.map(({ id }) => at(table, row, id)));
}
