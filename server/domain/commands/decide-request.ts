/** OF3: a request is accepted or refused, once. Refuses `unknown-request`, `not-possible`. */
import type { RequestAnswer } from '../../contract/http-offsite.ts';
import type { Command } from '../commands.ts';
import type { Decision, State } from '../decision.ts';
import { accept, refuse } from '../decision.ts';
import type { Instant } from '../instant.ts';
import { requestAnswer } from '../views/offsite.ts';

type DecideRequest = Extract<Command, { type: 'DecideRequest' }>;

/** `reason`: of a refusal alone; the person who asked reads it. */
export function decideRequest(
  state: State,
  { request: code, decision, reason, by }: DecideRequest,
  at: Instant,
): Decision<RequestAnswer> {
  const request = state.calendar.offsite.requests.get(code);
  if (!request) return refuse('unknown-request');
  if (request.state !== 'asked') return refuse('not-possible');
  const isRefused = decision === 'refuse';
  const why = isRefused ? (reason ?? null) : null;
  const decided = { ...request, state: isRefused ? ('refused' as const) : ('accepted' as const) };
  return accept(
    { ...requestAnswer(state, decided), reason: why },
    { type: 'RequestDecided', at, code, decision, by, reason: why },
  );
}
