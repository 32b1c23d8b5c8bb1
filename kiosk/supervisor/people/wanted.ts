/** `#pair=CDF-239&role=counter&counter=3`: a code that was scanned from a station, and what the station is. */
import type { PeopleTexts } from '../../../display/lib/people-texts.ts';
import type { Role } from '../../../server/contract/values.ts';

export interface Wanted {
  readonly code: string;
  readonly role: Role;
  readonly counter: number | null;
}

/** What a station is called where nobody says otherwise. */
export const usualLabel = (texts: PeopleTexts, role: Role, counter: string): string =>
  role === 'counter' ? `${texts.stationRoles[role]} ${counter}` : texts.stationRoles[role];

/** What a screen that shows a code can be. */
export const pairedRoles: readonly Role[] = ['kiosk', 'door', 'counter', 'display'];

/** Null: the address asks for no pairing. */
export function wantedIn(hash: string): Wanted | null {
  const asked = new URLSearchParams(hash.replace(/^#/, ''));
  const code = asked.get('pair');
  if (code === null) return null;
  const role = pairedRoles.find((one) => one === asked.get('role')) ?? 'kiosk';
  const counter = /^[1-9]\d{0,2}$/.exec(asked.get('counter') ?? '')?.[0];
  return { code, role, counter: counter === undefined ? null : Number(counter) };
}
