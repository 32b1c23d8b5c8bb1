/** Somebody may have walked away: after a while the kiosk asks, and then it goes back to its start. */
import { askMs, idleMs, parting, type Screen } from './screen.ts';

interface Idle {
  readonly at: () => Screen['at'];
  /** Nothing of the person before is left on the glass. */
  readonly untouched: () => boolean;
  readonly leave: () => void;
}

export interface Leaving {
  /** Whoever stands there is asked. */
  readonly asked: boolean;
  /** Somebody is there. */
  touched(): void;
}

export function createLeaving({ at, untouched, leave }: Idle): Leaving {
  let touches = $state(0);
  let asked = $state(false);
  $effect(() => {
    void touches;
    asked = false;
    const now = at();
    if ((now === 'services' && untouched()) || now === 'sign-in' || now === 'making') return;
    const asks = setTimeout(() => (asked = !parting.has(now)), idleMs - askMs);
    const ends = setTimeout(leave, idleMs);
    return () => {
      clearTimeout(asks);
      clearTimeout(ends);
    };
  });
  return {
    get asked() {
      return asked;
    },
    touched() {
      touches += 1;
    },
  };
}
