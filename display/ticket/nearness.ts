/** What a phone tells its holder once each: that it is nearly their turn, and that they are called. */
import type { TicketView } from '../../server/contract/views.ts';

/** `key` is the same for as long as it is the same thing that is told. */
export interface Tiding {
  readonly kind: 'near' | 'called';
  readonly key: string;
}

/** So few before, or so soon: whoever went for a coffee has to walk back. */
const nearAhead = 3;
const nearMs = 10 * 60_000;

/** `now`: milliseconds of the hub's clock; null: before the first view. */
export function isNear({ state, ahead, estimate, notBefore }: TicketView, now: number | null): boolean {
  if (state !== 'waiting' || now === null) return false;
  if (notBefore !== null && Date.parse(notBefore) - now > nearMs) return false;
  if (ahead !== null && ahead <= nearAhead) return true;
  return estimate !== null && Date.parse(estimate.from) - now <= nearMs;
}

/** Null: nothing is to be told. */
export function tidingOf(view: TicketView, now: number | null): Tiding | null {
  if (view.state === 'called' && view.call)
    return { kind: 'called', key: `called ${view.call.callId} ${view.call.times}` };
  return isNear(view, now) ? { kind: 'near', key: `near ${view.step}` } : null;
}
