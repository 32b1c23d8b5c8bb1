/** How one signs in on which page. */
import type { Role } from '../../../server/contract/values.ts';

export type Way = 'officer' | 'password' | 'pair' | 'token';

/** The first is offered at once; the others are a tap away. */
const ways: Readonly<Record<Role, readonly [Way, ...Way[]]>> = {
  counter: ['officer', 'pair', 'token', 'password'],
  door: ['officer', 'pair', 'token', 'password'],
  kiosk: ['pair', 'token', 'password'],
  display: ['pair', 'token'],
  supervisor: ['password', 'officer'],
  integration: ['token'],
};

export const waysOf = (role: Role): readonly [Way, ...Way[]] => ways[role];

/** What kind of station shows this page. */
export function stationHere(path = location.pathname): Role {
  if (path.startsWith('/display/')) return 'display';
  const name = /\/(desk|door|supervisor)(?:\.html)?$/.exec(path)?.[1];
  if (name === 'desk') return 'counter';
  return name === 'door' || name === 'supervisor' ? name : 'kiosk';
}
