/** AG1: how old people are on the day of the visit. AG2: who needs no booking, as a lane takes them in at any time. */
import type { Lane, Office } from '../../contract/office.ts';

interface Born {
  /** Null: not known. */
  readonly birthDate: string | null;
}

/** AG1: whole years; who is born on 29 February is a year older on 1 March. */
export function ageOn(birthDate: string, date: string): number {
  const years = Number(date.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return date.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** AG1: null for everybody in between, and for those whose birth date is not known. */
export function kindOf(
  { ages }: Pick<Office, 'ages'>,
  { birthDate }: Born,
  date: string,
): 'elderly' | 'toddler' | null {
  const age = birthDate === null ? -1 : ageOn(birthDate, date);
  if (age < 0) return null;
  if (age >= ages.elderly) return 'elderly';
  return age < ages.toddler ? 'toddler' : null;
}

/** AG2: the lane that is for at least half of the party: each of them may bring one escort. Null: there is none. */
export function laneForAges(
  office: Pick<Office, 'ages' | 'lanes'>,
  people: readonly Born[],
  date: string,
): Lane | null {
  const kinds = people.map((person) => kindOf(office, person, date));
  const isFor = ({ for: those = [] }: Lane): boolean => {
    const meant = kinds.filter((kind) => kind !== null && those.includes(kind));
    return meant.length > 0 && meant.length * 2 >= people.length;
  };
  return office.lanes.find(isFor) ?? null;
}
