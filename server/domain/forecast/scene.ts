/**
 * What a forecast is made from: who waits, which counters work, and how long things take here. Plain values, so that it can be
 * made from the day of the hub or from a recording, and handed to another thread. Instants are milliseconds.
 */

/** One visit that is waited with, or will be. */
export interface SceneVisit {
  readonly code: string;
  readonly service: string;
  readonly lane: string;
  /** The step waited for, or under way, and those that follow. */
  readonly step: string;
  readonly todo: readonly string[];
  readonly turn: number;
  readonly arrivedAt: number;
  readonly place: number;
  /** It cannot be called earlier: its own `notBefore`, or when it is expected to come. */
  readonly from: number;
  /** The counter that alone calls it; null: any. */
  readonly onlyAt: number | null;
  /** The counter where it is called or served now; null: it waits. */
  readonly at: number | null;
}

export interface SceneCounter {
  readonly number: number;
  readonly steps: readonly string[];
  /** Null: all. */
  readonly lanes: readonly string[] | null;
  /** When it is expected to call again: now, when its visit is done, or when its pause is over. */
  readonly freeAt: number;
}

export interface SceneLane {
  readonly id: string;
  readonly first: boolean;
  readonly atMost: { readonly calls: number; readonly of: number } | null;
}

export interface Scene {
  readonly at: number;
  readonly lanes: readonly SceneLane[];
  readonly counters: readonly SceneCounter[];
  readonly visits: readonly SceneVisit[];
  /** The lanes of the last calls, by step, the latest last: as many as `atMost` looks at. */
  readonly lastLanes: Readonly<Record<string, readonly string[]>>;
}

/** How long a counter is taken by one visit: from its call to the next one's, while others wait. Milliseconds. */
export type CycleOf = (step: string, service: string, counter: number, at: number) => number;

/** How it is expected to go on for one visit. */
export interface Expected {
  /** When it is called for the step it waits for now; null: nobody open serves it. */
  readonly calledAt: number | null;
  /** How many are called for this step before it. */
  readonly ahead: number;
  /** When the last of its steps is done; null: a step that nobody open serves. */
  readonly doneAt: number | null;
}
