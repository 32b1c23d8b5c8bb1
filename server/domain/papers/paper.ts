/** The paper of a visit: what was asked of a printer, and what came of it. PA5: its link is void once it is printed again. */
import type { PaperState, PaperStation } from '../../contract/paper.ts';
import type { Instant } from '../instant.ts';

/** The last paper that was asked for a visit. */
export interface VisitPaper {
  readonly kind: 'ticket' | 'slip';
  /** Which paper of the visit it is, from 1: whoever prints says of which one something came. */
  readonly nth: number;
  /** 1, or which reprint of the ticket it is; always 1 of a slip. */
  readonly copy: number;
  readonly state: PaperState;
  /** The device that prints or printed it; null: none has begun. */
  readonly printer: string | null;
  readonly station: PaperStation;
  readonly askedAt: Instant;
  /** PA10: staff know that nobody waits for it. */
  readonly settled?: true;
}

/** Has a code, by which the hub knows it, and a link, by which its holder does; without one it is the code. */
export interface Linked {
  readonly code: string;
  readonly link?: string;
}

export const linkOf = ({ code, link = code }: Linked): string => link;

/** Codes and links are 22 characters long; what people read out never is. */
const linkLength = 22;

/** PA5: by the link that counts now. A code whose paper was printed again is nobody's. */
export function byLink<T extends Linked>(all: ReadonlyMap<string, T>, link: string): T | null {
  const direct = all.get(link);
  if (direct && linkOf(direct) === link) return direct;
  if (link.length !== linkLength) return null;
  for (const one of all.values()) if (one.link === link) return one;
  return null;
}

/** As later days know it: the link is said where it is not the code. */
export const namedBy = ({ code, link = code }: Linked): Linked => (link === code ? { code } : { code, link });
