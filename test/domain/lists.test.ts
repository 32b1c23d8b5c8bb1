/** What the desk asks once and counts: answered at any counter, and kept for the visit. */
import { expect, test } from 'vitest';
import { deskView } from '../../server/domain/views/desk.ts';
import { at } from '../views/context.ts';
import { type Morning, morning } from './morning.ts';
import { contoh } from './office.ts';

const lists = { applicants: ['umum', 'tki'], purposes: ['wisata', 'umroh', 'pegangan'] };
const calm = { calling: { refractory: 'PT0S' } };

/** A-001 is called at counter 1 at 08:05. */
function called(more: Record<string, unknown> = { lists }): Morning {
  const day = morning(contoh({ ...calm, ...more }));
  day.opens(1, 3);
  day.takes('08:00');
  day.next(1, '08:05');
  return day;
}
type Choices = Readonly<Record<string, string>>;
const describes = (day: Morning, choices: Choices, time: string, counter = 1, ticket?: string) =>
  day.does({ type: 'DescribeVisit', counter, choices, ...(ticket === undefined ? {} : { ticket }) }, time);
const chosen = (day: Morning, time: string, counter = 1) =>
  deskView(day.state, at(time), counter).lists.map((list) => [list.list, list.chosen]);

test('LI1 the desk asks what the office asks, while somebody is there', () => {
  const day = called();
  expect(deskView(day.state, at('08:05'), 1).lists).toEqual([
    { list: 'applicants', choices: ['umum', 'tki'], chosen: null },
    { list: 'purposes', choices: ['wisata', 'umroh', 'pegangan'], chosen: null },
  ]);
  expect(describes(day, { applicants: 'tki' }, '08:06')).toEqual({ counter: 1, ticket: 'A-001' });
  expect(day.last()).toMatchObject([{ type: 'VisitDescribed', choices: { applicants: 'tki' } }]);
  day.press('StartVisit', 1, '08:07');
  describes(day, { purposes: 'umroh' }, '08:08');
  expect(chosen(day, '08:08')).toEqual([
    ['applicants', 'tki'],
    ['purposes', 'umroh'],
  ]);
  expect(deskView(day.state, at('08:08'), 3).lists).toEqual([]);
});

test('LI1 an office without lists asks nothing', () => {
  const day = called({});
  expect(deskView(day.state, at('08:05'), 1).lists).toEqual([]);
  expect(describes(day, { applicants: 'tki' }, '08:06').refused).toBe('unknown-key');
});

test.each([
  ['a list that the office has not', { colours: 'red' }],
  ['a choice that the list has not', { applicants: 'wisata' }],
  ['what every object has', { constructor: 'name' }],
  ['one that is right beside one that is wrong', { applicants: 'tki', purposes: 'red' }],
])('LI1 %s is refused, and nothing is taken', (_, choices) => {
  const day = called();
  expect(describes(day, choices as unknown as Choices, '08:06').refused).toBe('unknown-key');
  expect(day.visit('A-001').choices).toEqual({});
});

test('LI1 nobody is described who is not at the counter', () => {
  const day = called();
  day.takes('08:01');
  expect(describes(day, { applicants: 'tki' }, '08:06', 3).refused).toBe('nobody-called');
  expect(describes(day, { applicants: 'tki' }, '08:06', 1, 'A-002')).toMatchObject({
    refused: 'moved-on',
    tickets: ['A-001'],
  });
  expect(describes(day, { applicants: 'tki' }, '08:06', 1, 'a1').refused).toBeUndefined();
});

test('LI2 an answer stays at later counters, and is changed there; the others stay', () => {
  const day = called();
  describes(day, { applicants: 'tki', purposes: 'wisata' }, '08:06');
  day.press('FinishStep', 1, '08:10');
  day.next(3, '08:20');
  expect(chosen(day, '08:20', 3)).toEqual([
    ['applicants', 'tki'],
    ['purposes', 'wisata'],
  ]);
  describes(day, { purposes: 'umroh' }, '08:21', 3);
  day.press('FinishStep', 3, '08:30');
  expect(day.visit('A-001').choices).toEqual({ applicants: 'tki', purposes: 'umroh' });
});

test('LI2 the same again is recorded once', () => {
  const day = called();
  describes(day, { applicants: 'tki' }, '08:06');
  expect(describes(day, { applicants: 'tki' }, '08:07')).toEqual({ counter: 1, ticket: 'A-001' });
  expect(day.last()).toEqual([]);
});

test('LI3 undo takes back the action before it, and not what was said', () => {
  const day = called();
  describes(day, { applicants: 'tki' }, '08:05:10');
  expect(deskView(day.state, at('08:05:11'), 1).undo).toMatchObject({ action: 'next' });
  expect(day.press('UndoAction', 1, '08:05:12')).toEqual({ counter: 1, ticket: null });
  expect(day.visit('A-001')).toMatchObject({ state: 'waiting', choices: { applicants: 'tki' } });
  day.next(1, '08:06');
  expect(chosen(day, '08:06')[0]).toEqual(['applicants', 'tki']);
});

test('LI3 with nothing else done there is nothing to undo', () => {
  const day = called();
  describes(day, { applicants: 'tki' }, '08:06');
  expect(day.press('UndoAction', 1, '08:06:05').refused).toBe('nothing-to-undo');
});

test('LI4 what the office offers no more is asked anew, and stays in the record', () => {
  const day = called();
  describes(day, { applicants: 'tki', purposes: 'umroh' }, '08:06');
  const office = contoh({ ...calm, lists: { applicants: ['umum', 'pmi'], languages: ['id', 'en'] } });
  day.does({ type: 'ConfigureOffice', office, source: 'test' }, '08:07');
  expect(chosen(day, '08:08')).toEqual([
    ['applicants', null],
    ['languages', null],
  ]);
  describes(day, { languages: 'id' }, '08:09');
  expect(day.visit('A-001').choices).toEqual({ applicants: 'tki', purposes: 'umroh', languages: 'id' });
});
