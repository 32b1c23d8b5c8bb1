/** Hours and dates that are wrong, put into `contoh.yaml`; with the mistake each must be. */
import type { Row } from './mistaken-values.ts';

export const mistakenHours: readonly Row[] = [
  [
    'mon-thu: [08:00-12:00',
    'mon-thu: [8-12',
    7,
    'hours.mon-thu[0]',
    'expected a range of times such as 08:00-12:00, found "8-12"',
  ],
  [
    'mon-thu: [08:00-12:00',
    'mon-thu: [12:00-08:00',
    7,
    'hours.mon-thu[0]',
    'expected a range that ends after it begins, such as 08:00-12:00',
  ],
  [
    'mon-thu: [08:00-12:00',
    'mon-thu: [08:00-24:30',
    7,
    'hours.mon-thu[0]',
    'expected a range of times such as 08:00-12:00, found "08:00-24:30"',
  ],
  [
    'mon-thu: [08:00-12:00',
    'mon-thu: [08:00-13:30',
    7,
    'hours.mon-thu[1]',
    'overlaps with another range of the same day',
  ],
  ['mon-thu:', 'thu-mon:', 7, 'hours.thu-mon', 'expected days in the order of the week, from mon to sun'],
  [
    'mon-thu:',
    'senin:',
    7,
    'hours.senin',
    'expected a day such as fri or days such as mon-thu, found "senin"',
  ],
  [
    'holidays: [2026-12-25]',
    'holidays: [2026-02-30]',
    8,
    'holidays[0]',
    'expected a date of the calendar, found "2026-02-30", which does not exist',
  ],
  [
    'holidays: [2026-12-25]',
    'holidays: [25-12-2026]',
    8,
    'holidays[0]',
    'expected a date such as 2026-12-25, found "25-12-2026"',
  ],
  [
    'openings: [{ date: 2026-12-27, hours: [08:00-12:00] }]',
    'openings: [{ date: 2026-12-27 }]',
    9,
    'openings[0].hours',
    'missing: expected a list of ranges of times such as [08:00-12:00, 13:00-16:00]',
  ],
];
