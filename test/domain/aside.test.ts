/** Who goes aside: missed, held, sent away. */
import { expect, test } from 'vitest';
import { morning } from './morning.ts';
import { contoh } from './office.ts';

/** wait for documents since 08:00, C-001 for the hand-over, and all counters are open. */
function busy(changes: Record<string, unknown> = {}) {
  const day = morning(contoh(changes));
  day.opens(1, 2, 3, 4, 5);
  day.takes('08:00');
  day.takes('08:00');
  day.takes('08:00', 'collection');
  return day;
}

test('NS1 no-show is too-soon before three announcements, however long it takes', () => {
  const day = busy();
  day.next(1, '08:01');
  expect(day.press('MarkNoShow', 1, '08:59')).toMatchObject({ refused: 'too-soon', callsMissing: 2 });
  day.press('RecallTicket', 1, '08:59:10');
  expect(day.press('MarkNoShow', 1, '08:59:11')).toMatchObject({ refused: 'too-soon', callsMissing: 1 });
  day.press('RecallTicket', 1, '08:59:20');
  expect(day.press('MarkNoShow', 1, '08:59:21')).toEqual({ counter: 1, ticket: 'A-001' });
});

test('NS1 no-show is too-soon before noShowWait since the first announcement', () => {
  const day = busy();
  day.next(1, '08:01');
  day.press('RecallTicket', 1, '08:01:10');
  day.press('RecallTicket', 1, '08:01:20');
  expect(day.press('MarkNoShow', 1, '08:02:59.999')).toEqual({
    refused: 'too-soon',
    code: 'too-soon',
    availableAt: '2026-11-26T00:03:00.000Z',
    callsMissing: 0,
  });
  expect(day.press('MarkNoShow', 1, '08:03')).toMatchObject({ ticket: 'A-001' });
});

test('NS1 a visit is never missed by itself', () => {
  const day = busy();
  day.next(1, '08:01');
  day.passes('23:59:59.999');
  expect(day.visit('A-001').state).toBe('called');
});

const quick = { calling: { noShowAfter: 1, noShowWait: 'PT0S' } };

test('NS2 no-show frees the counter, and next calls somebody else', () => {
  const day = busy(quick);
  day.next(1, '08:01');
  day.press('MarkNoShow', 1, '08:02');
  expect(day.counter(1).current).toBeNull();
  expect(day.visit('A-001').state).toBe('no-show');
  expect(day.next(1, '08:03')).toMatchObject({ ticket: 'A-002' });
  expect(day.next(2, '08:03')).toMatchObject({ refused: 'nobody-waiting' });
});

test('HO1 hold frees the counter; only a call by number takes the visit up again', () => {
  const day = busy();
  day.next(1, '08:01');
  day.press('StartVisit', 1, '08:02');
  expect(day.press('HoldVisit', 1, '08:03')).toMatchObject({ counter: 1 });
  expect(day.visit('A-001').state).toBe('held');
  expect(day.counter(1).current).toBeNull();
  expect(day.next(1, '08:04')).toMatchObject({ ticket: 'A-002' });
  expect(day.next(2, '08:04')).toMatchObject({ refused: 'nobody-waiting' });
  expect(day.does({ type: 'ReturnVisit', ticket: 'A-001' }, '08:05')).toMatchObject({
    refused: 'not-possible',
  });
  expect(day.calls(2, 'A-001', '08:06')).toMatchObject({ ticket: 'A-001' });
});

test('SA1 incomplete sends away with reasons that the step lists', () => {
  const day = busy();
  const sendAway = (counter: number, reasons: string[], time: string) =>
    day.does({ type: 'SendAway', counter, reasons }, time);
  day.next(1, '08:01');
  expect(sendAway(1, ['missing', 'late'], '08:02')).toMatchObject({ refused: 'unknown-reason' });
  expect(day.visit('A-001').state).toBe('called');
  expect(sendAway(1, ['wrong', 'missing'], '08:03')).toMatchObject({ counter: 1 });
  expect(day.visit('A-001')).toMatchObject({ state: 'incomplete', reasons: ['wrong', 'missing'] });
  expect(day.counter(1).current).toBeNull();
  day.next(5, '08:04');
  expect(sendAway(5, ['missing'], '08:05')).toMatchObject({ refused: 'unknown-reason' });
});
