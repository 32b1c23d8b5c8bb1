/** One thing at a time with one printer: most of them take a single connection. */

export interface Queue {
  /** Papers that wait or are printed now. */
  readonly length: number;
  /** Resolves to what the work resolves to; `full` or `late` when it never began. The work must not reject. */
  run<T>(work: () => Promise<T>, waitMs: number): Promise<T | 'full' | 'late'>;
  /** Only when nothing is in the queue now; a job that comes meanwhile waits for it. It must not reject. */
  aside(work: () => Promise<void>): void;
  /** Nothing more begins. Resolves when the last work is done. */
  close(): Promise<void>;
}

/** @param changed the queue is longer or shorter now */
export function createQueue(most: number, changed: () => void): Queue {
  let last: Promise<unknown> = Promise.resolve();
  let length = 0;
  let closed = false;
  let asides = 0;
  const count = (by: number): void => {
    length += by;
    changed();
  };
  const run = <T>(work: () => Promise<T>, waitMs: number): Promise<T | 'full' | 'late'> => {
    if (closed || length >= most) return Promise.resolve('full');
    count(1);
    return new Promise((resolve) => {
      let gone = false;
      const timer = setTimeout(() => leave('late'), waitMs);
      const leave = (as: 'late' | 'full'): void => {
        gone = true;
        count(-1);
        resolve(as);
      };
      last = last.then(async () => {
        if (gone) return;
        clearTimeout(timer);
        if (closed) return leave('full');
        const result = await work();
        count(-1);
        resolve(result);
      });
    });
  };
  return {
    get length() {
      return length;
    },
    run,
    aside(work) {
      if (closed || length > 0 || asides > 0) return;
      asides += 1;
      last = work().finally(() => {
        asides -= 1;
      });
    },
    close() {
      closed = true;
      return last.then(() => {});
    },
  };
}
