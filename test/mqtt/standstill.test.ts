/** A process that stood still: what came meanwhile is older than it says. The clock is the test's. */
import { expect, test } from 'vitest';
import { createStandstill } from '../../server/adapters/mqtt/standstill.ts';

function watched() {
  let at = 1000;
  const standstill = createStandstill(() => at);
  return {
    standstill,
    /** Time passes and the timer runs, as in a process that lives. */
    live(ms: number): void {
      for (const end = at + ms; at < end; standstill.beat()) at += 250;
    },
    /** Time passes and nothing runs. */
    stand(ms: number): void {
      at += ms;
    },
  };
}

test('PR1 in a process that lives nothing is older than it says', () => {
  const { standstill, live, stand } = watched();
  live(60_000);
  stand(700);
  expect(standstill.justNow()).toBe(0);
});

test('PR1 after a standstill what had piled up is older by all of it, whether a message or the timer comes first', () => {
  const first = watched();
  first.stand(11_000);
  expect(first.standstill.justNow()).toBe(11_000);
  const second = watched();
  second.stand(11_000);
  second.standstill.beat();
  expect(second.standstill.justNow()).toBe(11_000);
  second.live(1000);
  expect(second.standstill.justNow()).toBe(11_000);
});

test('PR1 one standstill after the other counts as one, and two seconds later it is over', () => {
  const { standstill, live, stand } = watched();
  stand(6000);
  live(500);
  // The timer was last seen a quarter of a second before.
  stand(5000);
  expect(standstill.justNow()).toBe(11_250);
  live(2000);
  expect(standstill.justNow()).toBe(0);
});
