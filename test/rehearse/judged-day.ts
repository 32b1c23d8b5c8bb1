/** A day of the sample office as tests write it down: who came, who booked, and one answer that is judged. */
import { sampleOffice } from './sample-office.ts';
import { type Answered, type BookingStep, createAffairsTally, type Question } from './tally/asked.ts';
import { judgeAnswers } from './tally/compare-answers.ts';
import { accountOf } from './tally/place-changes.ts';
import { createTally } from './tally/tally.ts';

export const office = sampleOffice();
export const date = '2026-11-26';
/** Local time of the office, eight hours before UTC. */
export const at = (clock: string, long = 200) => {
  const from = Date.parse(`${date}T${clock}:00+08:00`);
  return { from, to: from + long };
};
export const slot = (clock: string) => at(clock).from;
export const iso = (clock: string) => new Date(slot(clock)).toISOString();
export const people = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ name: `Uji ${index}`, birthDate: '1990-03-14' }));

export interface Day {
  readonly affairs: ReturnType<typeof createAffairsTally>;
  readonly tally: ReturnType<typeof createTally>;
  readonly closed?: { readonly from: number; readonly to: number };
}
export const begin = (): Day => ({ affairs: createAffairsTally(), tally: createTally(office) });

/** Takes a walk-in's number, without asking whether it should have been given. */
export function walkIn({ tally }: Day, number: string, count: number, clock: string): void {
  const known = { code: `code of ${number}`, shortCode: 'ABCDEF', number, service: 'passport' };
  const more = { lane: 'regular', step: 'documents', ahead: 0, estimate: null, promiseAt: null };
  tally.took({ ...known, ...more }, count, at(clock));
}

export function booked({ affairs }: Day, code: string, steps: readonly BookingStep[], count = 1): void {
  const [first] = steps;
  if (!first) throw new Error('a booking has a beginning');
  const known = { code, service: 'passport', lane: 'regular', people: count, source: 'booked' } as const;
  affairs.listed({ ...known, contact: null, waitUntil: date }, first);
  for (const step of steps.slice(1)) affairs.step(code, step);
}

export const step = (
  what: BookingStep['what'],
  clock: string,
  when: string | null,
  on = date,
): BookingStep => ({
  ...{ what, date: on, span: at(clock) },
  slot: when === null ? null : slot(when),
});

/** What is wrong with the answer, and how many could not be decided. */
export function judge(
  day: Day,
  question: Question,
  clock: string,
  code: string | null,
  body: object = {},
  long = 200,
) {
  const one: Answered = { question, span: at(clock, long), code, body: { ...body } };
  const account = accountOf(office, date, day.tally, day.affairs, 1000);
  const known = { office, date, account, bookings: day.affairs.bookings, visits: day.tally.visits };
  const { differences, undecided } = judgeAnswers([one], {
    ...known,
    closed: day.closed ?? null,
    slack: 1000,
  });
  return { wrong: differences.map(({ seen, journal }) => `${seen} / ${journal}`), undecided };
}
