/** Which officer is meant by what somebody typed: an id, its number alone, or a name that only one has. */
import type { Officer } from '../domain/calendar.ts';
import { plainName } from '../domain/plain-name.ts';

export { plainName } from '../domain/plain-name.ts';

/** `o7`, `7` (on a number pad there are no letters), or `Budi Santoso`; null: nobody, or more than one. */
export function findOfficer(officers: ReadonlyMap<string, Officer>, text: string): Officer | null {
  const plain = plainName(text);
  const byId = officers.get(plain) ?? (/^\d+$/.test(plain) ? officers.get(`o${Number(plain)}`) : undefined);
  if (byId) return byId;
  const named = [...officers.values()].filter(({ name }) => plainName(name) === plain);
  return named.length === 1 ? (named[0] ?? null) : null;
}
