/** An officer as colleagues know them. Names are for staff alone, never for a public view. */
import type { State } from '../decision.ts';

export interface ShownOfficer {
  readonly id: string;
  readonly name: string;
}

/** Who has been removed since is called by the id. */
export const officerNamed = ({ calendar }: State, id: string): ShownOfficer => ({
  id,
  name: calendar.officers.get(id)?.name ?? id,
});

/** Who answers for the counter today; null: nobody. */
export function officerAt(state: State, counter: number): ShownOfficer | null {
  const id = state.day.officers.get(counter);
  return id === undefined ? null : officerNamed(state, id);
}
