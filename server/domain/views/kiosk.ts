/** `kiosk`: what one can take a ticket for. */
import type { KioskView } from '../../contract/views.ts';
import type { State } from '../decision.ts';
import { officeOf } from '../decision.ts';
import { closedNow } from '../hours/closed.ts';
import { paperPrefix } from '../queue/paper-numbers.ts';
import { lineupOf, officeSummary, type ViewContext } from './context.ts';
import { newcomerEstimate } from './estimate.ts';
import { offersNow, stoppedNow } from './places-left.ts';
import { waitingCounts } from './waiting.ts';

export function kioskView(state: State, context: ViewContext): KioskView {
  const office = officeOf(state);
  return {
    office: officeSummary(state, context),
    services: office.services.flatMap(({ id, name, prefix, offsite }) =>
      offsite ? [] : [{ id, name, prefix: prefix ?? '' }],
    ),
    lanes: office.lanes.map(({ id, name, prefix = null, for: people = [] }) => ({
      id,
      name,
      prefix,
      for: [...people],
    })),
    waiting: waitingCounts(office, lineupOf(state, context).counts(), null).map((queue) => ({
      ...queue,
      estimate: newcomerEstimate(context, queue.service, queue.lane),
    })),
    offers: offersNow(state, context.at),
    booking: office.booking
      ? { service: office.booking.service, party: office.booking.party, days: office.booking.horizon }
      : null,
    stopped: stoppedNow(state, context.at),
    closed: closedNow(state),
    paperPrefix: paperPrefix(office),
  };
}
