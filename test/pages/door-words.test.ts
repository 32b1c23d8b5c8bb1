/** What is typed, said and counted at the door, without a browser. */
import { expect, test } from 'vitest';
import { cellsOf, columnsFor, rowsOf } from '../../display/door/grid.ts';
import { decimalSign, degrees, opening, runsOf } from '../../display/lib/door.ts';
import { type Moment, pressFor } from '../../kiosk/door/admit.ts';
import { choicesOf } from '../../kiosk/door/choices.ts';
import { createBounce, meaningOf } from '../../kiosk/door/keypad.ts';
import { celsiusOf, digitsOf, placesOf, typeDigit } from '../../kiosk/door/reading.ts';
import { at } from './scenes.ts';
import { door, fullDoor, plainDoor, roomAgain } from './scenes-door.ts';

test('three digits are a reading, shown with the reader’s decimal sign', () => {
  const typed = ['3', '6', '5', '5'].reduce(typeDigit, '');
  expect(typed).toBe('365');
  expect(celsiusOf(typed)).toBe(36.5);
  expect(celsiusOf('36')).toBeNull();
  expect([decimalSign('id'), decimalSign('en')]).toEqual([',', '.']);
  expect(degrees(36.5, 'id')).toBe('36,5');
  expect(degrees(37, 'en')).toBe('37.0');
  expect(placesOf('36', ',')).toEqual(['3', '6', ',', '–']);
});

test('a thermometer fills in what would have been typed', () => {
  expect(digitsOf(36.52)).toBe('365');
  expect(digitsOf(36.96)).toBe('370');
  expect(digitsOf(-3)).toBe('');
  expect(digitsOf(Number.NaN)).toBe('');
});

test('numbers in a row are said by their ends; only what was called in stands between', () => {
  expect(runsOf(['A-061', 'A-062', 'A-063', 'A-064'])).toEqual(['A-061 … A-064']);
  expect(runsOf(['A-061', 'A-063', 'A-064', 'P-002', 'A-099', 'A-100', 'A-101'])).toEqual([
    'A-061',
    'A-063',
    'A-064',
    'A-099 … A-101',
    'P-002',
  ]);
  expect(runsOf([])).toEqual([]);
});

test('the next opening is said by day and time of the office', () => {
  const now = Date.parse(at('10:20'));
  expect(opening(at('13:00'), now, 'Asia/Makassar', 'id')).toBe('hari ini 13:00');
  expect(opening(at('32:00'), now, 'Asia/Makassar', 'id')).toBe('besok 08:00');
  expect(opening(at('104:00'), now, 'Asia/Makassar', 'id')).toBe('Senin 08:00');
  expect(opening(at('104:00'), now, 'Asia/Makassar', 'en')).toBe('Monday 08:00');
  expect(opening(at('224:00'), now, 'Asia/Makassar', 'en')).toMatch(/December.* 08:00$|5 December 08:00$/);
});

test('a wide cell is never broken, and few numbers have few columns', () => {
  const cells = cellsOf(['A-061', 'A-063 … A-065', 'A-070']);
  expect(cells.map(({ span }) => span)).toEqual([1, 2, 1]);
  expect(rowsOf(cells, 2)).toBe(3);
  expect(rowsOf(cells, 4)).toBe(1);
  expect(columnsFor(cells, [6, 12, 24])).toBe(2);
  expect(columnsFor(cellsOf(['A-061']), [6, 12, 24])).toBe(1);
});

const measuring = { measuring: true, whole: false, armed: false };

test('a keypad types the reading, and the digit after it is the service', () => {
  expect(meaningOf('3', measuring)).toEqual({ do: 'digit', digit: '3' });
  expect(meaningOf('2', { ...measuring, whole: true })).toEqual({ do: 'choose', digit: 2 });
  expect(meaningOf('Enter', { ...measuring, whole: true })).toEqual({ do: 'choose', digit: 1 });
  expect(meaningOf('5', { ...measuring, armed: true })).toEqual({ do: 'choose', digit: 5 });
  expect(meaningOf('0', { ...measuring, measuring: false })).toEqual({ do: 'choose', digit: 0 });
  expect(meaningOf('-', measuring)).toEqual({ do: 'one-left' });
  expect(meaningOf('-', { ...measuring, armed: true })).toEqual({ do: 'count' });
  expect(meaningOf('a', measuring)).toBeNull();
});

test('the same key within half a second counts nobody', () => {
  const isBounce = createBounce();
  expect(isBounce('1', 1000, true)).toBe(false);
  expect(isBounce('1', 1400, true)).toBe(true);
  expect(isBounce('1', 2000, true)).toBe(false);
  // Typing the same digit twice is typing, and after it only a contact bounces so quickly.
  expect(isBounce('1', 2100, false)).toBe(false);
  expect(isBounce('1', 2180, true)).toBe(true);
  expect(isBounce('3', 3000, false)).toBe(false);
  expect(isBounce('3', 3200, true)).toBe(false);
});

const someone: Moment = { view: door, typed: '', people: 1, target: { kind: 'new' }, begun: null };
const [passport, , , , driveThru] = choicesOf(door);

test('who enters is measured; a service outside and a number outside need no reading', () => {
  expect(pressFor(someone, passport ?? null)).toEqual({ missing: 'reading' });
  expect(pressFor({ ...someone, typed: '365' }, passport ?? null)).toMatchObject({
    wish: { admission: { by: 'reading', celsius: 36.5 }, number: { service: 'passport', lane: 'regular' } },
  });
  expect(pressFor(someone, driveThru ?? null)).toMatchObject({ wish: { admission: { by: 'nobody' } } });
  expect(pressFor({ ...someone, view: fullDoor }, passport ?? null)).toMatchObject({
    wish: { admission: { by: 'nobody' } },
  });
  expect(pressFor({ ...someone, view: fullDoor }, null)).toEqual({ missing: 'room' });
});

test('others wait outside: without a reading the number is outside, with one the person enters', () => {
  const then = { ...someone, view: roomAgain };
  expect(pressFor(then, passport ?? null)).toMatchObject({ wish: { admission: { by: 'nobody' } } });
  expect(pressFor({ ...then, typed: '364' }, null)).toMatchObject({
    wish: { admission: { by: 'reading', celsius: 36.4 }, number: null },
  });
});

test('a family is not torn apart: with too few places its number is outside', () => {
  const two = { ...door, inside: 118 };
  expect(pressFor({ ...someone, view: two, people: 3, typed: '365' }, passport ?? null)).toMatchObject({
    wish: { admission: { by: 'nobody' }, number: { people: 3 } },
  });
});

test('nothing is measured: one tap admits, a family with one tap too', () => {
  expect(pressFor({ ...someone, view: plainDoor, people: 3 }, passport ?? null)).toMatchObject({
    wish: { admission: { by: 'tap', people: 3 }, number: { people: 3 } },
  });
});
