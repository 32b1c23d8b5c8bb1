/** The command that a booking's body becomes, and the answer with its page's address. */
import type { BookingAnswer, BookingBody } from '../../contract/http-bookings.ts';
import type { BookingCommand } from '../../domain/commands.ts';
import type { HttpParts } from './parts.ts';

type Book = Extract<BookingCommand, { type: 'Book' }>;

export function bookCommand(body: BookingBody, source: Book['source']): Book {
  const { service, lane, date, slot, people, name = '', birthDate = '', phone, details } = body;
  return {
    type: 'Book',
    service,
    date,
    people: people ?? [{ name, birthDate }],
    source,
    ...(lane === undefined ? {} : { lane }),
    ...(slot === undefined ? {} : { slot: Date.parse(slot) }),
    ...(phone === undefined ? {} : { phone }),
    ...(details === undefined
      ? {}
      : { details: typeof details === 'string' ? details : JSON.stringify(details) }),
    ...(body.orWait === undefined ? {} : { orWait: body.orWait }),
    ...(body.waitUntil === undefined ? {} : { waitUntil: body.waitUntil }),
  };
}

/** Where a phone can reach it. */
export const withBookingAddress = (
  { publicUrl }: Pick<HttpParts, 'publicUrl'>,
  booking: BookingAnswer,
): BookingAnswer => (publicUrl === null ? booking : { ...booking, url: `${publicUrl}/b/${booking.code}` });
