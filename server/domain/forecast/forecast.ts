/** What is forecast, for those who show it. Made by `forecaster.ts`, off the path of a press. */
import type { Told } from './told.ts';

export interface Estimate extends Told {
  /** When all will be over, and they are home: nine of ten sooner. */
  readonly homeBy: number;
}

/** `step`: the first; `each`: by how much it is later for each who came for it since; milliseconds. */
export interface NewcomerEstimate extends Estimate {
  readonly step: string;
  readonly each: number;
}

/** A promise that will break as things go, and can still be kept. */
export interface Breaking {
  readonly code: string;
  readonly promiseAt: number;
  /** When it would be kept as things go; null: no open counter serves it. */
  readonly expected: number | null;
}

/** FC12: what would keep promises, tried out by the same run: a counter opened at the latest then. */
export interface Keeper {
  readonly counter: number;
  /** The step that it is wanted for. */
  readonly step: string;
  readonly by: number;
  /** How many of the breaking promises it keeps, with the keepers before it in the list. */
  readonly keeps: number;
}

export interface RoomAhead {
  /** When the room will be full as things go, within two hours; null: it will not, or it is. */
  readonly fullAt: number | null;
  /** Full now: when there will be room; null: not full, or nobody can tell. */
  readonly roomAt: number | null;
}

export interface Forecast {
  readonly at: number;
  readonly estimates: ReadonlyMap<string, Estimate>;
  /** Who would come now, by `service lane`. */
  readonly newcomers: ReadonlyMap<string, NewcomerEstimate>;
  readonly breaking: readonly Breaking[];
  /** The same, for looking one up. */
  readonly breakingCodes: ReadonlySet<string>;
  readonly keepers: readonly Keeper[];
  readonly room: RoomAhead;
}

export const newcomerKey = (service: string, lane: string): string => `${service} ${lane}`;

export const noForecast: Forecast = {
  at: 0,
  estimates: new Map(),
  newcomers: new Map(),
  breaking: [],
  breakingCodes: new Set(),
  keepers: [],
  room: { fullAt: null, roomAt: null },
};
