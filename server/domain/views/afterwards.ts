/** What a visit's slip says of afterwards: what to bring, where to collect, what it costs; and how its promise stands. */
import type { TicketView } from '../../contract/views.ts';
import type { State } from '../decision.ts';
import type { Instant } from '../instant.ts';
import type { Visit } from '../visit.ts';

export function afterwards(
  _state: State,
  _visit: Visit | null,
  _at: Instant,
): Pick<TicketView, 'promise' | 'bring' | 'returnUntil' | 'collect' | 'fee'> {
  return { promise: null, bring: [], returnUntil: null, collect: null, fee: null };
}
