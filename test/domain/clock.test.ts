/** The hub's time beside a machine's clock that jumps. */
import { expect, test } from 'vitest';
import { instant } from '../../server/domain/instant.ts';
import { createClock } from '../../server/hub/clock.ts';

/** A machine whose clock is set by hand; `passes` lets milliseconds go by on both of its clocks. */
function machineAt(wall: number) {
  const now = { wall, monotonic: 5_000 };
  return {
    wall: () => now.wall,
    monotonic: () => now.monotonic,
    jumpsTo(at: number) {
      now.wall = at;
    },
    passes(ms: number) {
      now.wall += ms;
      now.monotonic += ms;
    },
  };
}

test('RE6 the hub’s time is the machine’s, in whole milliseconds', () => {
  const machine = machineAt(1_000_000.75);
  const clock = createClock(machine);
  expect(clock.now()).toBe(1_000_000);
  machine.passes(500);
  expect(clock.now()).toBe(1_000_500);
  expect(clock.isBehind()).toBe(false);
  machine.jumpsTo(9_000_000);
  expect(clock.now()).toBe(9_000_000);
});

test('RE6 it never runs behind the last event: at half speed while the machine’s clock is behind', () => {
  const machine = machineAt(1_000_000);
  const clock = createClock(machine);
  clock.record(instant(1_000_000));
  machine.jumpsTo(940_000);
  expect(clock.now()).toBe(1_000_000);
  expect(clock.isBehind()).toBe(true);
  machine.passes(1_000);
  expect(clock.now()).toBe(1_000_500);
  clock.record(instant(1_000_500));
  machine.passes(1_000);
  expect(clock.now()).toBe(1_001_000);
});

test('RE6 half speed goes on until the two meet: the hub’s time never runs back', () => {
  const machine = machineAt(1_000_000);
  const clock = createClock(machine);
  clock.record(instant(1_000_000));
  machine.jumpsTo(940_000);
  // The hub looks every second.
  expect(clock.isBehind()).toBe(true);
  machine.passes(60_000);
  expect(clock.now()).toBe(1_030_000);
  expect(clock.isBehind()).toBe(true);
  machine.passes(59_000);
  expect(clock.now()).toBe(1_059_500);
  machine.passes(1_000);
  expect(clock.now()).toBe(1_060_000);
  expect(clock.isBehind()).toBe(false);
  machine.passes(1_000);
  expect(clock.now()).toBe(1_061_000);
});

test('RE6 a deadline that is recorded late does not set the time back', () => {
  const machine = machineAt(1_000_000);
  const clock = createClock(machine);
  clock.record(instant(1_000_000));
  machine.jumpsTo(500_000);
  machine.passes(20_000);
  expect(clock.now()).toBe(1_010_000);
  clock.record(instant(1_004_000));
  expect(clock.now()).toBe(1_010_000);
  machine.passes(2_000);
  expect(clock.now()).toBe(1_011_000);
});

test('RE6 a start with a clock that is years behind goes on from the last event', () => {
  const machine = machineAt(0);
  const clock = createClock(machine);
  clock.record(instant(1_795_651_320_000));
  expect(clock.now()).toBe(1_795_651_320_000);
  machine.passes(1_200);
  expect(clock.now()).toBe(1_795_651_320_600);
  machine.jumpsTo(1_795_651_400_000);
  expect(clock.now()).toBe(1_795_651_400_000);
  expect(clock.isBehind()).toBe(false);
});

test('RE6 a rehearsal begins when the hub is ready, at its rate, from the last event on', () => {
  const machine = machineAt(1_000_000);
  const clock = createClock(machine, { from: instant(50_000), rate: 60 });
  machine.passes(1_000);
  expect(clock.now()).toBe(50_000);
  clock.record(instant(80_000));
  expect(clock.now()).toBe(80_000);
  clock.start();
  machine.passes(1_000);
  expect(clock.now()).toBe(140_000);
  machine.jumpsTo(0);
  expect(clock.now()).toBe(140_000);
});
