/** The hour on the office's clock of many instants, asked of the time zone once for each quarter of an hour. */

/** Zones are whole quarters of an hour from UTC, and clocks are changed at whole quarters. */
const quarterMs = 900_000;

/** `08` for 08:00 up to but not including 09:00. Right also where a date has 23 or 25 hours. */
export function createLocalHours(timeZone: string): (ms: number) => string {
  const known = new Map<number, string>();
  return (ms) => {
    const quarter = Math.floor(ms / quarterMs);
    const found = known.get(quarter);
    if (found !== undefined) return found;
    const at = Temporal.Instant.fromEpochMilliseconds(quarter * quarterMs);
    const hour = String(at.toZonedDateTimeISO(timeZone).hour).padStart(2, '0');
    known.set(quarter, hour);
    return hour;
  };
}
