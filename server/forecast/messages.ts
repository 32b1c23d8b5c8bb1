/** What the hub's thread and the forecast's say to each other. */
import type { Estimate } from '../domain/forecast/forecast.ts';
import type { LearnedDay } from '../domain/forecast/learned.ts';
import type { Snapshot } from '../domain/forecast/snapshot.ts';
import type { PackedForecast, PackedVisits } from './pack.ts';

export type Order =
  | { readonly do: 'learn'; readonly day: LearnedDay }
  /** `told`: what tickets said when they were given. */
  | {
      readonly do: 'forecast';
      readonly snapshot: Omit<Snapshot, 'visits'>;
      readonly visits: PackedVisits;
      readonly told: readonly { readonly code: string; readonly told: Estimate }[];
    }
  /** Keeps what was learned on disk, and ends. */
  | { readonly do: 'end' };

export type Reply =
  | { readonly forecast: PackedForecast }
  /** What could not be kept or read; the forecast goes on. */
  | { readonly trouble: string };

export interface ThreadData {
  /** Where moments are kept; null: nowhere. */
  readonly file: string | null;
}
