/** What happened beside the queue, as lines for people; what an office does not have is not named. */
import type { BesideSummary } from './summary-beside.ts';

export type Row = readonly [name: string, text: string];

export function besideRows({
  bookings,
  answers,
  refused,
  quotas,
  comebacks,
  claims,
  identities,
  outside,
}: BesideSummary): Row[] {
  const { made, used, late, expired, cancelled, moved, waited, placed, listed, matched } = bookings;
  const rows: (Row | false)[] = [
    made > 0 && [
      'bookings',
      `${made} made (${listed} by a list, ${matched} papers matched): ${used} used (${late} of them late), ${expired} expired, ${cancelled} cancelled, ${moved} moved; ${waited} on the waiting list, ${placed} of them placed`,
    ],
    answers.judged > 0 && [
      'answers',
      `${answers.judged} judged by our own rules, ${answers.undecided} too near to a deadline to tell; refused: ${listOf(refused)}`,
    ],
    ...quotas.map(({ id, total, own, hub }): Row => {
      const inWords = ({ booking, walkIn, left }: typeof own) =>
        `${booking} booked, ${walkIn} walked in, ${left} left`;
      return [
        'quota',
        `${id}, ${total} places: ${inWords(own)} (the hub: ${hub ? inWords(hub) : 'not asked'})`,
      ];
    }),
    comebacks.sentAway + comebacks.collections > 0 && [
      'come again',
      `${comebacks.sentAway} sent away, ${comebacks.returned} returned; ${comebacks.collections} asked for what follows, ${comebacks.tooEarly} of them too early`,
    ],
    claims.opened > 0 && [
      'claims',
      `${claims.opened} opened, ${claims.notCharged} not charged, ${claims.refunded} refunded`,
    ],
    identities.shown > 0 && [
      'identities',
      `${identities.shown} shown, ${identities.found} had another number`,
    ],
    outside.requests > 0 && [
      'outside',
      `${outside.requests} requests, ${outside.accepted} accepted, ${outside.trips} trips, ${outside.results} results`,
    ],
  ];
  return rows.filter((row) => row !== false);
}

const listOf = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ') || 'nothing';
