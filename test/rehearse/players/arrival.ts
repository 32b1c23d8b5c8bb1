/** How somebody gets a number: with a booking, waiting outside until its time, or without one. */
import type { TicketAnswer } from '../../../server/contract/http.ts';
import type { InventedVisit } from '../plan/plan.ts';
import type { Stage } from './stage.ts';

const minute = 60_000;
const margin = 5000;

/** Null: goes home without a number. */
export async function arrive(
  visit: InventedVisit,
  people: number,
  stage: Stage,
): Promise<TicketAnswer | null> {
  const { beside, kiosks } = stage;
  const code = beside?.codeFor(visit) ?? null;
  if (code === null) return takeNumber(visit, people, stage);
  const first = await comeInTime(code, people, stage);
  if (first.ticket) {
    if (visit.booking?.again) void tryAgain(code, stage);
    return first.ticket;
  }
  // The wrong day is said, and another day they come again; others want a number all the same.
  return first.refused === 'booking-other-day' ? null : kiosks.take({ ...visit, people, proof: null });
}

async function takeNumber(visit: InventedVisit, people: number, { kiosks, beside }: Stage) {
  const ticket = await kiosks.take({ ...visit, people });
  if (ticket && visit.proof !== null) beside?.tally.papers.set(visit.proof, ticket.number);
  return ticket;
}

async function comeInTime(code: string, people: number, { clock, kiosks }: Stage) {
  const first = await kiosks.checkIn(code, people);
  if (first.refused !== 'booking-early' || first.opensAt === null) return first;
  await clock.until(first.opensAt + margin);
  return kiosks.checkIn(code, people);
}

/** The code is tried by somebody else. */
async function tryAgain(code: string, { clock, kiosks }: Stage): Promise<void> {
  await clock.pause(2 * minute);
  await kiosks.checkIn(code, 1);
}
