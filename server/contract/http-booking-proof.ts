/** A booking named by its short code, with a birth date of it: in the body, so that no address holds one. */
import { z } from 'zod';
import { localDate, ticketName } from './values.ts';

/** Needed where no station of the office asks. */
export const proofBody = z.strictObject({ birthDate: localDate.optional() });

export const moveBody = proofBody.extend({
  date: localDate,
  slot: z.iso.datetime({ offset: true }).optional(),
});

export const findBookingBody = z.strictObject({ code: ticketName, birthDate: localDate });
