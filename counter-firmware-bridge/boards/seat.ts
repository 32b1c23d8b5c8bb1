/** One board as the hub knows it: whether it answers, and what it shows. Each said once. */
import type { HubEnd } from '../line.ts';
import type { Picture } from './board.ts';

export type Outcome =
  | { readonly kind: 'shown' }
  /** It answers, and will not. */
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'silent' };

export interface Seat {
  isAway(): boolean;
  status(online: boolean): void;
  /** What came of a picture. */
  settle(picture: Picture, outcome: Outcome): void;
  /** Nothing is known of it any more: the port was opened anew. */
  forget(): void;
}

export function createSeat(hub: HubEnd): Seat {
  let online: boolean | null = null;
  let reported = '';

  function status(now: boolean): void {
    if (online === now) return;
    online = now;
    // What a board shows that was away is not known.
    if (!now) reported = '';
    hub.status(now);
  }

  return {
    isAway: () => online === false,
    status,
    settle({ rev, text, unfit }, outcome) {
      status(outcome.kind !== 'silent');
      if (outcome.kind === 'refused') hub.note('wrong', outcome.why);
      if (outcome.kind === 'silent' || rev === null) return;
      const ok = outcome.kind === 'shown';
      const state = { rev, text: ok ? text : '', ok: ok && !unfit };
      if (reported === JSON.stringify(state)) return;
      reported = JSON.stringify(state);
      hub.shown(state);
    },
    forget() {
      online = null;
      reported = '';
    },
  };
}
