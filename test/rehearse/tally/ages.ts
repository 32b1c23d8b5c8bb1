/** Whom no booking is needed for: our own reading of ages and of the lanes that are for them. */
import type { Office } from '../../../server/contract/office.ts';
import type { Person } from '../plan/affairs.ts';
import type { Lane } from '../plan/office-hours.ts';

function kindOf({ ages }: Office, { birthDate }: Person, date: string): string | null {
  const { years } = Temporal.PlainDate.from(birthDate).until(date, { largestUnit: 'years' });
  if (years < 0) return null;
  if (years >= ages.elderly) return 'elderly';
  return years < ages.toddler ? 'toddler' : null;
}

/** The lane that is for at least half of them: each may bring one who helps. */
export function laneForAges(office: Office, people: readonly Person[], date: string): Lane | null {
  const kinds = people.map((person) => kindOf(office, person, date));
  const meant = ({ for: whom = [] }: Lane) =>
    kinds.filter((kind) => kind !== null && whom.includes(kind)).length;
  return office.lanes.find((lane) => meant(lane) > 0 && meant(lane) * 2 >= people.length) ?? null;
}
