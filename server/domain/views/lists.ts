/** LI1, LI2: what the desk asks of the visit that it serves, and what was said already, here or before. */
import type { DeskView } from '../../contract/views-desk.ts';
import { chosenOf } from '../commands/describe-visit.ts';
import type { State } from '../decision.ts';
import { officeOf } from '../decision.ts';
import type { Visit } from '../visit.ts';

export function listsOf(state: State, visit: Visit | null): DeskView['lists'] {
  if (!visit) return [];
  return Object.entries(officeOf(state).lists).map(([list, choices]) => {
    const chosen = chosenOf(visit, list);
    // LI4: what the office offers no more is asked anew.
    return {
      list,
      choices: [...choices],
      chosen: chosen !== null && choices.includes(chosen) ? chosen : null,
    };
  });
}
