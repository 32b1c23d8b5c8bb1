/** Follows presses, at most one a counter, until each has reached everything it must reach. */

/** All in milliseconds from the moment of the press. */
export interface PressTimes {
  /** One a display. */
  readonly displays: readonly number[];
  readonly led: number;
  readonly acknowledged: number;
}

export interface Follower {
  /**
   * Rejects when something is still missing after ten seconds.
   * @param at when the press was made, on the clock of `performance.now()`
   */
  follow(counter: number, at: number): Promise<PressTimes>;
  isFollowing(counter: number): boolean;
  displayed(counter: number): void;
  lit(counter: number): void;
  acknowledged(counter: number): void;
}

interface Press {
  readonly at: number;
  readonly displays: number[];
  led: number | undefined;
  acknowledged: number | undefined;
  readonly complete: (times: PressTimes) => void;
}

const reachesWithinMs = 10_000;

function missing(counter: number, { displays, led, acknowledged }: Press): Error {
  const state = `${displays.length} displays, LED ${led !== undefined}, PUBACK ${acknowledged !== undefined}`;
  return new Error(`A press at counter ${counter} did not reach everything: ${state}`);
}

/** @param displayCount how many displays a press must reach */
export function createFollower(displayCount: number): Follower {
  const presses: (Press | undefined)[] = [];

  function update(counter: number, note: (press: Press, ms: number) => void): void {
    const press = presses[counter];
    if (press === undefined) return;
    note(press, performance.now() - press.at);
    const { displays, led, acknowledged } = press;
    if (led === undefined || acknowledged === undefined || displays.length < displayCount) return;
    presses[counter] = undefined;
    press.complete({ displays, led, acknowledged });
  }

  function follow(counter: number, at: number): Promise<PressTimes> {
    return new Promise((resolve, reject) => {
      const complete = (times: PressTimes) => {
        clearTimeout(timeout);
        resolve(times);
      };
      const press = {
        at,
        displays: [],
        led: undefined,
        acknowledged: undefined,
        complete,
      };
      const timeout = setTimeout(() => reject(missing(counter, press)), reachesWithinMs);
      presses[counter] = press;
    });
  }

  return {
    follow,
    isFollowing: (counter) => presses[counter] !== undefined,
    displayed: (counter) => update(counter, (press, ms) => press.displays.push(ms)),
    lit: (counter) =>
      update(counter, (press, ms) => {
        press.led ??= ms;
      }),
    acknowledged: (counter) =>
      update(counter, (press, ms) => {
        press.acknowledged ??= ms;
      }),
  };
}
