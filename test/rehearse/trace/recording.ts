/** What a recording tells of one day of one office, whatever form it had: who came, who was called, who left. */

/** Local times of the day in seconds since midnight. */
export type SecondOfDay = number;

export interface RecordedVisitor {
  /** Index of its queue in `queues`. */
  readonly queue: number;
  /** Of the lanes of the recording, from 0; 0 is the one that nobody has to ask for. */
  readonly lane: number;
  readonly arrived: SecondOfDay;
  /** Null: never called in the recording. */
  readonly called: SecondOfDay | null;
  /** How long it was served, or kept the counter; 0 when it was never called. */
  readonly served: number;
  /** Gave up and went. */
  readonly left: SecondOfDay | null;
  /** Who called, where the recording tells. */
  readonly server: string | null;
}

export interface RecordedQueue {
  /** Up to three capital letters. */
  readonly prefix: string;
  readonly name: string;
}

export interface RecordedDay {
  readonly office: string;
  readonly date: string;
  readonly timeZone: string;
  readonly queues: readonly RecordedQueue[];
  /** Names of the lanes; those after the first go before all others. */
  readonly lanes: readonly string[];
  /** In order of arrival. */
  readonly visitors: readonly RecordedVisitor[];
  /** What could not be recovered, in words. */
  readonly notes: readonly string[];
}

/** One line of `--list`. */
export interface DaySize {
  readonly office: string;
  readonly date: string;
  readonly visitors: number;
  readonly called: number;
  readonly queues: number;
}

export interface Recording {
  list(): readonly DaySize[];
  /** Undefined: there is no such day in it. */
  day(office: string, date: string): RecordedDay | undefined;
}

export const sizeOf = ({ office, date, visitors, queues }: RecordedDay): DaySize => ({
  office,
  date,
  visitors: visitors.length,
  called: visitors.filter(({ called }) => called !== null).length,
  queues: queues.length,
});
