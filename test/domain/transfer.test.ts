/** A visit that is sent to another step or another counter. */
import { expect, test } from 'vitest';
import type { Morning } from './morning.ts';
import { clock, morning } from './morning.ts';
import { contoh } from './office.ts';

/** A-001 is called for documents at counter 1; A-002 waits; all counters are open. */
function called(): Morning {
  const day = morning(contoh());
  day.opens(1, 2, 3, 4, 5);
  day.takes('08:00');
  day.takes('08:05');
  day.next(1, '08:10');
  return day;
}

const transfer = (day: Morning, counter: number, to: { step: string } | { counter: number }, time: string) =>
  day.does({ type: 'TransferVisit', counter, to }, time);

test('TR1 a transferred visit waits for that step with its old arrival and turn', () => {
  const day = called();
  expect(transfer(day, 1, { step: 'interview' }, '08:11')).toMatchObject({ counter: 1 });
  expect(day.counter(1).current).toBeNull();
  expect(day.visit('A-001')).toMatchObject({
    state: 'waiting',
    step: 'interview',
    todo: [],
    arrivedAt: clock('08:00'),
    turn: clock('10:00'),
  });
  expect(day.next(1, '08:12')).toMatchObject({ ticket: 'A-002' });
  expect(day.next(3, '08:12')).toMatchObject({ ticket: 'A-001' });
});

test('TR1 sent back to a step, it goes on with the steps that follow it', () => {
  const day = called();
  day.press('FinishStep', 1, '08:11');
  day.next(3, '08:12');
  day.press('StartVisit', 3, '08:13');
  transfer(day, 3, { step: 'documents' }, '08:14');
  expect(day.visit('A-001')).toMatchObject({ state: 'waiting', step: 'documents', todo: ['interview'] });
  expect(day.next(1, '08:15')).toMatchObject({ ticket: 'A-001' });
  day.press('FinishStep', 1, '08:16');
  expect(day.visit('A-001')).toMatchObject({ step: 'interview', todo: [], turn: clock('10:00') });
});

test('TR1 the step under way again: it waits for it once more', () => {
  const day = called();
  transfer(day, 1, { step: 'documents' }, '08:11');
  expect(day.visit('A-001')).toMatchObject({ state: 'waiting', step: 'documents', todo: ['interview'] });
});

test('TR2 a step that is not on the way is put in between', () => {
  const day = called();
  transfer(day, 1, { step: 'handover' }, '08:11');
  expect(day.visit('A-001')).toMatchObject({ step: 'handover', todo: ['interview'] });
  day.next(5, '08:12');
  day.press('FinishStep', 5, '08:13');
  expect(day.visit('A-001')).toMatchObject({ state: 'waiting', step: 'interview', todo: [] });
});

test('TR2 after the last step: the visit is done when what was put in between is', () => {
  const day = called();
  day.press('FinishStep', 1, '08:11');
  day.next(3, '08:12');
  transfer(day, 3, { step: 'handover' }, '08:13');
  day.next(5, '08:14');
  day.press('FinishStep', 5, '08:15');
  expect(day.visit('A-001').state).toBe('done');
});

test('TR2 two steps put in between one after the other lose nothing of the way', () => {
  const day = morning(
    contoh({
      steps: [{ id: 'documents' }, { id: 'interview' }, { id: 'handover' }, { id: 'cashier' }],
      counters: [
        { number: 1, steps: ['documents'] },
        { number: 3, steps: ['interview'] },
        { number: 5, steps: ['handover', 'cashier'] },
      ],
    }),
  );
  day.opens(1, 3, 5);
  day.takes('08:00');
  day.next(1, '08:01');
  transfer(day, 1, { step: 'handover' }, '08:02');
  day.next(5, '08:03');
  transfer(day, 5, { step: 'cashier' }, '08:04');
  expect(day.visit('A-001')).toMatchObject({ step: 'cashier', todo: ['interview'] });
});

test('TR3 a visit transferred to a counter is called by that counter alone, also while it is paused', () => {
  const day = called();
  transfer(day, 1, { counter: 2 }, '08:11');
  day.press('PauseCounter', 2, '08:12');
  expect(day.next(1, '08:13')).toMatchObject({ ticket: 'A-002' });
  expect(day.next(4, '08:14')).toMatchObject({ refused: 'nobody-waiting' });
  day.does({ type: 'OpenCounter', counter: 2 }, '08:15');
  expect(day.next(2, '08:16')).toMatchObject({ ticket: 'A-001' });
});

test('TR3 once that counter is closed, others call it', () => {
  const day = called();
  transfer(day, 1, { counter: 2 }, '08:11');
  day.press('CloseCounter', 2, '08:12');
  expect(day.next(4, '08:13')).toMatchObject({ ticket: 'A-001' });
});

test('TR3 once that counter serves it no more, others call it', () => {
  const day = called();
  transfer(day, 1, { counter: 2 }, '08:11');
  day.does({ type: 'OpenCounter', counter: 2, lanes: ['priority'] }, '08:12');
  expect(day.next(4, '08:13')).toMatchObject({ ticket: 'A-001' });
});

test('TR3 only this call was kept: its next step is anybody’s', () => {
  const day = called();
  transfer(day, 1, { counter: 4 }, '08:11');
  day.next(4, '08:12');
  day.press('FinishStep', 4, '08:13');
  expect(day.next(3, '08:14')).toMatchObject({ ticket: 'A-001' });
});

test('TR4 nobody is sent where nobody would call them', () => {
  const day = called();
  const refused = (to: { step: string } | { counter: number }) => {
    const answer = transfer(day, 1, to, '08:20');
    expect(day.last()).toEqual([]);
    return answer.refused;
  };
  day.does({ type: 'CloseCounter', counter: 2, confirm: true }, '08:11');
  day.does({ type: 'OpenCounter', counter: 4, lanes: ['priority'] }, '08:11');
  expect(refused({ counter: 2 })).toBe('counter-closed');
  expect(refused({ counter: 3 })).toBe('not-possible');
  expect(refused({ counter: 4 })).toBe('not-possible');
  expect(refused({ counter: 1 })).toBe('not-possible');
  expect(refused({ counter: 9 })).toBe('unknown-counter');
  expect(refused({ step: 'cashier' })).toBe('unknown-step');
  expect(day.visit('A-001')).toMatchObject({ state: 'called', counter: 1 });
});
