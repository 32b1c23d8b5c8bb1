/** Who or what is on two trips of one date. Nothing is refused for it: a morning and an afternoon are two trips. */
import type { TripAnswer } from '../../../server/contract/http-offsite.ts';

/** The part of a trip that can clash. */
export interface Going {
  readonly id: string | null;
  readonly date: string;
  readonly team: readonly string[];
  readonly vehicle: string;
}

export interface Conflict {
  readonly kind: 'officer' | 'vehicle';
  /** An officer's name, or the vehicle as it is written. */
  readonly what: string;
  readonly place: string;
}

const plain = (vehicle: string): string => vehicle.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();

export function conflictsOf(going: Going, trips: readonly TripAnswer[]): Conflict[] {
  return trips
    .filter(({ id, date, cancelled }) => date === going.date && id !== going.id && cancelled === null)
    .flatMap(({ team, vehicle, place }): Conflict[] => {
      const officers = team.filter(({ id }) => going.team.includes(id));
      const isSame = vehicle !== null && plain(vehicle) !== '' && plain(vehicle) === plain(going.vehicle);
      return [
        ...officers.map(({ name }) => ({ kind: 'officer', what: name, place }) as const),
        ...(isSame ? [{ kind: 'vehicle', what: going.vehicle.trim(), place } as const] : []),
      ];
    });
}

export const conflictsOfTrip = (trip: TripAnswer, trips: readonly TripAnswer[]): Conflict[] =>
  trip.cancelled === null
    ? conflictsOf({ ...trip, team: trip.team.map(({ id }) => id), vehicle: trip.vehicle ?? '' }, trips)
    : [];
