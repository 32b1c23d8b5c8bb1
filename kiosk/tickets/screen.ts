/** What the kiosk shows: one question or one answer at a time. */

import type { Failure } from '../../display/lib/api.ts';
import type { TicketAnswer } from '../../server/contract/http.ts';

export type Screen =
  | { readonly at: 'services' }
  | { readonly at: 'lane'; readonly service: string }
  | { readonly at: 'making' }
  | { readonly at: 'given'; readonly ticket: TicketAnswer }
  | { readonly at: 'missed' }
  | { readonly at: 'returned'; readonly number: string }
  | { readonly at: 'refused'; readonly failure: Failure; readonly again: Screen }
  | { readonly at: 'sign-in' };

/** A choice left on the screen is not for the next person to find. */
export const idleMs = 30_000;
