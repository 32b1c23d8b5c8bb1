/** How the day is conducted: screening at the door, bookings, calling. */
import { z } from 'zod';
import { days, duration, positiveDuration } from './durations.ts';
import { expected } from './expected.ts';
import { timeRanges } from './hours.ts';
import { distinct, group, list, oneOf, table, whole, yesOrNo } from './shapes.ts';
import { calendarDate, idText, shownText } from './values.ts';

const column = z
  .union([shownText, list(shownText, 'names of a column', 1, 10)], {
    error: expected('the name of a column, or a list of names'),
  })
  .exactOptional();

const degrees = expected('a temperature from 30 to 45 degrees Celsius such as 37.5');
const temperature = z.number({ error: degrees }).min(30, { error: degrees }).max(45, { error: degrees });
const aDay = 24 * 3_600_000;

/** Temperatures at the door; a level is passed by what is strictly above it. */
export const screening = group({
  warnAbove: temperature,
  holdAbove: temperature,
  /** So many more readings before somebody is held. */
  retests: whole(0, 10).default(2),
  retestAfter: duration.prefault('PT5M'),
  /** A reading tied to a case is health data: it is never kept for more than a day. */
  keep: positiveDuration
    .refine((span) => span <= aDay, { error: 'expected at most PT24H: a temperature is not kept longer' })
    .prefault('PT24H'),
});

/** Bookings of one service, in slots. */
export const booking = group({
  service: idText,
  slot: positiveDuration.prefault('PT30M'),
  /** One is asked to come so long before the slot. */
  arriveBefore: duration.prefault('PT30M'),
  /** Checking in is possible from so long before the slot. */
  checkInFrom: duration.prefault('PT3H'),
  /** The turn comes not later than so long after the slot. */
  within: positiveDuration.prefault('PT30M'),
  /** After the slot and this, one is late. */
  grace: duration.prefault('PT15M'),
  /** Late on the day: still taken, by arrival, or refused. */
  late: oneOf(['keep', 'forfeit']).default('keep'),
  /** So long after the slot the place of somebody who did not come is freed. */
  expire: positiveDuration.prefault('PT1H'),
  /** People at one slot. Absent: only the quotas of the day limit it. */
  perSlot: whole(1, 10_000).exactOptional(),
  /** So many days ahead. */
  horizon: days.prefault('P14D'),
  /** Live bookings of one contact. */
  perContact: whole(1, 100).default(1),
  /** People in one booking. */
  party: whole(1, 100).default(5),
  /** A place given back is free for others only after this, so that it cannot be handed to a friend. */
  holdBack: duration.prefault('PT10M'),
});

/** The rhythm of calls at a counter. */
export const calling = group({
  /** A second press within this is the same press. */
  refractory: duration.prefault('PT0.6S'),
  recallAfter: duration.prefault('PT10S'),
  /** So many calls … */
  noShowAfter: whole(1, 100).default(3),
  /** … and so long since the first, before somebody counts as not come. */
  noShowWait: duration.prefault('PT2M'),
  /** Who comes back is called after so many others of the step. */
  returnAfter: whole(0, 100).default(3),
  undoWithin: duration.prefault('PT30S'),
});

/** Asked once, at the desk, and counted: `{ purposes: [work, study] }`. */
export const lists = table(
  idText,
  distinct(idText, 'choices'),
  'lists of choices such as { purposes: [work, study] }',
);

/**
 * From which age on, and below which, nobody needs to book: the lane that is `for` such people takes them in at any
 * time. In years on the day of the visit.
 */
export const ages = group({
  elderly: whole(1, 150).default(60),
  toddler: whole(1, 150).default(5),
});

/** The list of bookings of another system: its columns' names, where they are not the usual ones. */
export const bookingList = group({
  columns: group({
    reference: column,
    /** The rows of one family have the same. */
    group: column,
    name: column,
    birthDate: column,
    phone: column,
    service: column,
    lane: column,
    date: column,
    time: column,
    details: column,
  }).prefault({}),
  /** True: its bookings are taken also where a quota is full. */
  overbook: yesOrNo().default(false),
});

/** A day with hours of its own; wins over the week and over holidays. None: closed. */
export const opening = group({ date: calendarDate, hours: timeRanges });
