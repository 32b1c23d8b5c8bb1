/** What happens to papers, in the stream of the day. A visit is named by its code, whatever its link is by then. */
import type { PaperState, PaperStation } from '../../contract/paper.ts';
import type { Instant } from '../instant.ts';

export type PaperEvent =
  /** `link`: the new one of a ticket that is printed again; the one before is void. `by`: the account that asked for it. */
  | {
      type: 'PaperAsked';
      at: Instant;
      code: string;
      kind: 'ticket' | 'slip';
      nth: number;
      copy: number;
      station: PaperStation;
      link?: string;
      reason?: string;
      by?: string;
    }
  | {
      type: 'PaperNoted';
      at: Instant;
      code: string;
      nth: number;
      state: Exclude<PaperState, 'asked'>;
      printer: string | null;
    }
  /** `by`: the account that knows that nobody waits for it any more. */
  | { type: 'PaperSettled'; at: Instant; code: string; nth: number; by: string };
