/** At the door: readings and what they say, cases, and who is counted inside. Makassar is eight hours ahead of UTC. */
import { expect, test } from 'vitest';
import { doorDay, levels, measuring } from './door-day.ts';
import { contoh } from './office.ts';

test('DO1 where nothing is measured one tap admits, and a value that comes along is not looked at', () => {
  const day = doorDay(contoh());
  const { id } = day.screens('08:00');
  expect(day.last()).toEqual([
    expect.objectContaining({
      type: 'PersonScreened',
      admits: true,
      personal: { screening: id, verdict: 'admitted', attempt: 0, retestAt: null, celsius: null, kind: null },
    }),
  ]);
  expect(day.screens('08:01', 39.9, 'ear')).toEqual({
    id: expect.any(String),
    verdict: 'admitted',
    attempt: 0,
  });
  expect(JSON.stringify(day.events)).not.toContain('39.9');
  expect(day.inside()).toBe(2);
});

test('DO1 where something is measured a tap says nothing', () => {
  const day = doorDay(measuring());
  expect(day.screens('08:00')).toMatchObject({ refused: 'not-possible' });
  expect(day.inside()).toBe(0);
});

test.each([
  [37.0, 'admitted', 1],
  [37.01, 'warned', 1],
  [37.5, 'warned', 1],
  [37.51, 'retest', 0],
])('DO2 a level is passed by what is strictly above it: %d is %s', (celsius, verdict, inside) => {
  const day = doorDay(measuring());
  expect(day.screens('08:00', celsius)).toMatchObject({ verdict, attempt: 1 });
  expect(day.inside()).toBe(inside);
});

test('DO2 DO4 above the level is a retest, early or not, and after two more readings held', () => {
  const day = doorDay(measuring());
  const first = day.screens('08:00', 37.6);
  expect(first).toEqual({
    id: first.id,
    verdict: 'retest',
    attempt: 1,
    retestAt: '2026-11-26T00:05:00.000Z',
  });
  expect(day.reads(first.id, '08:01', 38)).toMatchObject({
    verdict: 'retest',
    attempt: 2,
    retestAt: '2026-11-26T00:06:00.000Z',
  });
  expect(day.reads(first.id, '08:07', 37.7)).toEqual({
    id: first.id,
    verdict: 'held',
    attempt: 3,
    case: 'K-001',
  });
  expect(day.last().map(({ type }) => type)).toEqual(['PersonScreened', 'CaseOpened']);
  expect(day.inside()).toBe(0);
});

test('DO2 a retest that passes lets the person in', () => {
  const day = doorDay(measuring());
  const { id } = day.screens('08:00', 38);
  expect(day.reads(id, '08:05', 37.2)).toEqual({ id, verdict: 'warned', attempt: 2 });
  expect(day.inside()).toBe(1);
});

test('DO2 without retests the first reading above the level holds', () => {
  const day = doorDay(measuring({ screening: { ...levels, retests: 0 } }));
  expect(day.screens('08:00', 37.6)).toMatchObject({ verdict: 'held', attempt: 1, case: 'K-001' });
});

test.each([
  [33.9, undefined, 'remeasure'],
  [34.0, undefined, 'admitted'],
  [42.0, undefined, 'retest'],
  [42.1, undefined, 'remeasure'],
  [27.5, undefined, 'remeasure'],
  [365, undefined, 'remeasure'],
  [34.9, 'forehead', 'remeasure'],
  [34.9, 'wrist', 'remeasure'],
  [35.0, 'forehead', 'admitted'],
  [34.9, 'ear', 'admitted'],
])('DO3 %d °C of the %s is %s', (celsius, kind, verdict) => {
  expect(doorDay(measuring()).screens('08:00', celsius, kind)).toMatchObject({ verdict });
});

test('DO3 a reading that cannot be right does not count, before the first right one or between two', () => {
  const day = doorDay(measuring());
  const { id, ...said } = day.screens('08:00', 30);
  expect(said).toEqual({ verdict: 'remeasure', attempt: 0 });
  expect(day.reads(id, '08:01', 38)).toMatchObject({ verdict: 'retest', attempt: 1 });
  expect(day.reads(id, '08:02', 12)).toEqual({
    id,
    verdict: 'remeasure',
    attempt: 1,
    retestAt: '2026-11-26T00:06:00.000Z',
  });
  expect([...day.state.day.door.seated]).toEqual([id]);
  expect(day.reads(id, '08:03', 38)).toMatchObject({ verdict: 'retest', attempt: 2 });
  expect(JSON.stringify(day.events)).not.toContain('"celsius":12');
});

