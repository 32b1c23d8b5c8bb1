/** What a page still has to say: in which order, what only once, and what not at all. */
import { expect, test } from 'vitest';
import { createQueue, type Queue } from '../../display/lib/voice/queue.ts';

const call = (callId: string, times = 1) => ({ callId, number: callId, counter: 3, step: 'intake', times });
const at = (minute: number) => `2026-11-26T02:${minute}:00.000Z`;

/** All that is said from now on. */
function said(queue: Queue, now = 0): string[] {
  const found: string[] = [];
  for (let one = queue.first(now); one; one = queue.first(now)) {
    found.push(one.callId);
    queue.take(one);
  }
  return found;
}

test('calls are said in the order in which they came', () => {
  const queue = createQueue();
  for (const id of ['a', 'b', 'c']) queue.add(call(id), 0);
  expect(said(queue)).toEqual(['a', 'b', 'c']);
});

test('an announcement that comes twice is said once, also when it was said long ago', () => {
  const queue = createQueue();
  queue.add(call('a'), 0);
  expect(queue.add(call('a'), 0)).toBe(false);
  expect(said(queue)).toEqual(['a']);
  expect(queue.add(call('a'), 9000)).toBe(false);
  expect(said(queue, 9000)).toEqual([]);
});

test('called once more it is said once more, and so it is when somebody wants to hear it again', () => {
  const queue = createQueue();
  queue.add(call('a'), 0);
  expect(said(queue)).toEqual(['a']);
  queue.add(call('a', 2), 0);
  expect(said(queue)).toEqual(['a']);
  queue.add({ ...call('a', 2), again: true }, 0);
  queue.add({ ...call('a', 2), again: true }, 0);
  expect(said(queue)).toEqual(['a']);
});

test('what waited longer than three minutes is not said any more', () => {
  const queue = createQueue();
  queue.add(call('old'), 0);
  queue.add(call('late'), 130_000);
  queue.add(call('new'), 150_000);
  expect(queue.first(180_000)?.callId).toBe('old');
  expect(said(queue, 180_001)).toEqual(['late', 'new']);
});

test('what was taken back while its sound was fetched has no turn any more', () => {
  const queue = createQueue();
  queue.add(call('a'), 0);
  const first = queue.first(0);
  queue.keep([{ callId: 'a', at: at(20) }]);
  queue.keep([]);
  expect(first && queue.take(first)).toBe(false);
});

test('a call that was taken back before its turn is not said', () => {
  const queue = createQueue();
  queue.add(call('a'), 0);
  queue.add(call('b'), 0);
  queue.keep([
    { callId: 'b', at: at(21) },
    { callId: 'a', at: at(20) },
    { callId: 'before', at: at(10) },
  ]);
  queue.keep([
    { callId: 'b', at: at(21) },
    { callId: 'before', at: at(10) },
  ]);
  expect(said(queue)).toEqual(['b']);
});

test('the first and only call of a day can be taken back too', () => {
  const queue = createQueue();
  queue.add(call('a'), 0);
  queue.keep([{ callId: 'a', at: at(20) }]);
  queue.keep([]);
  expect(said(queue)).toEqual([]);
});

test('an announcement that no view knows yet is kept', () => {
  const queue = createQueue();
  queue.add(call('a'), 0);
  queue.keep([{ callId: 'before', at: at(10) }]);
  expect(said(queue)).toEqual(['a']);
});

test('a call that newer ones pushed out of the view is still said', () => {
  const queue = createQueue();
  queue.add(call('a'), 0);
  queue.keep([
    { callId: 'a', at: at(20) },
    { callId: 'before', at: at(19) },
  ]);
  queue.keep([
    { callId: 'c', at: at(22) },
    { callId: 'b', at: at(21) },
  ]);
  expect(said(queue)).toEqual(['a']);
});

test('what was said is remembered for more than a day of calls, and no longer', () => {
  const queue = createQueue();
  for (let one = 0; one < 2001; one += 1) queue.add(call(`c${one}`), 0);
  said(queue);
  expect(queue.add(call('c1'), 0)).toBe(false);
  expect(queue.add(call('c0'), 0)).toBe(true);
});
