/**
 * What is kept of dates and of months: read, or counted now and kept. What a date counts is read, counted and kept without a
 * pause, so that no change comes in between. A month is added up in slices: a mark is kept in its place meanwhile, and where that is
 * gone at the end, something has changed and the sum is not kept.
 */
import { countDay } from './count-day.ts';
import type { DayCounts } from './counts.ts';
import { areCounts, decodeCounts, encodeCounts } from './encode-counts.ts';
import { decodeMonth, encodeMonth, isMonth } from './encode-month.ts';
import type { FactsJournal, ReportsNeed } from './reports.ts';
import type { MonthCounts } from './sum.ts';
import { addCounts, emptyRange, monthCounts } from './sum.ts';
import type { Turns } from './turns.ts';

type Need = Pick<ReportsNeed, 'journal' | 'today'>;

/** As kept, or counted now; kept where the date is over. In one piece: see above. */
export function countsOf({ journal, today }: Need, date: string, timeZone: string): DayCounts {
  const kept = journal.counted(date);
  const known = kept && decodeCounts(kept);
  // Hours of another time zone are other hours.
  if (known && known.timeZone === timeZone) return known;
  const counts = countDay(journal.facts(date), timeZone);
  if (date < today()) keep(journal, date, encodeCounts(counts));
  return counts;
}

/**
 * As kept, or the sum of its dates, which is then kept.
 * @param month is over
 * @param dates all of it that there are facts of, in order
 */
export async function monthOfDates(
  need: Need,
  turns: Turns,
  { month, dates, timeZone }: { month: string; dates: readonly string[]; timeZone: string },
): Promise<MonthCounts> {
  const { journal } = need;
  const kept = journal.counted(month);
  const known = kept && decodeMonth(kept);
  if (known && known.timeZone === timeZone && known.days.size === dates.length) return known;
  const mark = markOf();
  keep(journal, month, mark);
  const sum = emptyRange();
  for (const date of dates) {
    await turns.nextIfOver();
    addCounts(sum, countsOf(need, date, timeZone));
  }
  await turns.nextIfOver();
  const counts = monthCounts({ month, timeZone }, sum);
  await turns.nextIfOver();
  const bytes = encodeMonth(counts);
  await turns.nextIfOver();
  const marked = journal.counted(month);
  if (marked && isSame(marked, mark)) keep(journal, month, bytes);
  return counts;
}

/** No counts, and unlike any other: any change of the month throws it away, and whoever adds it up too has another one. */
const markOf = (): Uint8Array => new TextEncoder().encode(crypto.randomUUID());

const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, at) => byte === other[at]);

/** A full disk must not hide what was counted: it is counted again the next time. */
function keep(journal: FactsJournal, of: string, bytes: Uint8Array): void {
  try {
    journal.keepCounted(of, bytes);
  } catch {}
}

/** Whether anything of this version is kept of a date or a month; its time zone is not looked at. */
export function isKept(journal: FactsJournal, of: string): boolean {
  const kept = journal.counted(of);
  return kept !== null && (areCounts(kept) || isMonth(kept));
}
