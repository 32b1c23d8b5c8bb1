/** Presses on their way to the hub: each waits for the result with its own name, and never longer than somebody stands there. */
import { pressOutcome } from '../server/contract/bridge.ts';
import type { HubEnd, PressAnswer } from './line.ts';

type Press = Parameters<HubEnd['press']>[0];

export interface Presses {
  press(press: Press): Promise<PressAnswer>;
  /** `event/result`. */
  answered(message: unknown): void;
  /** The connection is gone: nobody knows what became of them, and the box asks again. */
  lost(): void;
}

interface Order {
  /** Publishes `event`. */
  readonly send: (message: string) => void;
  /** Called for a press that is not answered in time, whose answer is then given by `lost`. */
  readonly late: (press: Press) => void;
}

const answerWithinMs = 1500;

interface Waiting {
  readonly answer: Promise<PressAnswer>;
  readonly limit: NodeJS.Timeout;
  resolve(answer: PressAnswer): void;
}

export function createPresses({ send, late }: Order): Presses {
  const waiting = new Map<string, Waiting>();

  function end(name: string, answer: PressAnswer): void {
    const one = waiting.get(name);
    if (!one) return;
    clearTimeout(one.limit);
    waiting.delete(name);
    one.resolve(answer);
  }

  return {
    press(press) {
      const { key, arg, seq, boot, ageMs } = press;
      const name = `${boot}:${seq}`;
      const before = waiting.get(name);
      if (before) return before.answer;
      const { promise: answer, resolve } = Promise.withResolvers<PressAnswer>();
      const limit = setTimeout(() => {
        late(press);
        end(name, { kind: 'not-now' });
      }, answerWithinMs);
      waiting.set(name, { answer, limit, resolve });
      send(JSON.stringify({ event_type: key, seq, boot, arg, age_ms: Math.max(0, Math.round(ageMs)) }));
      return answer;
    },
    answered(message) {
      const { data } = pressOutcome.safeParse(message);
      if (data) end(`${data.boot}:${data.seq}`, answerOf(data));
    },
    lost() {
      for (const name of [...waiting.keys()]) end(name, { kind: 'not-now' });
    },
  };
}

function answerOf(outcome: ReturnType<typeof pressOutcome.parse>): PressAnswer {
  if (outcome.ok) return { kind: 'ok', ticket: outcome.ticket };
  const { code } = outcome.error;
  return code === 'storage' ? { kind: 'not-now' } : { kind: 'refused', code };
}
