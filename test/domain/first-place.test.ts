/** A first place on a later day, for somebody whom the office did not come to. */
import { expect, test } from 'vitest';
import type { Command } from '../../server/domain/commands.ts';
import { ticketView } from '../../server/domain/views/ticket.ts';
import { at } from '../views/context.ts';
import { type Morning, morning } from './morning.ts';
import { contoh } from './office.ts';

const close = (...tomorrow: string[]): Command => ({ type: 'CloseDay', tomorrow });
const claim = (code: string): Command => ({ type: 'ClaimPlace', code });

/** Tickets taken from 08:00 on, a minute apart; all are sent home at 15:00. Gives their codes. */
function sentHome(day: Morning, ...lanes: string[]): string[] {
  const numbers = lanes.map((lane, minute) => day.takes(`08:0${minute}`, 'passport', { lane }));
  const codes = numbers.map((number) => day.visit(number).code);
  day.does(close(...numbers), '15:00');
  return codes;
}

test('FP2 it is taken up on a later date by code: a new number, with a promise that counts from now', () => {
  const day = morning(contoh());
  const [code = ''] = sentHome(day, 'regular');
  const answer = day.does(claim(code), '2026-11-27 08:00');
  expect(answer).toMatchObject({
    number: 'A-001',
    step: 'documents',
    ahead: 0,
    promiseAt: '2026-11-27T02:00:00.000Z',
  });
  expect(answer.code).not.toBe(code);
  expect(day.visit('A-001')).toMatchObject({ code: answer.code, state: 'waiting' });
});

test('FP2 it is taken up by the short code, however it is written', () => {
  const day = morning(contoh());
  const [code = ''] = sentHome(day, 'regular');
  const { shortCode } = day.visit('A-001');
  expect(shortCode.toLowerCase()).not.toBe(shortCode);
  expect(day.does(claim(shortCode.toLowerCase()), '2026-11-27 08:00').number).toBe('A-001');
  expect(day.state.calendar.places.has(code)).toBe(false);
});

test('FP2 it is taken up once, by whatever name', () => {
  const day = morning(contoh());
  const [code = ''] = sentHome(day, 'regular');
  const { shortCode } = day.visit('A-001');
  day.does(claim(code), '2026-11-27 08:00');
  expect(day.does(claim(code), '2026-11-27 08:01').refused).toBe('unknown-place');
  expect(day.does(claim(shortCode), '2026-11-28 08:01').refused).toBe('unknown-place');
});

test('FP2 neither a ticket without a promised place nor a number opens one', () => {
  const day = morning(contoh());
  sentHome(day, 'regular');
  const other = day.takes('2026-11-27 07:00');
  expect(day.does(claim(day.visit(other).code), '2026-11-28 08:00').refused).toBe('unknown-place');
  expect(day.does(claim('A-001'), '2026-11-28 08:00').refused).toBe('unknown-place');
  expect(day.does(claim('nonsense'), '2026-11-28 08:00').refused).toBe('unknown-place');
});

test('FP2 not on the same date, also when the day is open again', () => {
  const day = morning(contoh());
  const [code = ''] = sentHome(day, 'regular');
  day.does({ type: 'ReopenDay' }, '15:10');
  expect(day.does(claim(code), '15:11').refused).toBe('not-possible');
  expect(day.does(claim(code), '23:59').refused).toBe('not-possible');
  expect(day.does(claim(code), '2026-11-27 00:00').number).toBe('A-001');
});

test('FP2 only the steps that were left are to do', () => {
  const day = morning(contoh());
  day.opens(1);
  day.takes('08:00', 'passport', { people: 2 });
  day.next(1, '08:10');
  day.press('FinishStep', 1, '08:20');
  const { code } = day.visit('A-001');
  day.does(close('A-001'), '15:00');
  expect(day.does(claim(code), '2026-11-27 08:00').step).toBe('interview');
  expect(day.visit('A-001')).toMatchObject({ step: 'interview', todo: [], people: 2 });
});

