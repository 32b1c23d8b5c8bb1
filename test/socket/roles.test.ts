/** Who may watch what: every kind of view for every role and every officer, against a table written by hand. */
import { expect, test } from 'vitest';
import { nobody, type Principal } from '../../server/access/principal.ts';
import { forbidden, readName, type WatchName } from '../../server/adapters/socket-io/names.ts';
import { officerRoles, roles } from '../../server/contract/values.ts';

/** One of each kind: the compiler asks for those that are missing. */
const names: Record<WatchName['kind'], string> = {
  lobby: 'lobby:hall',
  counter: 'counter:3',
  ticket: `ticket:${'x'.repeat(22)}`,
  booking: `booking:${'x'.repeat(22)}`,
  kiosk: 'kiosk',
  entrance: 'entrance',
  desk: 'desk:3',
  door: 'door',
  supervisor: 'supervisor',
  box: 'box:3',
  device: 'device:box-3',
};

const everybody =
  'public kiosk door counter-3 counter-1 display supervisor integration ' +
  'officer-counter-3 officer-counter-1 officer-door officer-supervisor';

const table: Record<WatchName['kind'], string> = {
  lobby: everybody,
  counter: everybody,
  ticket: everybody,
  booking: everybody,
  kiosk: everybody,
  entrance: everybody,
  desk: 'counter-3 supervisor officer-counter-3 officer-supervisor',
  door: 'door supervisor officer-door officer-supervisor',
  supervisor: 'supervisor officer-supervisor',
  box: 'supervisor officer-supervisor',
  device: 'supervisor officer-supervisor',
};

/** Everybody there can be: each role of a token and of an officer, and those of a counter at their own and another. */
function everyone(): Map<string, Principal> {
  const all = new Map<string, Principal>([['public', nobody]]);
  const add = (name: string, role: Principal['role'], officer: string | null) => {
    for (const counter of role === 'counter' ? [3, 1] : [null]) {
      const full = counter === null ? name : `${name}-${counter}`;
      all.set(full, { account: full, role, counter, officer, session: 's', via: 'cookie' });
    }
  };
  for (const role of roles) add(role, role, null);
  for (const role of officerRoles) add(`officer-${role}`, role, 'o1');
  return all;
}

test('the table speaks of everybody', () => {
  expect([...everyone().keys()].sort()).toEqual(everybody.split(' ').sort());
});

test.each(Object.entries(names))('%s (%s) is watched by exactly those of the table', (kind, text) => {
  const name = readName(text);
  if (!name) throw new Error(`${text} is no name`);
  expect(name.kind).toBe(kind);
  const allowed = [...everyone()].filter(([, principal]) => forbidden(name, principal) === null);
  expect(allowed.map(([who]) => who).sort()).toEqual(table[name.kind].split(' ').sort());
  expect(forbidden(name, nobody)).toBe(table[name.kind] === everybody ? null : 'not-signed-in');
});
