/** What can be asked at the door, and of a day that closes or was interrupted. What each does is in `commands/`. */
import type { PaperStation } from '../../contract/paper.ts';

export type DoorCommand =
  /** `celsius` absent: nothing was measured. `kind`: what the thermometer looks at (`forehead`, `wrist`). */
  | { type: 'ScreenVisitor'; celsius?: number; kind?: string }
  /** Another reading of somebody who was told to sit down. Early is as good. */
  | { type: 'ReadAgain'; screening: string; celsius: number; kind?: string }
  /** `by`: who of the task force decided. */
  | { type: 'DecideCase'; screening: string; decision: 'admit' | 'refer'; by: string; reason?: string }
  /** `case`: its number; `by`: the account that looks. */
  | { type: 'SeeCase'; case: string; by: string }
  /** The notice was taken by the task force's receiver. */
  | { type: 'NoteNotice'; case: string }
  | { type: 'CountInside'; inside: number }
  | { type: 'LetLeave'; count: number }
  /** The next so many people of those who wait outside, or as many as there is room for. */
  | { type: 'CallIn'; people?: number };

export type DayCommand =
  /** `officer` null: nobody. */
  | { type: 'AssignOfficer'; counter: number; officer: string | null }
  /** `by`: the account. */
  | { type: 'CloseException'; id: string; note: string; by: string }
  /** `tomorrow`: tickets that get the first place of a later day. */
  | { type: 'CloseDay'; tomorrow: readonly string[] }
  | { type: 'ReopenDay' }
  /** `code`: the code or the short code of the earlier ticket. `atDoor`, `screening`, `paper`: as of a ticket that is taken. */
  | { type: 'ClaimPlace'; code: string; atDoor?: boolean; screening?: string; paper?: PaperStation }
  /** Milliseconds since 1970. */
  | { type: 'RecordOutage'; from: number; to: number; noticed: boolean }
  | { type: 'SettleVisits'; done: readonly string[]; gone: readonly string[] }
  /** A number of the emergency sheet; `takenAt` in milliseconds since 1970. */
  | {
      type: 'EnterPaperNumber';
      number: string;
      service: string;
      lane?: string;
      people?: number;
      takenAt: number;
      done: boolean;
    };
