/** IM7: what a list would come to, part by part, on a draft: nothing is changed, and nobody waits for the whole of it. */
import type { ImportLineAnswer } from '../../../contract/http-bookings.ts';
import type { State } from '../../decision.ts';
import type { Instant } from '../../instant.ts';
import type { ImportedLine } from '../booking-commands.ts';
import { copyOfBookings } from '../bookings.ts';
import { draftOf } from './import-draft.ts';
import { decideLine } from './import-line.ts';

/** Each part is decided after those before it, on the state as it was at the beginning. */
export function createDryImport(
  state: State,
  { overbook, at }: { overbook: boolean; at: Instant },
): (lines: readonly ImportedLine[]) => ImportLineAnswer[] {
  // Bookings that are made meanwhile change the state; the draft stays what it was.
  const draft = draftOf(state, copyOfBookings(state.calendar.bookings));
  return (lines) => lines.map((line) => decideLine(draft, line, { overbook, at }).answer);
}
