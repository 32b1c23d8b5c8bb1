/** Spans of time as people say them (`90 menit`), and as the office file has them (`PT90M`). */

export const timeUnits = ['s', 'm', 'h'] as const;
export const dayUnits = ['D', 'W'] as const;
export type Unit = (typeof timeUnits)[number] | (typeof dayUnits)[number];

export interface Span {
  readonly amount: number;
  readonly unit: Unit;
}

const seconds: Readonly<Record<'s' | 'm' | 'h', number>> = { s: 1, m: 60, h: 3600 };

/** As it was written where that is one number; otherwise in the smallest unit that it names. Null: no span. */
export function spanOf(text: unknown): Span | null {
  if (typeof text !== 'string') return null;
  const days = /^P(\d+)([DW])$/.exec(text);
  if (days) return { amount: Number(days[1]), unit: days[2] as Unit };
  const parts = /^PT(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?$/.exec(text);
  if (!parts) return null;
  const [hours, minutes, rest] = [parts[1], parts[2], parts[3]];
  const unit = rest !== undefined ? 's' : minutes !== undefined ? 'm' : 'h';
  const all = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60;
  return { amount: unit === 's' ? all + Number(rest) : all / seconds[unit], unit };
}

/** What somebody typed (`1,5` hours are `PT90M`); what is no number goes to the hub, which says what is wrong. */
export function durationOf(typed: string, unit: Unit): string | undefined {
  const text = typed.trim().replace(',', '.');
  if (text === '') return undefined;
  if (!/^\d+(?:\.\d+)?$/.test(text)) return typed.trim();
  if (unit === 'D' || unit === 'W') return `P${text}${unit}`;
  if (Number.isInteger(Number(text)) || unit === 's') return `PT${Number(text)}${unit.toUpperCase()}`;
  return durationOf(
    String((Number(text) * seconds[unit]) / seconds[unit === 'h' ? 'm' : 's']),
    unit === 'h' ? 'm' : 's',
  );
}
