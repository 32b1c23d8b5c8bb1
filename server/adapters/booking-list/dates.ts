/** Dates and times of the day as lists write them, in Indonesian and in English. */

/** Longer texts are none, whatever they hold. */
const longest = 60;
const firstYear = 1900;
const lastYear = 2199;

const months = [
  ['januari', 'january', 'jan'],
  ['februari', 'pebruari', 'february', 'feb', 'peb'],
  ['maret', 'march', 'mar'],
  ['april', 'apr'],
  ['mei', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['agustus', 'august', 'agu', 'agt', 'ags', 'agus', 'agst', 'aug'],
  ['september', 'sep', 'sept'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nopember', 'nov', 'nop'],
  ['desember', 'december', 'des', 'dec'],
];
const monthNumbers = new Map(
  months.flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);

/** A database adds midnight to its dates. */
const midnight = /[ T]0?0[:.]00(?:[:.]00(?:\.0+)?)?Z?$/;
const weekday = /^[\p{L}']{3,12},\s*/u;
const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;
const dayFirst = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/;
const withName = /^(\d{1,2})(?: |-)(\p{L}{3,9})\.?(?: |-)(\d{4})$/u;

/** `2026-11-26` from `26/11/2026`, `26 Nov 2026` or `Kamis, 26 November 2026`. Null: no date, or one that does not exist. */
export function readDate(text: string): string | null {
  if (text.length > longest) return null;
  const plain = text.replace(weekday, '').replace(midnight, '').replace(/\s+/g, ' ');
  const iso = yearFirst.exec(plain);
  if (iso) return existing(iso[1], iso[3], iso[4]);
  // 5/6/2026 is 5 June: nobody here writes the month first.
  const local = dayFirst.exec(plain);
  if (local) return existing(local[4], local[3], local[1]);
  const named = withName.exec(plain);
  if (named) return existing(named[3], monthNumbers.get(named[2]?.toLowerCase() ?? ''), named[1]);
  return null;
}

type Part = string | number | undefined;
function existing(...parts: [year: Part, month: Part, day: Part]): string | null {
  const [year = 0, month = 0, day = 0] = parts.map((part) => Number(part ?? 0));
  if (year < firstYear || year > lastYear || month < 1 || month > 12 || day < 1) return null;
  // Day 0 of the month after is the month's last.
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

const clock = String.raw`(\d{1,2})[:.](\d{2})(?:[:.]\d{2})?(?: ?WI(?:B|TA|T))?`;
const until = String.raw`(?: ?(?:-|\u2013|\u2014|s\/d|s\.d\.?|sd|sampai|to) ?${clock})?`;
const timeOrRange = new RegExp(`^(?:(?:pukul|pkl\\.?|jam) )?${clock}${until}$`, 'i');

/** Minute of the day from `08:30`, `8.30` or `08.00-09.00 WIB`, of which the first counts. Null: no time. */
export function readTime(text: string): number | null {
  if (text.length > longest) return null;
  const [, hour, minute, lastHour, lastMinute] = timeOrRange.exec(text.replace(/\s+/g, ' ')) ?? [];
  const from = minuteOfDay(hour, minute);
  // A list of the last hour may well say 23:00 - 24:00.
  const to = lastHour === undefined ? null : minuteOfDay(lastHour, lastMinute, 24 * 60);
  return from === null || (lastHour !== undefined && to === null) ? null : from;
}

function minuteOfDay(hour: Part, minute: Part, last = 24 * 60 - 1): number | null {
  if (hour === undefined || minute === undefined || Number(minute) > 59) return null;
  const at = Number(hour) * 60 + Number(minute);
  return at > last ? null : at;
}
