/** What can be asked of papers. What each does is in `commands/`. */
import type { PaperState, PaperStation } from '../../contract/paper.ts';

export type PaperCommand =
  /** What came of the `nth` paper of a visit; `printer`: the device, null where none has begun. */
  | {
      type: 'NotePaper';
      code: string;
      nth: number;
      state: Exclude<PaperState, 'asked'>;
      printer: string | null;
    }
  /** `ticket`: a number or a link. `station`: where it comes out. `kiosk`: the token of the kiosk that asks. `by`: the account. */
  | {
      type: 'ReprintTicket';
      ticket: string;
      station: PaperStation;
      by: string;
      kiosk?: string | null;
      reason?: string;
    }
  /** What follows a visit, on paper. */
  | { type: 'PrintSlip'; ticket: string; station: PaperStation }
  /** Nobody waits for this paper any more. `by`: the account that says so. */
  | { type: 'SettlePaper'; ticket: string; by: string };

/** `link`: that of the new paper. */
export interface PaperAnswer {
  readonly link: string;
  readonly number: string;
  readonly copy: number;
}
