/** What the players did and were answered: the raw material of the tally. */
import type { VisitState } from '../../../server/contract/values.ts';
import type { Moment } from '../plan/plan.ts';

/** Something happened at the hub between these moments: sent, and answered. */
export interface Span {
  readonly from: Moment;
  readonly to: Moment;
}

/** A visit as the program itself has followed it. Never changed, only replaced: undo puts the former one back. */
export interface SeenVisit {
  readonly code: string;
  readonly number: string;
  readonly service: string;
  readonly lane: string;
  readonly people: number;
  /** The way through the steps; `place` is the one waited for or under way. */
  readonly steps: readonly string[];
  readonly place: number;
  readonly state: VisitState;
  readonly counter: number | null;
  /** How often the present call was announced. */
  readonly times: number;
  readonly taken: Span;
  /** From when a reserved number can be called; null: at once. */
  readonly notBefore: Moment | null;
  /** Not one moment once somebody was away with an incomplete file: so long its clock stands still. */
  readonly promise: Span | null;
  readonly until: 'done' | 'called';
  /** Came for what followed an earlier visit: takes no place of the day. */
  readonly comesAgain: boolean;
  /** Every change of state, where, and at which of its steps. */
  readonly changes: readonly {
    readonly state: VisitState;
    readonly counter: number | null;
    readonly place: number;
    readonly span: Span;
  }[];
  /** Timed hand-overs: when they began and ended. */
  readonly handovers: readonly {
    readonly began: Span;
    readonly ended: Span | null;
    readonly within: number;
    /** Too long: the office owes something. */
    readonly isFree: boolean;
  }[];
}

export interface SeenCall {
  readonly counter: number;
  readonly number: string;
  /** Announcements, as far as the keys that were accepted tell. */
  readonly times: number;
  readonly undone: boolean;
  readonly span: Span;
}

/** A key (or the desk's button) that a counter's officer pressed, and the number it was answered with. */
export interface Acted {
  readonly counter: number;
  readonly action:
    | 'next'
    | 'call'
    | 'recall'
    | 'start'
    | 'done'
    | 'no_show'
    | 'hold'
    | 'transfer'
    | 'incomplete'
    | 'undo'
    | 'open'
    | 'pause'
    | 'close';
  readonly ticket: string | null;
  readonly span: Span;
  /** `next` again at once: the same answer as before means that it was taken for the same press. */
  readonly again?: boolean;
  /** With the hourglass, where it is by choice. */
  readonly timed?: boolean;
}
