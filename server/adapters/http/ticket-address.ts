/** Where the phone page of a ticket is, where phones can reach one. */
import type { TicketAnswer } from '../../contract/http.ts';
import type { HttpParts } from './parts.ts';

export const withAddress = (
  { publicUrl }: Pick<HttpParts, 'publicUrl'>,
  ticket: TicketAnswer,
): TicketAnswer => (publicUrl === null ? ticket : { ...ticket, url: `${publicUrl}/t/${ticket.code}` });
