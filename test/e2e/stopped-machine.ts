/** A machine whose clock stands still until it is told to run: nothing of a test is in a hurry. */
import { type Machine, machine } from '../../server/hub/clock.ts';

export interface StoppedMachine extends Machine {
  /** Goes on by so many milliseconds at once. */
  skip(ms: number): void;
  /** From now on as fast as the real one. */
  run(): void;
}

export function stoppedMachine(): StoppedMachine {
  let at = machine.monotonic();
  let startedAt: number | null = null;
  return {
    wall: machine.wall,
    monotonic: () => at + (startedAt === null ? 0 : machine.monotonic() - startedAt),
    skip(ms) {
      at += ms;
    },
    run() {
      startedAt ??= machine.monotonic();
    },
  };
}
