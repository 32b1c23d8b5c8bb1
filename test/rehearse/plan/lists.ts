/** A list of another system, imported before the doors open and once more in the day. */
import type { Person, PlannedLine, PlannedList } from './affairs.ts';
import { type Day, personOf } from './booked-day.ts';
import type { InventedVisit } from './plan.ts';

const minute = 60_000;

export interface Listed {
  readonly list: PlannedList | null;
  readonly visits: readonly InventedVisit[];
}

/** Of those who have nothing else: so many are on the list, or have a paper of it that comes later. */
const ofList = 4;
const withPaper = 2;

export function planList(day: Day, visits: readonly InventedVisit[], from: number): Listed {
  const { office, rules, slots, date } = day;
  if (!office.bookingList) return { list: null, visits };
  const lines: PlannedLine[] = [];
  const papers: PlannedLine[] = [];
  const changed = visits.map((visit) => {
    const isAsked = visit.service === rules.service && visit.lane === null && visit.booking === null;
    if (!isAsked || visit.patience !== null || visit.arrivesAt < from) return visit;
    const slot = slots.find(
      (at) => at >= visit.arrivesAt && at - visit.arrivesAt < rules.checkInFrom - minute,
    );
    if (slot === undefined) return visit;
    const count = Math.min(visit.people, rules.party);
    const line = (reference: string) => ({
      reference,
      people: familyOf(reference, count, day),
      date,
      slot,
      bad: null,
    });
    const temperatures = visit.temperatures.slice(0, count);
    if (papers.length < withPaper) {
      const reference = `K-${9001 + papers.length}`;
      papers.push(line(reference));
      return { ...visit, people: count, temperatures, proof: reference };
    }
    if (lines.length < ofList) {
      const reference = `N-${2601 + lines.length}`;
      lines.push(line(reference));
      return { ...visit, people: count, temperatures, listed: reference };
    }
    return visit;
  });
  const [first, second] = lines;
  const last = slots.at(-1);
  if (!first || !second || last === undefined) return { list: null, visits };
  const nobody = { reference: 'N-2699', people: familyOf('N-2699', 1, day), date, slot: last, bad: null };
  const bad = { ...nobody, reference: 'N-2698', slot: null, bad: 'besok' };
  const moved = { ...nobody, slot: slots.at(-2) ?? last };
  const againAt = Math.max(
    0,
    ...visits.filter((_, place) => changed[place]?.proof).map(({ arrivesAt }) => arrivesAt),
  );
  return {
    visits: changed,
    list: {
      before: [...lines, nobody, bad, { ...first, people: familyOf('N-2601', 1, day) }],
      again: [nobody === moved ? nobody : moved, second, ...papers],
      againAt: (againAt === 0 ? day.from : againAt) + 25 * minute,
    },
  };
}

const familyOf = (reference: string, count: number, { date }: Day): Person[] =>
  Array.from({ length: count }, (_, index) => personOf(`Daftar ${reference} ${index + 1}`, 33, date));
