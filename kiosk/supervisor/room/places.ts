/** What a quota's bar is made of: who has its places, which are held back, and how many are left for whom. */
import type { QuotaAnswer } from '../../../server/contract/http-bookings.ts';

export type Quota = Omit<QuotaAnswer, 'date' | 'releases'>;

export const parts = ['booking', 'walkIn', 'heldBack', 'left'] as const;
export type Part = (typeof parts)[number];

/** People of each part; those held back are no longer anybody's, though they count as used. */
export function placesOf({ used, heldBack, total }: Quota): Readonly<Record<Part, number>> {
  const ofBooking = Math.min(heldBack, used.booking);
  return {
    booking: used.booking - ofBooking,
    walkIn: Math.max(0, used.walkIn - (heldBack - ofBooking)),
    heldBack,
    left: Math.max(0, total - used.booking - used.walkIn),
  };
}

/** Whether bookings and those who just come have places of their own. */
export const isShared = ({ left, used, total }: Quota): boolean =>
  left.booking !== left.walkIn || left.booking !== Math.max(0, total - used.booking - used.walkIn);
