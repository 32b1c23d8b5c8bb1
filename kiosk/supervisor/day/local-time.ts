/** Times of day of the office, as instants: `10:20` on the office's date and in its zone. */

/**
 * @param date `2026-11-26` @param time `10:20` on the office's clock
 * @returns ISO 8601 in UTC; null where the two are no time
 */
export function atLocal(date: string, time: string, timeZone: string): string | null {
  const asUtc = Date.parse(`${date}T${time}:00Z`);
  if (Number.isNaN(asUtc)) return null;
  // What the office's clock shows at that instant tells how far its zone is from UTC; twice, for changes of the clock.
  const first = asUtc - offset(asUtc, timeZone);
  return new Date(asUtc - offset(first, timeZone)).toISOString();
}

/** Milliseconds that the zone's clock is ahead of UTC at an instant. */
function offset(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    hourCycle: 'h23',
  }).formatToParts(at);
  const part = (type: string): number => Number(parts.find((one) => one.type === type)?.value);
  const shown = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return shown - Math.floor(at / 1000) * 1000;
}
