/** All that is beside the queue, compared: answers, bookings, places, claims, identity numbers, visits outside. */
import type { DayEvent } from '../../../server/domain/events.ts';
import type { InventedDay } from '../plan/plan.ts';
import type { AffairsTally } from './asked.ts';
import type { BesideTally } from './beside.ts';
import type { RecordedCalendar } from './calendar.ts';
import { brokenRules } from './calendar-rules.ts';
import { judgeAnswers } from './compare-answers.ts';
import { compareAtEnd, compareBookings } from './compare-bookings.ts';
import { compareClaims, compareIdentities } from './compare-claims.ts';
import { compareOutside } from './compare-outside.ts';
import { compareAvailability, compareLooks, comparePlaces, type SeenPlaces } from './compare-places.ts';
import type { Difference } from './difference.ts';
import { compareImports } from './imports.ts';
import type { Account } from './places.ts';
import type { Tally } from './tally.ts';
import { withPlacements } from './waiting.ts';

export interface SeenBeside {
  readonly day: InventedDay;
  readonly affairs: AffairsTally;
  readonly tally: BesideTally;
  /** Boards that show how many places are left. */
  readonly boards: readonly SeenPlaces[];
  /** When everything had been looked at. */
  readonly end: number;
}

export interface RecordedBeside {
  readonly calendar: RecordedCalendar;
  readonly day: readonly DayEvent[];
}

export interface JudgedBeside {
  readonly differences: Difference[];
  readonly undecided: number;
  readonly account: Account;
  readonly affairs: AffairsTally;
}

export function judgeBeside(
  { day, affairs: seen, tally: beside, boards, end }: SeenBeside,
  tally: Tally,
  recorded: RecordedBeside,
  slack: number,
): JudgedBeside {
  const { office, date } = day;
  const { affairs, account } = withPlacements(office, date, tally, seen, { slack, end });
  const facts = {
    office,
    date,
    account,
    bookings: affairs.bookings,
    visits: tally.visits,
    closed: beside.closed,
    slack,
  };
  const answers = judgeAnswers(affairs.answers, facts);
  const ending = office.booking ? { rules: office.booking, end, slack } : null;
  const { calendar } = recorded;
  return {
    ...{ affairs, account, undecided: answers.undecided },
    differences: [
      ...answers.differences,
      ...(ending ? compareBookings(affairs, calendar, tally, ending) : []),
      ...(ending ? compareAtEnd(beside.ends, affairs, ending) : []),
      ...compareLooks(affairs.looks, account),
      ...compareAvailability(beside.availability, account),
      ...comparePlaces(boards, date, { from: end, to: end }, account),
      ...compareImports(beside.imports, beside.papers, { tally, account }),
      ...compareClaims(tally, beside, calendar, { end, slack }),
      ...compareIdentities(beside.identities, tally),
      ...compareOutside(beside, calendar, office, date),
      ...brokenRules(office, date, calendar, recorded.day),
    ],
  };
}
