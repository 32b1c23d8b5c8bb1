/** Who answered for the counter where a hand-over took too long. */
import type { ClaimAnswer } from '../../../server/contract/http-bookings.ts';
import type { SupervisorView } from '../../../server/contract/views-supervisor.ts';

/** The name of an officer who is known; otherwise what stands in the claim. Null: nobody. */
export const officerOf = ({ officer }: ClaimAnswer, { officers }: SupervisorView): string | null =>
  officers.find(({ id }) => id === officer)?.name ?? officer;
