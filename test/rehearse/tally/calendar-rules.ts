/** What must never stand in the journal: a place given twice or too early, a booking used twice, a claim that is missing. */

import type { Office } from '../../../server/contract/office.ts';
import type { DayEvent } from '../../../server/domain/events.ts';
import { mostOf, quotasFor, regularOf } from '../plan/places.ts';
import type { RecordedBooking, RecordedCalendar } from './calendar.ts';
import { type Difference, one } from './difference.ts';

type Rules = NonNullable<Office['booking']>;

export function brokenRules(
  office: Office,
  date: string,
  calendar: RecordedCalendar,
  day: readonly DayEvent[],
): Difference[] {
  const { booking: rules } = office;
  const bookings = [...calendar.bookings.values()];
  return [
    ...calendar.wrong.map((journal) => ({ where: 'journal, calendar', seen: 'never', journal })),
    ...(rules ? bookings.flatMap((booking) => wrongSteps(booking, rules)) : []),
    ...(rules ? freedTooEarly(calendar, rules, day) : []),
    ...givenTwice(office, date, calendar, day),
    ...missingClaims(office, calendar, day),
  ];
}

const short = (code: string): string => `booking ${code.slice(0, 6)}`;

function wrongSteps({ code, steps }: RecordedBooking, rules: Rules): Difference[] {
  const used = steps.filter(({ what }) => what === 'used').length;
  const early = steps.filter(
    ({ what, slot, at }, place) =>
      what === 'expired' && slot !== null && at < slot + rules.expire && steps[place - 1]?.what !== 'waits',
  );
  return [
    ...(used > 1 ? one(`journal, ${short(code)}`, 'used once', `used ${used} times`) : []),
    ...early.map(({ at, slot }) => ({
      where: `journal, ${short(code)}`,
      seen: `its place is kept until ${at === null ? '' : new Date((slot ?? 0) + rules.expire).toISOString()}`,
      journal: `freed at ${new Date(at).toISOString()}`,
    })),
  ];
}

/** Given back is not free: nobody can hand a place to a friend. */
function freedTooEarly(
  { bookings, freed }: RecordedCalendar,
  { holdBack }: Rules,
  day: readonly DayEvent[],
): Difference[] {
  const cancelled = new Map(
    day.flatMap((event) => (event.type === 'VisitCancelled' ? [[event.code, event.at] as const] : [])),
  );
  const tickets = day.flatMap((event) =>
    event.type === 'PlaceFreed' ? [{ code: event.code, at: event.at, given: cancelled.get(event.code) }] : [],
  );
  const given = ({ code, at }: { code: string; at: number }) =>
    bookings
      .get(code)
      ?.steps.filter((step) => ['moved', 'cancelled', 'given-up'].includes(step.what) && step.at <= at)
      .map((step) => step.at + holdBack);
  const places = freed.map((one) => ({ ...one, due: given(one) ?? [] }));
  return [
    ...places
      .filter(({ code, at, due }, place) => {
        const before = places.slice(0, place + 1).filter((one) => one.code === code && one.at === at);
        return due.filter((moment) => moment === at).length < before.length;
      })
      .map(({ code, at, due }) => ({
        where: `journal, places of ${short(code)}`,
        seen: due.length === 0 ? 'never given back' : `free from ${new Date(due.at(-1) ?? 0).toISOString()}`,
        journal: `free from ${new Date(at).toISOString()}`,
      })),
    ...tickets
      .filter(({ at, given }) => given === undefined || at !== given + holdBack)
      .map(({ code, at }) => ({
        where: `journal, places of ticket ${code.slice(0, 6)}`,
        seen: 'free once they were held back',
        journal: `free from ${new Date(at).toISOString()}`,
      })),
  ];
}

interface Taking {
  readonly at: number;
  readonly people: number;
  readonly service: string;
  readonly lane: string;
}

/** More people on the date than there are places: at some moment one place had two. */
function givenTwice(
  office: Office,
  date: string,
  { bookings, freed, releases }: RecordedCalendar,
  day: readonly DayEvent[],
): Difference[] {
  const takings: Taking[] = [
    ...[...bookings.values()].flatMap((booking) => takingsOf(booking, date, freed)),
    ...day.flatMap((event) => takingOf(event, day)),
  ];
  return office.quotas.flatMap((quota) => {
    const own = takings.filter(({ service, lane }) => quotasFor(office, service, lane).includes(quota));
    const released = releases
      .filter((release) => release.quota === quota.id && release.date === date)
      .reduce((sum, { places }) => sum + places, 0);
    const total = Math.min(regularOf(quota, date) + released, mostOf(quota, date));
    let [taken, most] = [0, 0];
    // What is given back at a moment is free at that moment.
    for (const { people } of own.sort((a, b) => a.at - b.at || a.people - b.people)) {
      taken += people;
      most = Math.max(most, taken);
    }
    return most <= total
      ? []
      : [{ where: `journal, quota ${quota.id}`, seen: `${total} places`, journal: `${most} taken at once` }];
  });
}

function takingsOf(
  { code, service, lane, people, steps }: RecordedBooking,
  date: string,
  freed: RecordedCalendar['freed'],
): Taking[] {
  const takings: Taking[] = [];
  const add = (at: number, sign: 1 | -1) => takings.push({ at, people: sign * people, service, lane });
  let has = false;
  const leave = (at: number) => {
    const back = freed.find((one) => one.code === code && one.at >= at);
    if (has && back) add(back.at, -1);
    has = false;
  };
  for (const step of steps) {
    const isIn = ['made', 'placed', 'moved', 'used'].includes(step.what) && step.date === date;
    if (isIn && !has) add(step.at, 1);
    if (isIn) has = true;
    else if (step.what === 'expired') {
      if (has) add(step.at, -1);
      has = false;
    } else leave(step.at);
  }
  return takings;
}

function takingOf(event: DayEvent, day: readonly DayEvent[]): Taking[] {
  if (event.type !== 'TicketTaken') return [];
  const { at, code, people, service, lane, booking, comeback, place } = event;
  if (booking !== undefined || comeback !== undefined || place !== undefined) return [];
  const back = day.find(
    (one) => (one.type === 'PlaceFreed' || one.type === 'ProofMatched') && one.code === code,
  );
  return [{ at, people, service, lane }, ...(back ? [{ at: back.at, people: -people, service, lane }] : [])];
}

function missingClaims(office: Office, { claims }: RecordedCalendar, day: readonly DayEvent[]): Difference[] {
  const stepOf = new Map<string, string>();
  const broken: string[] = [];
  for (const event of day) {
    if (event.type === 'TicketCalled') stepOf.set(event.code, event.step);
    const step = event.type === 'HandoverBroken' ? stepOf.get(event.code) : undefined;
    const isOwed = office.steps.find(({ id }) => id === step)?.otherwise === 'free';
    if (event.type === 'HandoverBroken' && isOwed) broken.push(event.code);
  }
  return [...new Set(broken)].flatMap((code) => {
    const owed = broken.filter((one) => one === code).length;
    const opened = [...claims.values()].filter((claim) => claim.code === code).length;
    return one(`journal, claims of visit ${code.slice(0, 6)}`, String(owed), String(opened));
  });
}
