/** What the desk shows beside the queue: what to bring, proofs, identity, the claim of a late hand-over, the slip. */
import type { DeskView } from '../../contract/views-desk.ts';
import type { State } from '../decision.ts';
import type { Visit } from '../visit.ts';

type Checks = Pick<NonNullable<DeskView['current']>, 'things' | 'unverified' | 'sameIdentity' | 'claim'>;

export function checksOf(_state: State, _visit: Visit): Checks {
  return { things: [], unverified: false, sameIdentity: null, claim: null };
}

export function slipAt(_state: State, _counter: number): DeskView['slip'] {
  return null;
}
