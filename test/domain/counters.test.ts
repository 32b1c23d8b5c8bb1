/** Opening, pausing and closing a counter, and presses that mean nothing. */
import { expect, test } from 'vitest';
import { clock, morning } from './morning.ts';
import { contoh } from './office.ts';

test('OC1 open: the counter serves all that the office file gives it', () => {
  const day = morning(contoh());
  day.takes('08:00');
  expect(day.does({ type: 'OpenCounter', counter: 4 }, '08:01')).toEqual({ counter: 4, ticket: null });
  expect(day.next(4, '08:02')).toMatchObject({ ticket: 'A-001' });
  expect(day.next(4, '08:03')).toMatchObject({ ticket: 'A-001' });
  expect(day.visit('A-001').step).toBe('interview');
});

test('OC1 open with steps and lanes: the counter serves these alone, also such as the file does not give it', () => {
  const day = morning(contoh());
  day.takes('08:00');
  day.takes('08:01', 'passport', { lane: 'priority' });
  day.takes('08:02', 'collection');
  day.does(
    { type: 'OpenCounter', counter: 3, steps: ['handover', 'documents'], lanes: ['regular'] },
    '08:03',
  );
  expect(day.next(3, '08:04')).toMatchObject({ ticket: 'C-001' });
  expect(day.next(3, '08:05')).toMatchObject({ ticket: 'A-001' });
  expect(day.next(3, '08:06')).toMatchObject({ ticket: null });
  expect(day.visit('P-001').state).toBe('waiting');
});

test('OC1 an open counter is opened again: its visit stays, and what is not said is the file’s', () => {
  const day = morning(contoh());
  day.takes('08:00');
  day.takes('08:01', 'passport', { lane: 'priority' });
  day.does({ type: 'OpenCounter', counter: 4, steps: ['documents'], lanes: ['regular'] }, '08:02');
  day.next(4, '08:03');
  expect(day.does({ type: 'OpenCounter', counter: 4 }, '08:04')).toEqual({ counter: 4, ticket: 'A-001' });
  expect(day.visit('A-001').state).toBe('called');
  expect(day.next(4, '08:05')).toMatchObject({ ticket: 'P-001' });
  expect(day.next(4, '08:06')).toMatchObject({ ticket: 'P-001' });
  expect(day.visit('P-001').step).toBe('interview');
});

test('OC1 a paused counter that opens serves what it served before, unless told otherwise', () => {
  const day = morning(contoh());
  day.takes('08:00');
  day.takes('08:01', 'passport', { lane: 'priority' });
  day.does({ type: 'OpenCounter', counter: 1, lanes: ['regular'] }, '08:02');
  day.press('PauseCounter', 1, '08:03');
  day.does({ type: 'OpenCounter', counter: 1 }, '08:04');
  expect(day.next(1, '08:05')).toMatchObject({ ticket: 'A-001' });
  day.press('PauseCounter', 1, '08:06');
  day.does({ type: 'OpenCounter', counter: 1, lanes: ['priority'] }, '08:07');
  expect(day.next(1, '08:08')).toMatchObject({ ticket: 'P-001' });
});

test('OC1 a closed counter that opens serves all again', () => {
  const day = morning(contoh());
  day.does({ type: 'OpenCounter', counter: 1, lanes: ['regular'] }, '08:00');
  day.press('CloseCounter', 1, '08:01');
  day.does({ type: 'OpenCounter', counter: 1 }, '08:02');
  day.takes('08:03', 'passport', { lane: 'priority' });
  expect(day.next(1, '08:04')).toMatchObject({ ticket: 'P-001' });
});

test('OC2 only steps and lanes that the office has', () => {
  const day = morning(contoh());
  const open = (more: { steps?: string[]; lanes?: string[] }) =>
    day.does({ type: 'OpenCounter', counter: 1, ...more }, '08:00');
  expect(open({ steps: ['documents', 'cashier'] })).toMatchObject({ refused: 'unknown-step' });
  expect(open({ lanes: ['golden'] })).toMatchObject({ refused: 'unknown-lane' });
  expect(day.does({ type: 'OpenCounter', counter: 9 }, '08:00')).toMatchObject({
    refused: 'unknown-counter',
  });
  expect(day.counter(1).state).toBe('closed');
});

