/** Officers: who they are, which counter they answer for, and what ends their sessions. */
import { expect, test } from 'vitest';
import { decide } from '../../server/domain/decide.ts';
import { instant } from '../../server/domain/instant.ts';
import { officerAt } from '../../server/domain/views/officer.ts';
import { type Morning, morning } from './morning.ts';
import { contoh } from './office.ts';

const hash = 'the hash of a PIN';
const until = Date.UTC(2026, 10, 27);

/** Budi and Ani work at counters, Citra heads the office. */
function withOfficers(): Morning {
  const day = morning(contoh());
  const add = (name: string, role: 'counter' | 'supervisor') =>
    day.does({ type: 'AddOfficer', name, role, hash }, '07:10');
  add('Budi', 'counter');
  add('Ani', 'counter');
  add('Citra', 'supervisor');
  return day;
}

const signsIn = (day: Morning, officer: string, counter: number | null, time: string, id = `at-${time}`) =>
  day.does(
    { type: 'OpenSession', id, hash: 'h', token: null, officer: { id: officer, counter }, until },
    time,
  );

const answering = ({ state }: Morning) => Object.fromEntries(state.day.officers);
const sessions = ({ state }: Morning) => [...state.calendar.sessions.keys()];

test('ON1 nobody has the name of another, however it is written', () => {
  const day = withOfficers();
  const add = { type: 'AddOfficer', name: ' BUDI ', role: 'counter', hash } as const;
  expect(day.does(add, '07:20')).toMatchObject({ refused: 'officer-exists' });
  expect(day.does({ type: 'ChangeOfficer', id: 'o2', name: 'budi' }, '07:20')).toMatchObject({
    refused: 'officer-exists',
  });
  expect(day.does({ type: 'ChangeOfficer', id: 'o1', name: 'budi' }, '07:20')).toEqual({});
});

test('ON1 an officer has an id of its own, which nobody after it is given', () => {
  const day = withOfficers();
  expect([...day.state.calendar.officers.values()]).toEqual([
    { id: 'o1', name: 'Budi', role: 'counter', hash },
    { id: 'o2', name: 'Ani', role: 'counter', hash },
    { id: 'o3', name: 'Citra', role: 'supervisor', hash },
  ]);
  day.does({ type: 'RemoveOfficer', id: 'o3' }, '07:20');
  let count = 0;
  const add = (id?: string) => {
    count += 1;
    const name = `Dewi ${count}`;
    return day.does({ type: 'AddOfficer', name, role: 'counter', hash, ...(id ? { id } : {}) }, '07:30');
  };
  expect(add()).toEqual({ id: 'o4' });
  expect(add('o1')).toMatchObject({ refused: 'officer-exists' });
  expect(add('dewi')).toEqual({ id: 'dewi' });
});

test('ON1 the name is personal: the event says whose, and it goes with the officer', () => {
  const day = withOfficers();
  day.does({ type: 'ChangeOfficer', id: 'o1', name: 'Budi Santoso' }, '07:20');
  expect(day.last()).toMatchObject([
    { type: 'OfficerChanged', id: 'o1', personalOf: 'o1', personal: { name: 'Budi Santoso' } },
  ]);
  day.does({ type: 'RemoveOfficer', id: 'o1' }, '07:30');
  expect(day.last()).toMatchObject([{ type: 'OfficerRemoved', id: 'o1', personalOf: 'o1' }]);
  expect(day.does({ type: 'ChangeOfficer', id: 'o1', name: 'x' }, '07:31')).toMatchObject({
    refused: 'unknown-officer',
  });
  expect(day.does({ type: 'RemoveOfficer', id: 'o1' }, '07:31')).toMatchObject({
    refused: 'unknown-officer',
  });
});

test('ON2 who signs in at a counter answers for it, and has left the counter before', () => {
  const day = withOfficers();
  signsIn(day, 'o1', 3, '08:00');
  expect(answering(day)).toEqual({ 3: 'o1' });
  expect(officerAt(day.state, 3)).toEqual({ id: 'o1', name: 'Budi' });
  signsIn(day, 'o1', 4, '08:10');
  expect(answering(day)).toEqual({ 4: 'o1' });
  signsIn(day, 'o2', 4, '08:20');
  expect(answering(day)).toEqual({ 4: 'o2' });
  expect(signsIn(day, 'o2', 99, '08:30')).toMatchObject({ refused: 'unknown-counter' });
  expect(signsIn(day, 'o9', 1, '08:30')).toMatchObject({ refused: 'unknown-officer' });
});

