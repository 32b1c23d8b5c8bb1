/** The board over a counter, with its hourglass. */
import { expect, test } from 'vitest';
import { counterView } from '../../server/domain/views/counter.ts';
import { morning } from '../domain/morning.ts';
import { contoh } from '../domain/office.ts';
import { at } from './context.ts';

const running = {
  startedAt: '2026-11-26T00:11:00.000Z',
  endsAt: '2026-11-26T00:13:00.000Z',
  state: 'running',
};

function collecting() {
  const day = morning(contoh());
  day.opens(5);
  day.takes('08:00', 'collection');
  day.next(5, '08:10');
  return day;
}

test('a closed counter shows nothing but that', () => {
  const view = counterView(morning(contoh()).state, at('08:00'), 3);
  expect(view).toMatchObject({ counter: 3, state: 'closed', number: null, step: null, stepName: null });
  expect(view).toMatchObject({ call: null, handover: null, office: { id: 'contoh' } });
});

test('a called number is shown with its announcement; once it is served nobody is called any more', () => {
  const day = collecting();
  const called = counterView(day.state, at('08:10'), 5);
  expect(called).toMatchObject({ state: 'open', number: 'C-001', step: 'handover', handover: null });
  expect(called.stepName).toEqual({ id: 'handover', en: 'handover' });
  expect(called.call).toMatchObject({ times: 1, at: '2026-11-26T00:10:00.000Z' });
  day.does({ type: 'RecallTicket', counter: 5 }, '08:10:30');
  const again = counterView(day.state, at('08:10:30'), 5);
  expect(again.call).toEqual({ callId: called.call?.callId, times: 2, at: '2026-11-26T00:10:30.000Z' });
  day.does({ type: 'StartVisit', counter: 5 }, '08:11');
  expect(counterView(day.state, at('08:11'), 5)).toMatchObject({
    number: 'C-001',
    call: null,
    handover: running,
  });
});

test('a hand-over ended in time stays as kept until the counter does something else', () => {
  const day = collecting();
  day.takes('08:01', 'collection');
  day.does({ type: 'StartVisit', counter: 5 }, '08:11');
  day.does({ type: 'FinishStep', counter: 5 }, '08:12');
  const kept = { number: null, handover: { ...running, state: 'kept' } };
  expect(counterView(day.state, at('08:12'), 5)).toMatchObject(kept);
  day.next(5, '08:14');
  expect(counterView(day.state, at('08:14'), 5)).toMatchObject({ number: 'C-002', handover: null });
});

test('a hand-over that took longer is broken while it goes on and when it has ended', () => {
  const day = collecting();
  day.does({ type: 'StartVisit', counter: 5 }, '08:11');
  day.does({ type: 'TimePassed' }, '08:13');
  const broken = { handover: { ...running, state: 'broken' } };
  expect(counterView(day.state, at('08:13'), 5)).toMatchObject({ number: 'C-001', ...broken });
  day.does({ type: 'FinishStep', counter: 5 }, '08:14');
  expect(counterView(day.state, at('08:14'), 5)).toMatchObject({ number: null, ...broken });
});

test('a hand-over of an earlier step is not shown at the next one', () => {
  const service = { id: 'express', prefix: 'E', steps: ['handover', 'interview'] };
  const counters = [
    { number: 1, steps: ['handover'] },
    { number: 2, steps: ['interview'] },
  ];
  const day = morning(
    contoh({ services: [service], counters: [...counters, { number: 3, steps: ['documents'] }] }),
  );
  day.opens(1, 2);
  day.takes('08:00', 'express');
  day.next(1, '08:10');
  day.does({ type: 'StartVisit', counter: 1 }, '08:11');
  day.does({ type: 'FinishStep', counter: 1 }, '08:12');
  day.next(2, '08:13');
  expect(counterView(day.state, at('08:13'), 2)).toMatchObject({ number: 'E-001', handover: null });
});