test('DO4 who was admitted, held or never screened is not read again', () => {
  const day = doorDay(measuring());
  const { id } = day.screens('08:00', 36.5);
  const held = day.holds('08:01');
  for (const screening of [id, held, 'nobody'])
    expect(day.reads(screening, '08:10', 36.5)).toMatchObject({ refused: 'unknown-screening' });
  expect(day.inside()).toBe(1);
});

test('DO5 cases are numbered by the day, and decided once', () => {
  const day = doorDay(measuring());
  const [first, second] = [day.holds('08:00'), day.holds('08:01')];
  expect([...day.state.day.door.cases.keys()]).toEqual(['K-001', 'K-002']);
  expect(day.decides(second, '08:10', 'admit')).toEqual({
    id: second,
    verdict: 'admitted',
    attempt: 3,
    case: 'K-002',
  });
  expect(day.inside()).toBe(1);
  expect(day.decides(first, '08:11', 'refer')).toMatchObject({ verdict: 'referred', case: 'K-001' });
  expect(day.inside()).toBe(1);
  expect(day.decides(second, '08:12', 'refer')).toMatchObject({ refused: 'unknown-case' });
  expect(day.decides(first, '08:12', 'admit')).toMatchObject({ refused: 'unknown-case' });
});

test('DO5 only who is held is decided on', () => {
  const day = doorDay(measuring());
  const sits = day.screens('08:00', 38);
  expect(day.decides(sits.id, '08:01', 'admit')).toMatchObject({ refused: 'unknown-case' });
  expect(day.decides('nobody', '08:01', 'admit')).toMatchObject({ refused: 'unknown-screening' });
});

test('DO5 looking at a case and telling the task force are recorded, the notice once', () => {
  const day = doorDay(measuring());
  day.holds('08:00');
  day.does({ type: 'SeeCase', case: 'K-001', by: 'token:pintu' }, '08:05');
  expect(day.last()).toMatchObject([{ type: 'CaseSeen', case: 'K-001', by: 'token:pintu' }]);
  day.does({ type: 'NoteNotice', case: 'K-001' }, '08:06');
  expect(day.last()).toMatchObject([{ type: 'TaskForceNotified', case: 'K-001' }]);
  day.does({ type: 'NoteNotice', case: 'K-001' }, '08:07');
  expect(day.last()).toEqual([]);
  expect(day.does({ type: 'SeeCase', case: 'K-009', by: 'token:pintu' }, '08:08')).toMatchObject({
    refused: 'unknown-case',
  });
});

test('DO6 into a full room nobody is let, by reading, retest or decision, and nothing changes', () => {
  const day = doorDay(measuring({ capacity: 1 }));
  const sits = day.screens('08:00', 38);
  const held = day.holds('08:01');
  day.screens('08:02', 36.5);
  expect(day.screens('08:03', 36.5)).toMatchObject({ refused: 'room-full' });
  expect(day.reads(sits.id, '08:04', 36.5)).toMatchObject({ refused: 'room-full' });
  expect(day.decides(held, '08:05', 'admit')).toMatchObject({ refused: 'room-full' });
  expect(day.last()).toEqual([]);
  expect(day.inside()).toBe(1);
  // Who is not let in is measured all the same.
  expect(day.screens('08:06', 38)).toMatchObject({ verdict: 'retest' });
  expect(day.decides(held, '08:07', 'refer')).toMatchObject({ verdict: 'referred' });
  day.leaves('08:08', 1);
  expect(day.reads(sits.id, '08:09', 36.5)).toMatchObject({ verdict: 'admitted', attempt: 2 });
  expect(day.inside()).toBe(1);
});

test('DO8 inside is admitted, plus or minus; it never falls below nobody, and counting again replaces it', () => {
  const day = doorDay(contoh());
  day.screens('08:00');
  day.screens('08:01');
  expect(day.leaves('08:02', 5)).toEqual({ inside: 0 });
  day.counts('08:03', 40);
  expect(day.leaves('08:04', 3)).toEqual({ inside: 37 });
  day.screens('08:05');
  expect(day.inside()).toBe(38);
});

test('DO8 after midnight nobody is inside, and cases count from one again', () => {
  const day = doorDay(measuring());
  day.screens('08:00', 36.5);
  day.holds('08:01');
  day.passes('2026-11-27 00:00');
  expect(day.inside()).toBe(0);
  expect(day.state.day.door.screenings.size + day.state.day.door.seated.size).toBe(0);
  day.holds('2026-11-27 08:00');
  expect([...day.state.day.door.cases.keys()]).toEqual(['K-001']);
});
