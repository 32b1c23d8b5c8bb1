/** What the kiosk says of the paper of a number, from what is known of it at the moment. */
import { act, type Reply } from '../../display/lib/api.ts';
import type { TicketAnswer, TicketPaper } from '../../server/contract/http.ts';
import type { PaperState } from '../../server/contract/paper.ts';
import type { TicketView } from '../../server/contract/views.ts';

/** `there`: it comes out of another printer. `photo`: none comes, so far as anybody knows. */
export type PaperNote = 'coming' | 'out' | 'there' | 'photo' | 'unsure';

/** @param copy a kiosk prints again once: of the second paper it is not asked any more */
export function noteOf({ ready, elsewhere }: TicketPaper, state: PaperState, copy: number): PaperNote {
  const comes = elsewhere === null ? 'coming' : 'there';
  switch (state) {
    case 'asked':
    case 'printing':
      return ready ? comes : 'photo';
    case 'printed':
      return elsewhere === null ? 'out' : 'there';
    case 'failed':
      return 'photo';
    case 'unsure':
      return copy > 1 ? 'photo' : 'unsure';
  }
}

/** Whether the kiosk may print it again. */
export const mayReprint = ({ ready }: TicketPaper, state: PaperState, copy: number): boolean =>
  copy === 1 && (state === 'unsure' || (state === 'failed' && ready));

/** As its page tells of it by now; before that as it was when the number was given. */
export const paperNow = (
  paper: TicketPaper,
  view: TicketView | null,
): { readonly state: PaperState; readonly copy: number } =>
  view?.paper ?? { state: paper.state, copy: paper.copy ?? 1 };

interface Reprinted {
  readonly code: string;
  readonly copy: number;
  readonly url?: string;
}

/** The ticket with the link of its new paper; the failure, where there is none. */
export async function printAgain(ticket: TicketAnswer): Promise<Reply<TicketAnswer>> {
  const reply = await act<Reprinted>(`/api/v1/tickets/${encodeURIComponent(ticket.code)}/reprint`, {});
  const { paper } = ticket;
  if (!reply.ok || !paper) return reply as Reply<TicketAnswer>;
  const { code, copy, url } = reply.answer;
  const again: TicketAnswer = { ...ticket, code, paper: { ...paper, state: 'asked', copy } };
  return { ok: true, answer: url === undefined ? again : { ...again, url } };
}
