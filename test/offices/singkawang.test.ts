/** Singkawang: what the office announced in 2020, played where the queue keeps it. */
import { expect, test } from 'vitest';
import { counterView } from '../../server/domain/views/counter.ts';
import { lobbyView } from '../../server/domain/views/lobby.ts';
import { ticketView } from '../../server/domain/views/ticket.ts';
import { type Morning, morning } from '../domain/morning.ts';
import { asksForNumber, inside, opened, promisesBroken, seen, service, shipped, step } from './shipped.ts';

const office = shipped('singkawang');
const begun = () => opened(morning(office));

/** C-001 at the hand-over counter since 08:10, in an office where nobody has to choose the hourglass. */
function handedOver(): Morning {
  const steps = office.steps.map((one) => ({ ...one, optIn: false }));
  const day = opened(morning({ ...office, steps }));
  day.takes('08:00', 'collection');
  day.next(3, '08:09');
  day.press('StartVisit', 3, '08:10');
  return day;
}

const hourglass = (day: Morning, time: string) =>
  counterView(day.state, seen(day, time), 3).handover?.state ?? null;
const isFree = (day: Morning, time: string) =>
  ticketView(day.state, seen(day, time), day.visit('C-001').code)?.free;

test('everybody is called before having queued two hours; how long the rest takes breaks nothing', () => {
  const day = begun();
  day.takes('08:00');
  day.takes('08:00');
  day.takes('08:00', 'collection');
  day.next(1, '09:59:59.999');
  day.press('StartVisit', 1, '09:59:59.999');
  expect(promisesBroken(day, '09:59:59.999')).toEqual([]);
  expect(promisesBroken(day, '10:00')).toEqual(['A-002', 'C-001']);
  expect(promisesBroken(day, '15:00')).toEqual([]);
});

test('a passport handed over within two minutes: the hourglass runs on the counter, and there is something to pay', () => {
  const day = handedOver();
  expect(hourglass(day, '08:11')).toBe('running');
  day.press('FinishStep', 3, '08:11:59.999');
  expect(day.passes('09:00')).toEqual([]);
  expect(hourglass(day, '09:00')).toBe('kept');
  expect(isFree(day, '09:00')).toBe(false);
});

test('longer than two minutes: the hourglass is broken, and nothing is to be paid', () => {
  const day = handedOver();
  expect(day.passes('08:11:59.999')).toEqual([]);
  expect(day.passes('08:12').map(({ type }) => type)).toEqual(['HandoverBroken', 'ClaimOpened']);
  expect(hourglass(day, '08:12')).toBe('broken');
  expect(isFree(day, '08:12')).toBe(true);
  day.press('FinishStep', 3, '08:13');
  expect(isFree(day, '16:00')).toBe(true);
});

test('who did not choose the hourglass has none, and is served as long as it takes', () => {
  const day = begun();
  day.takes('08:00', 'collection');
  day.next(3, '08:09');
  day.press('StartVisit', 3, '08:10');
  expect(hourglass(day, '08:11')).toBeNull();
  expect(day.passes('08:30')).toEqual([]);
  expect(isFree(day, '08:30')).toBe(false);
});

test('the file says: two minutes, or free of charge, for those who choose it', () => {
  expect(step(office, 'handover')).toMatchObject({ within: 120_000, otherwise: 'free', optIn: true });
  expect(service(office, 'collection')?.steps).toEqual(['handover']);
});

test('the room holds 120 people, and the lobby says so', () => {
  expect(office.capacity).toBe(120);
  const day = begun();
  expect(lobbyView(day.state, seen(day, '08:00'), null).capacity).toBe(120);
});

/** The room is full since 08:00: 120 people were let in, by one tap each. */
function fullRoom(): Morning {
  const day = begun();
  for (let person = 0; person < 120; person += 1)
    expect(day.does({ type: 'ScreenVisitor' }, '08:00')).toMatchObject({ verdict: 'admitted' });
  return day;
}
const atDoor = (day: Morning, time: string, people = 1) =>
  day.does({ type: 'TakeTicket', service: 'passport', atDoor: true, people }, time);

test('nothing is measured; when 120 are inside nobody more is let in until somebody leaves', () => {
  const day = fullRoom();
  expect(inside(day)).toBe(120);
  expect(day.does({ type: 'ScreenVisitor' }, '08:01')).toMatchObject({ refused: 'room-full' });
  day.does({ type: 'LetLeave', count: 1 }, '08:02');
  expect(day.does({ type: 'ScreenVisitor' }, '08:03')).toMatchObject({ verdict: 'admitted' });
});

test('who waits outside a full room has a number, and comes in in the order of arrival', () => {
  const day = fullRoom();
  const given = ['08:01', '08:02', '08:03'].map((time) => atDoor(day, time));
  expect(given).toMatchObject([{ number: 'A-001' }, { number: 'A-002' }, { number: 'A-003' }]);
  expect(day.does({ type: 'CallIn' }, '08:04')).toMatchObject({ refused: 'room-full' });
  day.does({ type: 'LetLeave', count: 2 }, '08:05');
  expect(day.does({ type: 'CallIn' }, '08:06')).toEqual({ tickets: ['A-001', 'A-002'] });
});

test('also outside a full room the two hours run, and a counter calls before they are over', () => {
  const day = fullRoom();
  atDoor(day, '08:01');
  atDoor(day, '08:01');
  expect(day.next(1, '10:00:59.999')).toMatchObject({ ticket: 'A-001' });
  expect(promisesBroken(day, '10:01')).toEqual(['A-002']);
});

test('a trip to the villages goes out: it gives no numbers, and asks for a place and a contact', () => {
  expect(asksForNumber(begun(), 'village-trip')).toMatchObject({ refused: 'unknown-service' });
  expect(service(office, 'village-trip')).toMatchObject({
    offsite: true,
    requires: ['address', 'contact'],
    steps: ['application'],
  });
});
