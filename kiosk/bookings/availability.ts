/** Which dates and slots have room, and how they are read: `Kam, 26 Nov · sisa 5`. */
import { ask, type Reply } from '../../display/lib/api.ts';
import type { AvailabilityAnswer } from '../../server/contract/http-bookings.ts';

export type Dates = readonly AvailabilityAnswer[];

/** @param days counted from `from` on, which is a local date of the office */
export function readAvailability(service: string, from: string, days: number): Promise<Reply<Dates>> {
  const query = new URLSearchParams({ service, from, days: String(days) });
  return ask<Dates>('GET', `/api/v1/availability?${query}`);
}

/** Whether a party of so many still fits; null: not limited. */
export const hasRoom = (free: number | null, people = 1): boolean => free === null || free >= people;

/** `Kam, 26 Nov`, or with the month in full. `date` is a local date. */
export function shortDay(date: string, language: string, month: 'short' | 'long' = 'short'): string {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    timeZone: 'UTC',
    weekday: month,
    day: 'numeric',
    month,
  }).format(Date.parse(`${date}T12:00:00Z`));
}