test('PC1 a paused counter keeps its visit, and its officer goes on with it', () => {
  const day = morning(contoh());
  day.opens(1);
  day.takes('08:00');
  day.next(1, '08:01');
  expect(day.does({ type: 'PauseCounter', counter: 1, reason: 'prayer' }, '08:02')).toEqual({
    counter: 1,
    ticket: 'A-001',
  });
  expect(day.counter(1)).toMatchObject({ state: 'paused', pause: { reason: 'prayer', until: null } });
  expect(day.press('FinishStep', 1, '08:03')).toMatchObject({ ticket: 'A-001' });
  expect(day.counter(1).state).toBe('paused');
});

test('PC1 a closed counter cannot pause', () => {
  const day = morning(contoh());
  expect(day.press('PauseCounter', 1, '08:00')).toMatchObject({ refused: 'counter-closed' });
});

test('CC1 the last counter that can serve somebody waiting closes only with confirm', () => {
  const day = morning(contoh());
  day.opens(1, 2);
  day.takes('08:00');
  day.takes('08:01', 'passport', { lane: 'priority' });
  expect(day.press('CloseCounter', 2, '08:02')).toEqual({ counter: 2, ticket: null });
  expect(day.press('CloseCounter', 1, '08:03')).toEqual({
    refused: 'confirm',
    code: 'confirm',
    tickets: ['P-001', 'A-001'],
  });
  expect(day.counter(1).state).toBe('open');
  expect(day.does({ type: 'CloseCounter', counter: 1, confirm: true }, '08:04')).toEqual({
    counter: 1,
    ticket: null,
  });
  expect(day.counter(1).state).toBe('closed');
});

test('CC1 a counter for another lane or on a pause does not help those who wait', () => {
  const day = morning(contoh());
  day.opens(1, 2);
  day.does({ type: 'OpenCounter', counter: 4, lanes: ['priority'] }, '07:31');
  day.press('PauseCounter', 2, '07:32');
  day.takes('08:00');
  day.takes('08:00', 'passport', { lane: 'priority' });
  expect(day.press('CloseCounter', 1, '08:01')).toMatchObject({ refused: 'confirm', tickets: ['A-001'] });
});

test('CC1 who would only now wait for this counter counts too', () => {
  const day = morning(contoh());
  day.opens(4);
  day.takes('08:00');
  day.next(4, '08:01');
  expect(day.press('CloseCounter', 4, '08:02')).toMatchObject({ refused: 'confirm', tickets: ['A-001'] });
  expect(day.visit('A-001')).toMatchObject({ state: 'called', step: 'documents' });
});

test('CC1 with nobody waiting the last counter closes', () => {
  const day = morning(contoh());
  day.opens(1);
  day.takes('08:00', 'collection');
  expect(day.press('CloseCounter', 1, '08:01')).toEqual({ counter: 1, ticket: null });
});

test('CC2 closing finishes the current visit, as next does', () => {
  const day = morning(contoh());
  day.opens(1, 5);
  day.takes('08:00');
  day.takes('08:00', 'collection');
  day.next(1, '08:01');
  day.next(5, '08:01');
  day.press('CloseCounter', 1, '08:02');
  day.press('CloseCounter', 5, '08:02');
  expect(day.visit('A-001')).toMatchObject({ state: 'waiting', step: 'interview' });
  expect(day.visit('C-001')).toMatchObject({ state: 'done', endedAt: clock('08:02') });
  expect(day.counter(1)).toMatchObject({ state: 'closed', current: null });
});

test('CC3 a closed counter cannot close', () => {
  const day = morning(contoh());
  expect(day.press('CloseCounter', 1, '08:00')).toMatchObject({ refused: 'counter-closed' });
});

test('PR1 a press kept back longer than ten seconds is stale, before anything else', () => {
  const day = morning(contoh());
  day.opens(1);
  day.takes('08:00');
  const press = (counter: number, ageMs: number) => day.does({ type: 'CallNext', counter, ageMs }, '08:01');
  expect(press(1, 10_001)).toEqual({ refused: 'stale', code: 'stale' });
  expect(press(99, 10_001)).toMatchObject({ refused: 'stale' });
  const unknown = { type: 'PressUnknownKey', counter: 1, key: 'dance', ageMs: 10_001 } as const;
  expect(day.does(unknown, '08:01')).toMatchObject({ refused: 'stale' });
  expect(press(1, 10_000)).toEqual({ counter: 1, ticket: 'A-001' });
});

test('PR2 a key without a meaning is unknown-key', () => {
  const day = morning(contoh());
  day.opens(1);
  const answer = day.does({ type: 'PressUnknownKey', counter: 1, key: 'dance' }, '08:00');
  expect(answer).toEqual({ refused: 'unknown-key', code: 'unknown-key' });
  expect(day.last()).toEqual([]);
});
