/** How a promise went, as the readable row of its ticket says it. */
import { expect, test } from 'vitest';
import { bookingDay } from '../domain/booking-day.ts';
import { recording } from './record.ts';

test('PS1 a promise that was broken stays so in a lane where nothing is promised', async () => {
  const day = bookingDay();
  const ticket = day.takes('08:00', 'question', { lane: 'priority' });
  day.passes('08:31');
  day.does({ type: 'ChangeLane', ticket, lane: 'regular', reason: 'asked' }, '08:35');
  const { records, rows } = recording();
  await records(day.events);
  expect(rows('ticket')).toMatchObject([{ promise_at: null, promise: 'broken' }]);
});
