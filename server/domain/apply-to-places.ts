/** How places of a day are given back, and what else becomes of a visit beside the queue. */
import type { Day } from './day.ts';
import type { DayEvent } from './events.ts';
import { changeVisit, visitOf } from './put.ts';

type PlaceEvent = Extract<DayEvent, { type: 'PlaceFreed' | 'ProofMatched' | 'VisitPaid' | 'IdentityNoted' }>;

export function applyToPlaces(day: Day, event: PlaceEvent): void {
  switch (event.type) {
    case 'PlaceFreed':
      changeVisit(day, event.code, { takesPlace: false });
      day.heldBack.delete(event.code);
      return;
    case 'ProofMatched':
      changeVisit(day, event.code, { booking: event.booking, proof: null, takesPlace: false });
      return;
    case 'VisitPaid': {
      const { collect } = visitOf(day, event.code);
      if (collect) changeVisit(day, event.code, { collect: { ...collect, from: event.from } });
      return;
    }
    case 'IdentityNoted':
      changeVisit(day, event.code, { identity: event.personal?.identity ?? null });
      return;
  }
}
