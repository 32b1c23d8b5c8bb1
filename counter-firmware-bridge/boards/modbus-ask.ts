/** One request at a time on a Modbus line: silence before it, its answer awaited, sent again where none came. */
import type { LineParts } from '../line.ts';
import { type Answer, answerTo, isPassing, silenceMs } from './modbus-frame.ts';
import { wireMs } from './one-way.ts';

/** How long a board may think about it. */
const thinkMs = 300;
const longestAnswer = 256;

export interface Asking {
  /** @param done with `none` when no try was answered */
  ask(request: Uint8Array, tries: number, done: (answer: Answer) => void): void;
  bytes(chunk: Uint8Array): void;
  drop(): void;
}

export function createAsking(
  baud: number,
  { write, now, later }: Pick<LineParts, 'write' | 'now' | 'later'>,
): Asking {
  let heard: Uint8Array = new Uint8Array();
  let quietAt = 0;
  let cancel = () => {};
  let hears = (): void => {};

  function ask(request: Uint8Array, tries: number, done: (answer: Answer) => void): void {
    const end = (answer: Answer) => {
      drop();
      done(answer);
    };
    const again = (answer: Answer) => (tries > 1 ? ask(request, tries - 1, done) : end(answer));
    hears = () => {};
    cancel = later(Math.max(0, quietAt - now()), () => {
      heard = new Uint8Array();
      hears = () => {
        const answer = answerTo(request, heard);
        if (answer.kind === 'none') return;
        cancel();
        if (answer.kind === 'exception' && isPassing(answer.code)) again(answer);
        else end(answer);
      };
      write(request);
      quietAt = now() + wireMs(request.length, baud) + silenceMs(baud);
      cancel = later(wireMs(request.length + 8, baud) + thinkMs, () => again({ kind: 'none' }));
    });
  }

  function drop(): void {
    cancel();
    hears = () => {};
  }

  return {
    ask,
    bytes(chunk) {
      quietAt = now() + silenceMs(baud);
      heard = Uint8Array.from([...heard, ...chunk]).slice(-longestAnswer);
      hears();
    },
    drop,
  };
}
