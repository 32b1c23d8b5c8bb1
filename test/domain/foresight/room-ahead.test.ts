/** How the room fills, and when there is room again. */
import { expect, test } from 'vitest';
import type { Snapshot, SnapshotVisit } from '../../../server/domain/forecast/snapshot.ts';
import { at, counter, newForecaster, queue, snapshot } from './snapshots.ts';

const ahead = (room: Snapshot['room'], visits: SnapshotVisit[] = [], counters = [counter(1)]) =>
  newForecaster().forecast(snapshot({ room, visits, counters })).room;

test('FC10 the room is full when those who come are more than those who are done', () => {
  // Thirty an hour come, one goes every eight minutes: 10 + 0.5 t - t / 8 is 20 after 27 minutes.
  const room = { inside: 10, capacity: 20, cameIn: 30 };
  expect(ahead(room, queue(10))).toEqual({ fullAt: at(30), roomAt: null });
  expect(ahead({ ...room, cameIn: 6 }, queue(10))).toEqual({ fullAt: null, roomAt: null });
});

test('FC10 a full room has room again when enough have left', () => {
  const visits = queue(20);
  expect(ahead({ inside: 20, capacity: 20, cameIn: 30 }, visits)).toEqual({ fullAt: null, roomAt: at(8) });
  expect(ahead({ inside: 22, capacity: 20, cameIn: 30 }, visits)).toEqual({ fullAt: null, roomAt: at(24) });
});

test('FC10 who takes no room makes none; a family makes room for as many', () => {
  const outside = queue(20, (index) => ({ inside: index < 3 ? 0 : 1 }));
  expect(ahead({ inside: 20, capacity: 20, cameIn: 0 }, outside).roomAt).toBe(at(32));
  const family = queue(20, (index) => ({ inside: index === 0 ? 4 : 1 }));
  expect(ahead({ inside: 23, capacity: 20, cameIn: 0 }, family).roomAt).toBe(at(8));
});

test('FC10 nobody counts, nobody is served, or it will not be within two hours: nothing is told', () => {
  const nothing = { fullAt: null, roomAt: null };
  expect(ahead({ inside: null, capacity: null, cameIn: 60 })).toEqual(nothing);
  expect(ahead({ inside: 5, capacity: null, cameIn: 60 })).toEqual(nothing);
  expect(ahead({ inside: 20, capacity: 20, cameIn: 60 }, queue(20), [])).toEqual(nothing);
  expect(ahead({ inside: 0, capacity: 200, cameIn: 60 })).toEqual(nothing);
});
