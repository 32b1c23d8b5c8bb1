/** What is said to be different between two office files: things by their id, in the words of the files. */
import { expect, test } from 'vitest';
import { changesBetween } from '../../server/adapters/office-file/changes.ts';

const passport = { id: 'passport', promise: 'PT2H', steps: ['documents', 'interview'] };
const collection = { id: 'collection', promise: 'PT30M' };
const office = {
  name: { id: 'Kantor' },
  services: [passport, collection],
  lanes: [{ id: 'a' }, { id: 'b' }],
};

const changed = (part: object) => changesBetween(office, { ...office, ...part });

test('a value of a thing is named by the thing’s id', () => {
  expect(changed({ services: [{ ...passport, promise: 'PT1H30M' }, collection] })).toEqual([
    { path: 'services.passport.promise', what: 'changed', from: 'PT2H', to: 'PT1H30M' },
  ]);
});

test('keys that came and went, deep inside too', () => {
  expect(changed({ name: { en: 'Office' }, capacity: 120 })).toEqual([
    { path: 'name.id', what: 'removed', from: 'Kantor' },
    { path: 'name.en', what: 'added', to: 'Office' },
    { path: 'capacity', what: 'added', to: 120 },
  ]);
});

test('a thing taken away does not make the ones after it others', () => {
  expect(changed({ services: [collection] })).toEqual([
    { path: 'services.passport', what: 'removed', from: passport },
  ]);
});

test('counters are known by their number, openings by their date, boxes by their line', () => {
  const before = { counters: [{ number: 1 }], openings: [{ date: '2026-12-27', hours: [] }], serial: [] };
  const after = {
    counters: [{ number: 1, zone: 'hall' }],
    openings: [{ date: '2026-12-28', hours: [] }],
    serial: [{ port: 'COM1' }],
  };
  expect(changesBetween(before, after)).toEqual([
    { path: 'counters.1.zone', what: 'added', to: 'hall' },
    { path: 'openings.2026-12-27', what: 'removed', from: { date: '2026-12-27', hours: [] } },
    { path: 'openings.2026-12-28', what: 'added', to: { date: '2026-12-28', hours: [] } },
    { path: 'serial.COM1', what: 'added', to: { port: 'COM1' } },
  ]);
});

test('of a new order only what moved is said, with its place', () => {
  const list = (...ids: string[]) => ({ steps: ids.map((id) => ({ id })) });
  expect(changesBetween(list('a', 'b', 'c', 'd'), list('d', 'a', 'b', 'c'))).toEqual([
    { path: 'steps.d', what: 'moved', from: 4, to: 1 },
  ]);
  expect(changesBetween(list('a', 'b'), list('b', 'a'))).toEqual([
    { path: 'steps.b', what: 'moved', from: 2, to: 1 },
  ]);
  expect(changesBetween(list('a', 'b', 'c'), list('x', 'a', 'c'))).toEqual([
    { path: 'steps.b', what: 'removed', from: { id: 'b' } },
    { path: 'steps.x', what: 'added', to: { id: 'x' } },
  ]);
});

test('a list of words is one value', () => {
  expect(changed({ services: [{ ...passport, steps: ['interview'] }, collection] })).toEqual([
    { path: 'services.passport.steps', what: 'changed', from: ['documents', 'interview'], to: ['interview'] },
  ]);
});

test('what is no office at all, and what comes twice, is no reason to fail', () => {
  expect(changesBetween(null, office)).toEqual([{ path: '', what: 'changed', from: null, to: office }]);
  expect(changesBetween(office, office)).toEqual([]);
  const twice = { lanes: [{ id: 'a' }, { id: 'a', first: true }, { id: 'b' }] };
  expect(changesBetween({ lanes: office.lanes }, twice)).toEqual([
    { path: 'lanes.a.first', what: 'added', to: true },
  ]);
  const odd = { lanes: [{ id: 'a' }, 'b'] };
  expect(changesBetween({ lanes: office.lanes }, odd)).toEqual([
    { path: 'lanes', what: 'changed', from: office.lanes, to: odd.lanes },
  ]);
});
