/** Maps over other maps: they are as a copy would be, and the map below stays as it is. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { over } from '../../server/domain/booking/over.ts';

const key = fc.integer({ min: 0, max: 7 });
const change = fc.oneof(
  fc.record({ does: fc.constant('set' as const), key, value: fc.integer() }),
  fc.record({ does: fc.constant('delete' as const), key }),
  fc.record({ does: fc.constant('get' as const), key }),
);

test('whatever is done to it, it is like a copy, in the same order, and what is below is as before', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(key, fc.integer())), fc.array(change), (entries, changes) => {
      const below = new Map(entries);
      const copy = new Map(below);
      const map = over(below);
      for (const one of changes) {
        for (const each of [copy, map]) {
          if (one.does === 'set') each.set(one.key, one.value);
          else if (one.does === 'delete') each.delete(one.key);
        }
        expect([map.get(one.key), map.has(one.key)]).toEqual([copy.get(one.key), copy.has(one.key)]);
        expect(map.size).toBe(copy.size);
      }
      expect([...map]).toEqual([...copy]);
      expect([...map.values()]).toEqual([...copy.values()]);
      expect([...map.keys()]).toEqual([...copy.keys()]);
      expect(below).toEqual(new Map(entries));
    }),
  );
});

test('a value that changes itself is copied for who asks, once', () => {
  const below = new Map([['a', new Set([1])]]);
  const map = over(below, (values) => new Set(values));
  map.get('a')?.add(2);
  expect([...(map.get('a') ?? [])]).toEqual([1, 2]);
  expect([...(below.get('a') ?? [])]).toEqual([1]);
});

test('cleared, it is empty, and what is below is not', () => {
  const below = new Map([['a', 1]]);
  const map = over(below);
  map.clear();
  expect([map.size, map.has('a'), below.size]).toEqual([0, false, 1]);
});
