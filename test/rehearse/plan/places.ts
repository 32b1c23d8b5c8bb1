/** How many may come on a date, by our own reading of the office's quotas. */
import type { Office } from '../../../server/contract/office.ts';
import { weekdayOf } from './local-time.ts';

export type Quota = Office['quotas'][number];
export type Channel = 'booking' | 'walkIn';

/** A quota that names no services or lanes is for all; those who are visited outside take no place of the room. */
export function quotasFor({ quotas, services }: Office, service: string, lane: string): readonly Quota[] {
  const isOffsite = services.find(({ id }) => id === service)?.offsite ?? false;
  return quotas.filter(
    (quota) => (quota.services?.includes(service) ?? !isOffsite) && (quota.lanes?.includes(lane) ?? true),
  );
}

export const regularOf = ({ perDay, extra }: Quota, date: string): number =>
  perDay + (extra?.[weekdayOf(date)] ?? 0);

export const mostOf = (quota: Quota, date: string): number =>
  Math.max(regularOf(quota, date), quota.upTo ?? 0);

/** Of an empty date in the lane that nobody asks for; null: not limited. */
export function placesOf(
  office: Office,
  service: string,
  date: string,
): Readonly<Record<Channel, number>> | null {
  const quotas = quotasFor(office, service, office.lanes[0]?.id ?? '');
  if (quotas.length === 0) return null;
  const least = (of: (quota: Quota) => number) => Math.min(...quotas.map(of));
  return {
    booking: least((quota) => regularOf(quota, date) - (quota.share?.walkIn ?? 0)),
    walkIn: least((quota) => regularOf(quota, date) - (quota.share?.booking ?? 0)),
  };
}
