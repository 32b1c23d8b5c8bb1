/** What the figures are of: today, this week or month, one date, or any range. Dates are the office's: `2026-11-26`. */

export const kinds = ['today', 'week', 'month', 'date', 'range'] as const;
export type Kind = (typeof kinds)[number];

export interface Period {
  readonly kind: Kind;
  readonly from: string;
  readonly to: string;
}

const dayMs = 86_400_000;
const at = (date: string): Date => new Date(`${date}T00:00:00Z`);
const dateOf = (when: Date): string => when.toISOString().slice(0, 10);
const shifted = (date: string, days: number): string => dateOf(new Date(at(date).getTime() + days * dayMs));

/** Weeks begin on Monday. */
function weekOf(date: string): readonly [string, string] {
  const monday = shifted(date, -((at(date).getUTCDay() + 6) % 7));
  return [monday, shifted(monday, 6)];
}

/** @param months how many months after that of the date */
function monthOf(date: string, months = 0): readonly [string, string] {
  const [year, month] = [at(date).getUTCFullYear(), at(date).getUTCMonth() + months];
  return [dateOf(new Date(Date.UTC(year, month, 1))), dateOf(new Date(Date.UTC(year, month + 1, 0)))];
}

/** The period of a kind: whole weeks and months, also where they still go on. */
export function periodOf(kind: Kind, today: string, now: Pick<Period, 'from' | 'to'>): Period {
  const spans: Record<Kind, readonly [string, string]> = {
    today: [today, today],
    week: weekOf(today),
    month: monthOf(today),
    date: [now.from, now.from],
    range: [now.from, now.to],
  };
  const [from, to] = spans[kind];
  return { kind, from, to };
}

/** The period before or after, as long: whole months stay whole months. */
export function step({ from, to }: Period, by: -1 | 1, today: string): Period {
  const [first, last] = monthOf(from);
  if (from === first && to === last) return named(monthOf(from, by), today);
  const days = ((at(to).getTime() - at(from).getTime()) / dayMs + 1) * by;
  return named([shifted(from, days), shifted(to, days)], today);
}

function named([from, to]: readonly [string, string], today: string): Period {
  const is = ([first, last]: readonly [string, string]): boolean => from === first && to === last;
  if (is([today, today])) return { kind: 'today', from, to };
  if (is(weekOf(today))) return { kind: 'week', from, to };
  if (is(monthOf(today))) return { kind: 'month', from, to };
  return { kind: from === to ? 'date' : 'range', from, to };
}

/** As far as it has come: nothing is counted of dates that are still to come. */
export const soFar = ({ from, to }: Period, today: string): Pick<Period, 'from' | 'to'> => ({
  from,
  to: from <= today && today < to ? today : to,
});

/** `Kamis, 26 November 2026`, `1–30 November 2026`. */
export function periodIn({ from, to }: Pick<Period, 'from' | 'to'>, language: string): string {
  const locale = language === 'en' ? 'en-GB' : language;
  const long = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  if (from === to) return new Intl.DateTimeFormat(locale, { ...long, weekday: 'long' }).format(at(from));
  return new Intl.DateTimeFormat(locale, long).formatRange(at(from), at(to));
}
