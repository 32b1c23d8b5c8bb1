/** BK19: what can still be booked, as it is written for whoever asks. */
import type { AvailabilityAnswer } from '../../contract/http-bookings.ts';
import type { RefusalCode } from '../../contract/refusals.ts';
import { availability } from '../booking/availability.ts';
import type { State } from '../decision.ts';
import { type Instant, toIso } from '../instant.ts';

export function availabilityAnswer(
  state: State,
  asked: Parameters<typeof availability>[1],
  now: Instant,
): AvailabilityAnswer[] | RefusalCode {
  const found = availability(state, asked, now);
  if (typeof found === 'string') return found;
  return found.map(({ date, free, slots }) => ({
    date,
    free,
    slots: slots.map(({ at, free: atSlot }) => ({ at: toIso(at), free: atSlot })),
  }));
}
