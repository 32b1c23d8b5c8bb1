/** A journal of given dates that keeps what is counted, as the real one does, and says what it was asked for. */

import type { DayFacts } from '../../server/figures/facts.ts';
import { monthOf } from '../../server/figures/ranges.ts';
import type { FactsJournal, ReportsNeed } from '../../server/figures/reports.ts';
import { contoh } from '../domain/office.ts';
import { date, facts } from './facts.ts';

export function journalOf(given: readonly DayFacts[]) {
  const days = new Map(given.map((day) => [day.date, day]));
  const kept = new Map<string, Uint8Array>();
  const read: string[] = [];
  const journal: FactsJournal = {
    facts(of) {
      read.push(of);
      return days.get(of) ?? facts({ date: of });
    },
    dates: (from, to) => [...days.keys()].filter((of) => from <= of && of <= to).toSorted(),
    counted: (of) => kept.get(of) ?? null,
    keepCounted: (of, bytes) => void kept.set(of, bytes),
  };
  /** What becomes known later. */
  function changes(day: DayFacts): void {
    days.set(day.date, day);
    kept.delete(day.date);
    kept.delete(monthOf(day.date));
  }
  return { journal, kept, read, changes, days: () => [...days.values()] };
}

export const need = (journal: FactsJournal, changes: Partial<ReportsNeed> = {}): ReportsNeed => ({
  journal,
  office: () => ({ office: contoh(), officers: new Map([['ayu', 'Ayu Lestari']]) }),
  rehearsal: false,
  today: () => date,
  at: () => '2026-11-26T09:00:00.000Z',
  ...changes,
});

export const inside = (from: string, to: string) => ({ from, to, outside: false });
