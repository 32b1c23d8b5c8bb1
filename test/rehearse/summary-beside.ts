/** What happened beside the queue, in numbers: bookings, refusals, quotas, claims, those who come again, visits outside. */

import { standingOf } from './tally/booking-states.ts';
import type { JudgedBeside, SeenBeside } from './tally/compare-affairs.ts';
import { leftOfQuota, totalDuring, usedDuring } from './tally/places.ts';
import type { Tally } from './tally/tally.ts';

export type BesideSummary = ReturnType<typeof summarizeBeside>;

export function summarizeBeside(
  { day, affairs: seen, tally: beside, end }: SeenBeside,
  { affairs, account, undecided }: JudgedBeside,
  tally: Tally,
  slack: number,
) {
  const bookings = [...affairs.bookings.values()];
  const steps = bookings.flatMap((booking) => booking.steps.map(({ what }) => what));
  const after = { from: end, to: end };
  const states = bookings.flatMap(
    (booking) =>
      standingOf(booking, after, day.office.booking ?? { expire: Infinity }, slack).states[0] ?? [],
  );
  const count = <T>(all: readonly T[], ...wanted: T[]) => all.filter((one) => wanted.includes(one)).length;
  const answers = (what: string) => seen.answers.filter(({ question }) => question.what === what);
  const late = answers('check in').filter(
    ({ body, code, question, span }) =>
      code === null &&
      question.what === 'check in' &&
      isLate(String(body.booking ?? question.code), span.from),
  );
  function isLate(code: string, at: number): boolean {
    const slot = affairs.bookings.get(code)?.steps.at(-1)?.slot ?? null;
    return slot !== null && at > slot + (day.office.booking?.grace ?? 0);
  }
  return {
    bookings: {
      made: count(steps, 'made', 'waits'),
      used: count(steps, 'used'),
      late: late.length,
      expired: count(states, 'expired'),
      cancelled: count(steps, 'cancelled'),
      moved: count(steps, 'moved'),
      waited: count(steps, 'waits'),
      placed: count(steps, 'placed'),
      listed: bookings.filter(({ source }) => source === 'import').length,
      matched: [...beside.papers.keys()].length,
    },
    answers: { judged: seen.answers.length, undecided },
    refused: refusals(seen.answers),
    quotas: day.office.quotas.map((quota) => {
      const used = usedDuring(account, quota, day.date, after, null);
      const left = leftOfQuota(account, quota, day.date, after);
      const hub = seen.looks.at(-1)?.quotas.find(({ id }) => id === quota.id) ?? null;
      return {
        id: quota.id,
        total: totalDuring(account, quota, day.date, after).most,
        own: { booking: used.booking.most, walkIn: used.walkIn.most, left: left.walkIn.most },
        hub: hub && { ...hub.used, left: hub.left.walkIn },
      };
    }),
    comebacks: {
      sentAway: tally.accepted.get('incomplete') ?? 0,
      returned: tally.accepted.get('return') ?? 0,
      collections: answers('collect').length,
      tooEarly: answers('collect').filter(({ code }) => code === 'booking-early').length,
    },
    claims: {
      opened: beside.claims.length,
      notCharged: count(
        beside.closings.map(({ as }) => as),
        'not-charged',
      ),
      refunded: count(
        beside.closings.map(({ as }) => as),
        'refunded',
      ),
    },
    identities: {
      shown: beside.identities.length,
      found: beside.identities.filter(({ answer }) => (answer.tickets ?? []).length > 0).length,
    },
    outside: {
      requests: beside.requests.length,
      accepted: beside.requests.filter(({ states: all }) => all.includes('accepted')).length,
      trips: beside.trips.length,
      results: beside.trips.flatMap(({ results }) => results).reduce((sum, one) => sum + one.count, 0),
    },
  };
}

function refusals(answers: SeenBeside['affairs']['answers']): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { question, code } of answers) {
    if (code === null) continue;
    const name = `${question.what}: ${code}`;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}
