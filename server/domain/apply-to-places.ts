/** How places of a day are given back, and what else becomes of a visit beside the queue. */
import type { Day } from './day.ts';
import type { DayEvent } from './events.ts';
import type { Instant } from './instant.ts';
import { changeVisit, putVisit, visitOf } from './put.ts';
import { changeBeside } from './put-beside.ts';
import { withoutHandover } from './visit.ts';

type PlaceEvent = Extract<
  DayEvent,
  {
    type:
      | 'PlaceFreed'
      | 'ProofMatched'
      | 'VisitPaid'
      | 'IdentityNoted'
      | 'NeedsErased'
      | 'VisitRated'
      | 'VisitDescribed';
  }
>;

export function applyToPlaces(day: Day, event: PlaceEvent): void {
  switch (event.type) {
    case 'PlaceFreed':
      changeVisit(day, event.code, { takesPlace: false });
      day.heldBack.delete(event.code);
      return;
    case 'ProofMatched':
      changeBeside(day, event.code, { booking: event.booking, proof: null, takesPlace: false });
      return;
    case 'VisitPaid': {
      const { collect } = visitOf(day, event.code);
      if (collect) changeVisit(day, event.code, { collect: { ...collect, from: event.from } });
      return;
    }
    case 'IdentityNoted':
      changeBeside(day, event.code, { identity: event.personal?.identity ?? null });
      return;
    case 'NeedsErased':
      changeBeside(day, event.code, { needs: [], proof: null, identity: null });
      return;
    case 'VisitRated': {
      const ratedAt = visitOf(day, event.code).ratedAt ?? event.at;
      changeBeside(day, event.code, { rating: event.rating, ratedAt });
      return;
    }
    case 'VisitDescribed': {
      const { choices } = visitOf(day, event.code);
      changeBeside(day, event.code, { choices: { ...choices, ...event.choices } });
      return;
    }
  }
}

/** QU5: the places of somebody whom nobody has called stay taken until `PlaceFreed`; of others, for good. */
export function cancelVisit(day: Day, { code, at }: { readonly code: string; readonly at: Instant }): void {
  const visit = visitOf(day, code);
  putVisit(day, { ...withoutHandover(visit, at), state: 'cancelled', waitsSince: null, endedAt: at });
  if (visit.takesPlace && visit.firstCalledAt === null) day.heldBack.add(code);
}
