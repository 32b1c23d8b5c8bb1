/** Told times as the outside reads them. */
import type { TicketView } from '../../contract/views.ts';
import { instant, toIso } from '../instant.ts';

interface Times {
  readonly from: number;
  readonly to: number;
  readonly homeBy: number;
}

export const shownTimes = ({ from, to, homeBy }: Times): NonNullable<TicketView['estimate']> => ({
  from: toIso(instant(from)),
  to: toIso(instant(to)),
  homeBy: toIso(instant(homeBy)),
});
