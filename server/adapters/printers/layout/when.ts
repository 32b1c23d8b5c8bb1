/** Times, dates and amounts as they are printed, in the office's time zone. Clock times are `10:20` everywhere. */

// English as the offices write it: the day before the month, like the clock of 24 hours.
const localeOf = (language: string): string => (language === 'en' ? 'en-GB' : language);

const written = (at: string, timeZone: string, language: string, how: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(localeOf(language), { timeZone, ...how }).format(Date.parse(at));

/** `10:20`. `at` is ISO 8601. */
export const clock = (at: string, timeZone: string): string =>
  written(at, timeZone, 'en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** `09:40-10:05`; one clock time where both are the same. */
export function clocks(from: string, to: string, timeZone: string): string {
  const [first, last] = [clock(from, timeZone), clock(to, timeZone)];
  return first === last ? first : `${first}-${last}`;
}

/** `Senin, 30 November 2026` of a local date: `2026-11-30`. */
export const dateIn = (date: string, language: string): string =>
  written(`${date}T12:00:00Z`, 'UTC', language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });

/** `30 Nov 2026 09:12`. */
export function dateAndClock(at: string, timeZone: string, language: string): string {
  const date = written(at, timeZone, language, { day: 'numeric', month: 'short', year: 'numeric' });
  return `${date} ${clock(at, timeZone)}`;
}

/** `Rp 355.000` as the reader writes it. */
export const amountIn = (fee: { amount: number; currency: string }, language: string): string =>
  new Intl.NumberFormat(localeOf(language), {
    style: 'currency',
    currency: fee.currency,
    maximumFractionDigits: 0,
  }).format(fee.amount);
