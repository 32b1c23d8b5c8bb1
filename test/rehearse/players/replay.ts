/** Plays a recorded day: each number is taken when it was, and called when and where it was. */
import type { TicketAnswer } from '../../../server/contract/http.ts';
import { dateAfter, startOfDate } from '../plan/local-time.ts';
import type { RecordedVisit, ReplayedDay } from '../plan/plan.ts';
import type { Counter } from './counter.ts';
import type { Stage } from './stage.ts';

/** Milliseconds of the office's time before the first call at a counter: it opens. */
const opensBefore = 60_000;

/** Real milliseconds before midnight from which nothing more is begun: its answer could come on the next date. */
const lastMs = 2000;

/** @param watched visits that a phone follows */
export async function playRecorded(
  day: ReplayedDay,
  stage: Stage,
  watched: ReadonlySet<number>,
): Promise<void> {
  const midnight = startOfDate(dateAfter(day.date), day.office.timeZone);
  const isTooLate = () => {
    const tooLate = stage.clock.now() > midnight - lastMs * stage.clock.rate;
    if (tooLate) stage.leaveOut();
    return tooLate;
  };
  const tickets = new Map<number, Promise<TicketAnswer | null>>();
  /** Numbers of one prefix are given in the order in which they were. */
  const last = new Map<string, Promise<unknown>>();
  for (const visit of day.visits) {
    const before = last.get(visit.service);
    const taken = take(visit, stage, watched.has(visit.id), before, isTooLate);
    last.set(visit.service, taken);
    tickets.set(visit.id, taken);
  }
  const ticketOf = (visit: RecordedVisit) => tickets.get(visit.id) ?? Promise.resolve(null);
  const leaving = day.visits.map((visit) => leave(visit, stage, ticketOf(visit), isTooLate));
  const working = [...stage.counters.values()].map((counter) => {
    const own = day.visits.filter(({ call }) => call?.counter === counter.number);
    return work(counter, own, stage, day.from, ticketOf, isTooLate);
  });
  await Promise.all([...tickets.values(), ...leaving, ...working]);
}

async function take(
  visit: RecordedVisit,
  stage: Stage,
  watch: boolean,
  before: Promise<unknown> | undefined,
  isTooLate: () => boolean,
) {
  const { clock, kiosks } = stage;
  await clock.until(visit.arrivesAt);
  await before;
  if (isTooLate()) return null;
  const ticket = await kiosks.take(visit);
  if (ticket && watch) stage.phone(ticket.code);
  return ticket;
}

async function leave(
  visit: RecordedVisit,
  { clock, kiosks }: Stage,
  taken: Promise<TicketAnswer | null>,
  isTooLate: () => boolean,
): Promise<void> {
  if (visit.leavesAt === null) return;
  await clock.until(visit.leavesAt);
  const ticket = await taken;
  if (ticket && !isTooLate()) await kiosks.giveUp(ticket);
}

async function work(
  counter: Counter,
  visits: readonly RecordedVisit[],
  { clock }: Stage,
  from: number,
  ticketOf: (visit: RecordedVisit) => Promise<TicketAnswer | null>,
  isTooLate: () => boolean,
): Promise<void> {
  const calls = visits
    .flatMap((visit) => (visit.call ? [{ visit, ...visit.call }] : []))
    .sort((a, b) => a.at - b.at);
  const [first] = calls;
  if (!first) return;
  await clock.until(Math.max(from, first.at - opensBefore));
  await counter.press('open');
  for (const [index, { visit, at, endsAt }] of calls.entries()) {
    await clock.until(at);
    const ticket = await ticketOf(visit);
    if (isTooLate()) break;
    const called = ticket && (await counter.press('call', ticket.number));
    const next = calls[index + 1];
    // Who is called next ends the visit before.
    if (next && next.at <= endsAt) continue;
    await clock.until(endsAt);
    if (isTooLate()) break;
    if (called?.refused === null) await counter.press('done');
  }
  await counter.press('close', 'confirm');
}
