/** What is printed for a visitor: a ticket when the number is given, a slip when something follows the visit. */
import { z } from 'zod';
import type { TicketView } from './views.ts';

export interface Paper {
  readonly kind: 'ticket' | 'slip';
  /** As its phone page would show it now; the printer's layout chooses words and languages. */
  readonly view: TicketView;
  /** What to have ready while one waits; empty where nothing can be missing. */
  readonly ready: TicketView['bring'];
  /** The first local date of the collection, if all goes well; null: nothing follows, or it is not known yet. */
  readonly earliest: string | null;
  /** The link of the ticket's page, where phones can reach it; null: no QR code. */
  readonly url: string | null;
  /** 1, or which reprint it is; the link of the one before it is void. */
  readonly copy: number;
  /** When it is printed, ISO 8601. */
  readonly at: string;
}

/** How the paper of a visit is. `asked`: nothing was sent yet. `unsure`: it may lie in the tray, or not. */
export const paperStates = ['asked', 'printing', 'printed', 'failed', 'unsure'] as const;
export const paperState = z.enum(paperStates);
export type PaperState = z.infer<typeof paperState>;

/** What came of a paper. `failed`: certainly nothing came out. `unsure`: perhaps; it is never printed again by itself. */
export type PaperOutcome = Extract<PaperState, 'printed' | 'failed' | 'unsure'>;

/** Who asks for a paper: a station by its role and token, for printers that serve some of them. */
export interface PaperStation {
  readonly role: string;
  readonly token: string | null;
}
