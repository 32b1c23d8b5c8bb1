/** How events make the list of those who are to come again. */
import type { BookingEvent, Comeback } from './booking-events.ts';

type ComebackEvent = Extract<BookingEvent, { type: 'ComebacksNoted' | 'ComebackPaid' | 'ComebackTaken' }>;

export function applyToComebacks(comebacks: Map<string, Comeback>, event: ComebackEvent): void {
  switch (event.type) {
    case 'ComebacksNoted':
      for (const comeback of event.comebacks) comebacks.set(comeback.code, comeback);
      return;
    case 'ComebackPaid': {
      const comeback = comebacks.get(event.code);
      if (comeback) comebacks.set(event.code, { ...comeback, from: event.from });
      return;
    }
    case 'ComebackTaken':
      comebacks.delete(event.code);
      return;
  }
}
