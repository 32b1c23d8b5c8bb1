/** What a rehearsal plays: who comes when, and what the officers do. Made before anything is played. */
import type { Office } from '../../../server/contract/office.ts';
import type { RecordedDay } from '../trace/recording.ts';
import type { Affairs, PlannedCheckIn } from './affairs.ts';

/** Milliseconds since 1970, on the office's clock. */
export type Moment = number;

interface PlannedArrival {
  /** Its place in the plan, from 0. */
  readonly id: number;
  readonly arrivesAt: Moment;
  readonly service: string;
  /** Null: the one that nobody asks for. */
  readonly lane: string | null;
  readonly people: number;
}

/** How somebody behaves and is dealt with. */
export interface InventedVisit extends PlannedArrival {
  /** Comes when first called, only when called again, or not at all (`returns` says whether later). */
  readonly comes: 'called' | 'recalled' | 'never';
  /** After being missed or sent away: comes back after so many milliseconds. Null: does not. */
  readonly returns: number | null;
  /** Goes home after so many milliseconds, if nobody has called by then. */
  readonly patience: number | null;
  /** How long each step takes, in milliseconds; a step beyond the list takes as long as the last one. */
  readonly service_ms: readonly number[];
  /** What happens at the first step instead of being served to its end. */
  readonly fate: 'served' | 'incomplete' | 'transferred' | 'held';
  /** At the door: for each of the people the readings, one after the other; all but the last ask for another. */
  readonly temperatures: readonly (readonly number[])[];
  /** From the call to the counter, in milliseconds. */
  readonly walk: number;
  /** Comes with a booking; with a booking of the list, by its number there; or with its number on paper alone. */
  readonly booking: PlannedCheckIn | null;
  readonly listed: string | null;
  readonly proof: string | null;
  /** The identity number shown at the first counter; two who show the same are one person. Null: nobody asks. */
  readonly identity: string | null;
  /** Comes at once, too early, for what follows the visit. */
  readonly collects: boolean;
  /** Chooses the hourglass, where it is by choice. */
  readonly timed: boolean;
}

/** What an officer does beside the work, at one call of the day. */
export type Whim =
  | 'none'
  | 'twice'
  | 'redeliver'
  | 'recall'
  | 'undo'
  | 'by-number'
  | 'done-first'
  | 'no-start'
  | 'lose-line';

export interface OfficerPlan {
  readonly counter: number;
  readonly opensAt: Moment;
  readonly pauses: readonly { readonly from: Moment; readonly to: Moment }[];
  /** At the first call, the second …; from the beginning again at the end of the list. */
  readonly whims: readonly Whim[];
}

/** As it was recorded: when the number was taken, and called where. */
export interface RecordedVisit extends PlannedArrival {
  /** As it should be shown, so that the replay can be compared with the recording. */
  readonly number: string | null;
  readonly call: { readonly at: Moment; readonly counter: number; readonly endsAt: Moment } | null;
  readonly leavesAt: Moment | null;
}

interface PlannedDay {
  readonly office: Office;
  /** The office file as text, for a hub that is started for the day. */
  readonly source: string;
  readonly date: string;
  /** The first and the last planned moment. */
  readonly from: Moment;
  readonly to: Moment;
  readonly notes: readonly string[];
}

export interface InventedDay extends PlannedDay {
  readonly kind: 'invented';
  readonly visits: readonly InventedVisit[];
  readonly officers: readonly OfficerPlan[];
  readonly affairs: Affairs;
}

export interface ReplayedDay extends PlannedDay {
  readonly kind: 'recorded';
  readonly recording: Pick<RecordedDay, 'office' | 'date'>;
  readonly visits: readonly RecordedVisit[];
}

export type Plan = InventedDay | ReplayedDay;
