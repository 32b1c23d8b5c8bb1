/** The day as a forecast needs it: made by the hub in a moment, handed to another thread as plain values. */
import type { Cycle } from './cycles.ts';
import type { SceneLane, SceneVisit } from './scene.ts';
import type { Hour } from './tempo.ts';

export interface SnapshotVisit extends SceneVisit {
  /** Since when it waits for this call. */
  readonly since: number;
  /** Null: nothing is promised, or it is kept, broken or lapsed already. */
  readonly promiseAt: number | null;
  readonly until: 'done' | 'called';
  /** Somebody who is booked and not here yet. */
  readonly isComing: boolean;
  /** People of it who are in the room until it is over. */
  readonly inside: number;
}

export interface SnapshotCounter {
  readonly number: number;
  readonly steps: readonly string[];
  readonly lanes: readonly string[] | null;
  /** Not before: the end of a pause. */
  readonly from: number;
  /** Whom it has now. */
  readonly busy: { readonly since: number; readonly step: string; readonly service: string } | null;
}

/** How a step goes today. */
export interface StepToday extends Hour {
  readonly lastCallAt: number | null;
}

/** Somebody who might come now. */
export interface Newcomer {
  readonly service: string;
  readonly lane: string;
  readonly steps: readonly string[];
  readonly turn: number;
}

export interface Snapshot {
  readonly at: number;
  readonly date: string;
  /** When the local day began, and the hour that it is, so that nobody asks the time zone a thousand times. */
  readonly dayBegan: number;
  readonly lanes: readonly SceneLane[];
  readonly counters: readonly SnapshotCounter[];
  /** Not open now, and could be. */
  readonly closed: readonly {
    readonly number: number;
    readonly steps: readonly string[];
    readonly lanes: readonly string[];
  }[];
  readonly visits: readonly SnapshotVisit[];
  readonly lastLanes: Readonly<Record<string, readonly string[]>>;
  readonly steps: Readonly<Record<string, StepToday>>;
  readonly newcomers: readonly Newcomer[];
  /** New since the snapshot before: cycles that ended, and calls. */
  readonly cycles: readonly Cycle[];
  readonly called: readonly { readonly code: string; readonly step: string; readonly at: number }[];
  readonly room: {
    /** Null: nobody counts. */
    readonly inside: number | null;
    readonly capacity: number | null;
    /** People who came in during the last hour. */
    readonly cameIn: number;
  };
}
