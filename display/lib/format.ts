/** Times, spans and numbers as people read them, in the office's time zone. Clock times are `10:20` everywhere. */

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  clocks.set(timeZone, made);
  return made;
}

/** `10:20`. `at` is ISO 8601 or milliseconds since 1970. */
export function clockTime(at: string | number, timeZone: string): string {
  return clockOf(timeZone).format(typeof at === 'string' ? Date.parse(at) : at);
}

/** A span as `1:05`, or `1:02:05` from an hour on. Never negative; a second begun counts as long as it runs. */
export function countdown(ms: number): string {
  return spanOf(Math.ceil(Math.max(0, ms) / 1000));
}

/** The same for time gone by: only whole seconds count. */
export function elapsed(ms: number): string {
  return spanOf(Math.floor(Math.max(0, ms) / 1000));
}

function spanOf(seconds: number): string {
  const two = (part: number) => String(part).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  const rest = two(seconds % 60);
  return minutes < 60 ? `${minutes}:${rest}` : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${rest}`;
}
