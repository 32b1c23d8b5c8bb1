/** Not written yet. */
import type { TicketAnswer } from '../../contract/http.ts';
import type { Need } from '../../contract/values.ts';
import type { Decision, Fresh, State } from '../decision.ts';
import { refuse } from '../decision.ts';
import type { Instant } from '../instant.ts';

export interface CheckIn {
  /** A code or a short code. */
  readonly booking: string;
  readonly service?: string;
  readonly lane?: string;
  readonly people?: number;
  readonly category?: string;
  readonly needs?: readonly Need[];
  readonly atDoor?: boolean;
  readonly screening?: string;
}

export function checkIn(
  _state: State,
  _command: CheckIn,
  _at: Instant,
  _fresh: Fresh,
): Decision<TicketAnswer> {
  return refuse('unknown-booking');
}
