/** How events make the list of those who are to come again. CB7, IF5: until when they stand on it. */
import type { BookingEvent } from '../booking/booking-events.ts';
import { dateIn } from '../hours/hours.ts';
import type { NotedComeback } from './comebacks.ts';

type ComebackEvent = Extract<BookingEvent, { type: 'ComebacksNoted' | 'ComebackPaid' | 'ComebackTaken' }>;

/** CB7: days. */
const keptFor = 400;

export function applyToComebacks(comebacks: Map<string, NotedComeback>, event: ComebackEvent): void {
  switch (event.type) {
    case 'ComebacksNoted':
      forget(comebacks, event.date);
      for (const comeback of event.comebacks) comebacks.set(comeback.code, { ...comeback, ticket: null });
      return;
    case 'ComebackPaid':
      change(comebacks, event.code, { from: event.from });
      return;
    case 'ComebackTaken':
      change(comebacks, event.code, { ticket: event.ticket });
      return;
  }
}

function change(
  comebacks: Map<string, NotedComeback>,
  code: string,
  part: Pick<NotedComeback, 'from'> | Pick<NotedComeback, 'ticket'>,
): void {
  const comeback = comebacks.get(code);
  if (comeback) comebacks.set(code, { ...comeback, ...part });
}

/** Dates are compared as they are written: the list can be long, and a replay does this once for each day. */
function forget(comebacks: Map<string, NotedComeback>, today: string): void {
  const oldest = dateIn(today, -keptFor);
  for (const { code, date, until } of comebacks.values()) {
    // IF5: who comes the day after the last one is still told that it is too late.
    if (date < oldest || (until !== null && until < today)) comebacks.delete(code);
  }
}
