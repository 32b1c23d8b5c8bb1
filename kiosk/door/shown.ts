/** The result of the last press, as it is shown large. */
import type { Failure } from '../../display/lib/api.ts';
import type { TicketAnswer } from '../../server/contract/http.ts';
import type { ScreeningAnswer } from '../../server/contract/http-door.ts';
import type { Member } from './admit.ts';
import type { Ended } from './motion.ts';

export interface Shown {
  readonly mark: ScreeningAnswer['verdict'] | 'outside' | 'number' | 'trouble';
  readonly answer: ScreeningAnswer | null;
  readonly ticket: TicketAnswer | null;
  readonly failure: Failure | null;
  readonly people: number;
  readonly member: Member | null;
}

export function shownOf(ended: Ended, people: number, member: Member | null): Shown {
  const { answer, ticket, failure } = ended;
  const withoutReading = ticket?.outside ? 'outside' : 'number';
  const mark = failure ? 'trouble' : (answer?.verdict ?? withoutReading);
  return { mark, answer, ticket, failure, people, member };
}

/** A thermometer that admits by itself was refused: nothing was recorded. */
export const refusedReading = (code: string): Ended => ({
  answer: null,
  ticket: null,
  numberless: null,
  failure: { code: code as Failure['code'] },
});