test('FP2 when the office has given up what is left of it, it is not possible, and possible again when it comes back', () => {
  const day = morning(contoh());
  const [code = ''] = sentHome(day, 'priority');
  const configure = (office = contoh(), time = '') =>
    day.does({ type: 'ConfigureOffice', office, source: time }, time);
  configure(contoh({ lanes: [{ id: 'regular' }] }), '2026-11-27 07:00');
  expect(day.does(claim(code), '2026-11-27 08:00').refused).toBe('not-possible');
  const { services } = contoh();
  const withoutInterview = services.map((service) => ({ ...service, steps: ['documents'] }));
  configure(
    contoh({
      steps: [{ id: 'documents' }],
      services: withoutInterview.map(({ id, prefix, steps }) => ({ id, prefix: prefix ?? 'Z', steps })),
      counters: [{ number: 1, steps: ['documents'] }],
      outcomes: {},
    }),
    '2026-11-27 09:00',
  );
  expect(day.does(claim(code), '2026-11-27 09:30').refused).toBe('not-possible');
  configure(contoh(), '2026-11-27 10:00');
  expect(day.does(claim(code), '2026-11-27 10:30').number).toBe('P-001');
});

/** The office of the tests is open at all hours: from midnight on. */
test('CD1 not after the day was closed; the place stays promised', () => {
  const day = morning(contoh());
  const [code = ''] = sentHome(day, 'regular');
  day.does(close(), '2026-11-27 15:00');
  expect(day.does(claim(code), '2026-11-27 15:01')).toMatchObject({
    refused: 'office-closed',
    opensAt: '2026-11-27T16:00:00.000Z',
  });
  expect(day.does(claim(code), '2026-11-28 08:00').number).toBe('A-001');
});

test('FP4 after 30 days it is given up, whether anything happened in between or not', () => {
  const quiet = morning(contoh());
  const [code = '', other = ''] = sentHome(quiet, 'regular', 'regular');
  expect(quiet.does(claim(code), '2026-12-26 08:00').number).toBe('A-001');
  expect(quiet.does(claim(other), '2026-12-27 08:00').refused).toBe('unknown-place');
  const busy = morning(contoh());
  const [old = ''] = sentHome(busy, 'regular');
  busy.takes('2026-12-27 08:00');
  busy.does(close('A-001'), '2026-12-27 15:00');
  expect(busy.state.calendar.places.has(old)).toBe(false);
});

const phone = (day: Morning, code: string, time: string) => {
  day.passes(time);
  return ticketView(day.state, at(time), code);
};

test('FP1 the phone says the first place until it is taken up, also after a second midnight', () => {
  const day = morning(contoh());
  const [code = ''] = sentHome(day, 'regular');
  const said = { number: 'A-001', state: 'unfinished', firstPlace: true, ahead: null };
  expect(phone(day, code, '15:01')).toMatchObject(said);
  expect(phone(day, code, '2026-11-27 08:00')).toMatchObject(said);
  expect(phone(day, code, '2026-11-28 08:00')).toEqual({
    ...(phone(day, code, '2026-11-28 08:00') ?? {}),
    ...said,
    shortCode: 'S00000',
    serviceName: { id: 'passport', en: 'passport' },
    stepName: { id: 'documents', en: 'documents' },
    promiseAt: null,
    call: null,
  });
});

test('FP2 FP4 the phone does not say it of a place that was taken up or given up', () => {
  const day = morning(contoh());
  const [code = '', other = ''] = sentHome(day, 'regular', 'regular');
  day.does(claim(code), '2026-11-27 08:00');
  expect(phone(day, code, '2026-11-27 08:01')).toMatchObject({ state: 'unfinished', firstPlace: false });
  expect(phone(day, code, '2026-11-28 08:00')).toBeNull();
  expect(phone(day, other, '2026-12-26 08:00')).toMatchObject({ firstPlace: true });
  expect(phone(day, other, '2026-12-27 08:00')).toBeNull();
});
