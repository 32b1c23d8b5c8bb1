/** What a way to a printer can do, whatever it is made of, and how long each part of it may take. */

/** `all`: the system took every byte. `none`: certainly not one left. `part`: perhaps some of them. */
export type Sent = 'all' | 'part' | 'none';

/** `well`: everything that was sent has arrived, as far as the wire can tell. `open`: the other end did not hang up in time. */
export type Ended = 'well' | 'open' | 'broken';

/** An open way to one printer, for one job or one question. */
export interface Wire {
  /** Whether it brings answers. */
  readonly answers: boolean;
  send(bytes: Uint8Array): Promise<Sent>;
  /** The next byte that `wanted` takes; null: none came in time, or the way is broken. Others are dropped. */
  answer(wanted: (byte: number) => boolean, ms: number): Promise<number | null>;
  close(): Promise<Ended>;
}

/** Milliseconds. */
export interface Limits {
  /** To open the way, and for each part of a paper. */
  readonly wire: number;
  /** For the answer to one question. */
  readonly answer: number;
  /** A job in the queue. */
  readonly wait: number;
  /** Between two questions to a printer that has nothing to do. */
  readonly idle: number;
  /** The same for one that has never answered. */
  readonly seldom: number;
}

export const usualLimits: Limits = {
  wire: 3000,
  answer: 1000,
  wait: 20_000,
  idle: 15_000,
  seldom: 300_000,
};

/** So many bytes at once: a printer that stops in the middle is noticed by the part that it does not take. */
const part = 512;

export const partsOf = (bytes: Uint8Array): Uint8Array[] =>
  Array.from({ length: Math.ceil(bytes.length / part) }, (_, at) =>
    bytes.subarray(at * part, (at + 1) * part),
  );

/** What `work` resolves to, or `late` when the time is over first. Its own failure is `late` too. */
export function within<T, L>(ms: number, work: Promise<T>, late: L): Promise<T | L> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(late), ms);
    work.then(resolve, () => resolve(late)).finally(() => clearTimeout(timer));
  });
}
