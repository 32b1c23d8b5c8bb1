/** The keys of the office file, each checked by itself. */
import { z } from 'zod';
import { ages, booking, bookingList, calling, lists, opening, screening } from './conduct.ts';
import { expected } from './expected.ts';
import { weekHours } from './hours.ts';
import { counters, quotas } from './places.ts';
import { serial } from './serial.ts';
import { distinct, group, list, oneOf, pattern, whole } from './shapes.ts';
import { media, notices, voice } from './shown.ts';
import { calendarDate, idText, writtenName } from './values.ts';
import { lanes, outcomes, services, steps } from './visits.ts';

const timeZone = z.string({ error: expected('a time zone such as Asia/Jakarta') }).refine(isTimeZone, {
  error: expected('a time zone such as Asia/Jakarta'),
});
const language = pattern(/^[a-z]{2,3}$/, 'a language code such as id or en');
const colour = pattern(/^#[0-9a-fA-F]{6}$/, 'a colour in quotes such as "#4fc3a1"');

/** Each part by itself; whether the parts agree is seen by `disagreements`. */
export const officeParts = group({
  id: idText,
  name: writtenName,
  timeZone,
  /** The first one is shown first. */
  languages: distinct(language, 'language codes such as [id, en]', 1, 10).prefault(['id', 'en']),
  /** The one colour of the screens. The default has a contrast of 8.8 : 1 to a board's near-black. */
  accent: colour.default('#4fc3a1'),
  /** People inside. Absent: not limited. */
  capacity: whole(1, 100_000).exactOptional(),
  /** When numbers are given; calling is never bound. Absent: always. */
  hours: weekHours.prefault({ 'mon-sun': ['00:00-24:00'] }),
  holidays: distinct(calendarDate, 'dates such as 2026-12-25', 0, 400).default([]),
  openings: list(opening, 'openings such as { date: 2026-12-27, hours: [08:00-12:00] }', 0, 400).default([]),
  /** Absent: one tap admits and nothing is measured. */
  screening: screening.exactOptional(),
  steps,
  services,
  lanes,
  quotas: quotas.default([]),
  counters,
  /** Absent: nothing can be booked. */
  booking: booking.exactOptional(),
  ages: ages.prefault({}),
  bookingList: bookingList.prefault({}),
  /** Of `fee`. */
  currency: pattern(/^[A-Z]{3}$/, 'a currency such as IDR').default('IDR'),
  /** `forecast`: no more numbers, also within the hours, when the last one would not be served before closing. */
  stopNumbers: oneOf(['forecast', 'hours']).default('forecast'),
  calling: calling.prefault({}),
  serial: serial.default([]),
  outcomes: outcomes.default({}),
  lists: lists.default({}),
  voice: voice.prefault({}),
  notices,
  media,
});

export type OfficeParts = z.infer<typeof officeParts>;

/** A zone that the runtime knows; it says so only by throwing at any other. */
function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}
