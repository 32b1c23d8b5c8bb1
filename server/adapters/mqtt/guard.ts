/** The guard: whatever a client sends is parsed, counted and logged here, and can never end the hub. */
import type { Log } from '../../log.ts';

/** Why something was dropped or a connection closed. */
export type Dropped =
  | 'too-large'
  | 'not-connect-first'
  | 'bad-version'
  | 'bad-text'
  | 'malformed-packet'
  | 'malformed-event'
  | 'malformed-message'
  | 'refused-connect'
  | 'refused-publish'
  | 'refused-subscribe'
  | 'retained-full'
  | 'too-slow'
  | 'too-many'
  | 'late-connect'
  | 'not-recorded'
  | 'protocol'
  | 'fault';

export interface Guard {
  /** Counts what was dropped and logs it; of one reason no more than some lines a second. */
  drop(reason: Dropped, what: object): void;
  /** Does the work; anything thrown is counted, and `otherwise` answers. */
  run<Result>(where: string, work: () => Result, otherwise: () => Result): Result;
  /** As `run`, for a hook of the broker: `answer` is called once, with an error if the work throws or rejects. */
  hook<Rest extends unknown[]>(
    where: string,
    answer: (error: Error | null, ...rest: Rest) => void,
    work: (answer: (error: Error | null, ...rest: Rest) => void) => Promise<void> | void,
    otherwise: Rest,
  ): void;
  counts(): ReadonlyMap<string, number>;
}

/** An error for the broker about something that was counted by its reason already. */
export const alreadyCounted = (message: string): Error =>
  Object.assign(new Error(message), { counted: true });

/** Names and topics come from outside, and can be as long as a packet. */
const shortened = (what: object): object =>
  Object.fromEntries(
    Object.entries(what).map(([key, value]) => [
      key,
      typeof value === 'string' ? value.slice(0, 200) : value,
    ]),
  );

const linesASecond = 5;

export function createGuard(log: Log): Guard {
  const counts = new Map<string, number>();
  const lines = new Map<Dropped, { second: number; written: number }>();

  function mayLog(reason: Dropped): boolean {
    const second = Math.floor(performance.now() / 1000);
    const last = lines.get(reason);
    const written = last?.second === second ? last.written + 1 : 1;
    lines.set(reason, { second, written });
    return written <= linesASecond;
  }

  function drop(reason: Dropped, what: object): void {
    const count = (counts.get(reason) ?? 0) + 1;
    counts.set(reason, count);
    if (mayLog(reason)) log.warn({ ...shortened(what), reason, count }, 'mqtt: dropped');
  }

  function fault(where: string, thrown: unknown): void {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    counts.set('fault', (counts.get('fault') ?? 0) + 1);
    if (mayLog('fault')) log.error({ where, error: error.message, stack: error.stack }, 'mqtt: fault');
  }

  return {
    drop,
    run(where, work, otherwise) {
      try {
        return work();
      } catch (thrown) {
        fault(where, thrown);
        return otherwise();
      }
    },
    hook(where, answer, work, otherwise) {
      let answered = false;
      const once: typeof answer = (error, ...rest) => {
        if (answered) return;
        answered = true;
        answer(error, ...rest);
      };
      const fail = (thrown: unknown) => {
        fault(where, thrown);
        once(new Error('the hub has made a mistake'), ...otherwise);
      };
      try {
        work(once)?.catch(fail);
      } catch (thrown) {
        fail(thrown);
      }
    },
    counts: () => counts,
  };
}