test('ON2 the supervisor assigns, and takes away; one who does not work at counters is not assigned', () => {
  const day = withOfficers();
  const assign = (counter: number, officer: string | null) =>
    day.does({ type: 'AssignOfficer', counter, officer }, '08:00');
  assign(1, 'o1');
  assign(2, 'o2');
  assign(2, 'o1');
  expect(answering(day)).toEqual({ 2: 'o1' });
  assign(2, null);
  expect(answering(day)).toEqual({});
  expect(assign(1, 'o3')).toMatchObject({ refused: 'unknown-officer' });
  expect(assign(1, 'nobody')).toMatchObject({ refused: 'unknown-officer' });
  assign(1, 'o1');
  assign(1, 'o1');
  expect(day.last()).toEqual([]);
});

test('ON2 who signs out leaves the counter, unless signed in there twice or relieved before', () => {
  const day = withOfficers();
  signsIn(day, 'o1', 3, '08:00', 'desk');
  signsIn(day, 'o1', 3, '08:01', 'phone');
  day.does({ type: 'EndSession', id: 'phone' }, '08:02');
  expect(answering(day)).toEqual({ 3: 'o1' });
  signsIn(day, 'o2', 3, '08:03', 'relief');
  day.does({ type: 'EndSession', id: 'desk' }, '08:04');
  expect(answering(day)).toEqual({ 3: 'o2' });
  day.does({ type: 'EndSession', id: 'relief' }, '08:05');
  expect(answering(day)).toEqual({});
  expect(sessions(day)).toEqual([]);
});

test('ON2 a session whose time is over takes nobody from a counter', () => {
  const day = withOfficers();
  signsIn(day, 'o1', 3, '08:00', 'old');
  day.does({ type: 'EndSession', id: 'old', expired: true }, '20:00');
  expect([sessions(day), answering(day)]).toEqual([[], { 3: 'o1' }]);
});

test('ON2 it is for the day: after midnight nobody answers for a counter', () => {
  const day = withOfficers();
  signsIn(day, 'o1', 3, '08:00');
  day.passes('2026-11-27 00:00');
  expect(answering(day)).toEqual({});
});

test('ON4 a new PIN, a new role and being removed end the sessions of that officer alone', () => {
  const endings = [
    { type: 'ChangeOfficer', id: 'o1', hash: 'another' },
    { type: 'ChangeOfficer', id: 'o1', role: 'supervisor' },
    { type: 'RemoveOfficer', id: 'o1' },
  ] as const;
  for (const ending of endings) {
    const day = withOfficers();
    signsIn(day, 'o1', 3, '08:00', 'budi');
    signsIn(day, 'o2', 1, '08:00', 'ani');
    day.does({ type: 'OpenSession', id: 'head', hash: 'h', token: null, until }, '08:00');
    day.does(ending, '08:10');
    expect(sessions(day), JSON.stringify(ending)).toEqual(['ani', 'head']);
  }
});

test('ON4 another name alone ends nothing; who works at counters no more has left theirs', () => {
  const day = withOfficers();
  signsIn(day, 'o1', 3, '08:00', 'budi');
  day.does({ type: 'ChangeOfficer', id: 'o1', name: 'Budi Santoso', role: 'counter' }, '08:10');
  expect([sessions(day), answering(day)]).toEqual([['budi'], { 3: 'o1' }]);
  day.does({ type: 'ChangeOfficer', id: 'o1', role: 'door' }, '08:20');
  expect([sessions(day), answering(day)]).toEqual([[], {}]);
  day.does({ type: 'ChangeOfficer', id: 'o1' }, '08:30');
  expect(day.last()).toEqual([]);
});

test('ON4 a PIN or a password that was changed while it was compared opens nothing', () => {
  const day = withOfficers();
  day.does({ type: 'SetPassword', hash: 'old', onlyFirst: true }, '07:20');
  const open = { type: 'OpenSession', id: 's', hash: 'h', token: null, until } as const;
  const asBudi = { ...open, officer: { id: 'o1', counter: 3 } };
  expect(day.does({ ...asBudi, proved: 'old' }, '08:00')).toMatchObject({ refused: 'wrong-pin' });
  expect(day.does({ ...open, proved: 'other' }, '08:00')).toMatchObject({ refused: 'wrong-password' });
  expect(day.does({ ...asBudi, proved: hash }, '08:00')).toEqual({});
  expect(day.does({ ...open, proved: 'old' }, '08:00')).toEqual({});
});

test('ON3 what happens at a counter names who did it, or else who answers for the counter', () => {
  const day = withOfficers();
  const called = (by: string) => {
    const at = instant(Date.parse('2026-11-26T00:30:00Z'));
    const decision = decide(day.state, { type: 'OpenCounter', counter: 3 }, at, { id: '', spoken: '' }, by);
    return decision.ok ? decision.events.map((event) => Reflect.get(event, 'officer')) : decision;
  };
  expect(called('device:ser-3')).toEqual([undefined]);
  signsIn(day, 'o1', 3, '08:00');
  expect(called('device:ser-3')).toEqual(['o1']);
  expect(called('supervisor')).toEqual(['o1']);
  expect(called('officer:o2')).toEqual(['o2']);
});
