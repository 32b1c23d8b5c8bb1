/** OF9: who looks at the people of a request is recorded. Refuses `unknown-request`. */
import type { Command } from '../commands.ts';
import type { Decision, State } from '../decision.ts';
import { accept, refuse } from '../decision.ts';
import type { Instant } from '../instant.ts';

type SeeRequest = Extract<Command, { type: 'SeeRequest' }>;

export function seeRequest(
  { calendar }: State,
  { request: code, by }: SeeRequest,
  at: Instant,
): Decision<Record<string, never>> {
  if (!calendar.offsite.requests.has(code)) return refuse('unknown-request');
  return accept({}, { type: 'RequestSeen', at, code, by });
}
