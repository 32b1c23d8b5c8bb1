/** `booking:<code>`: what the page of one booking shows to whoever has its code. */
import { z } from 'zod';
import type { BookingAnswer } from './http-bookings.ts';
import { officeSummary } from './views.ts';

const name = z.record(z.string(), z.string());

export const bookingView = z.object({
  office: officeSummary,
  serviceName: name,
  laneName: name,
  booking: z.custom<Omit<BookingAnswer, 'url'>>(),
  /** Code of the ticket that it became, where there is a page of it. */
  ticketCode: z.string().nullable(),
});
export type BookingView = z.infer<typeof bookingView>;
