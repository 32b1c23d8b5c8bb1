/** Topic filters: what is one, and which reach no further than another. */
import { expect, test } from 'vitest';
import { covers, isFilter } from '../../server/adapters/mqtt/filters.ts';

test.each([
  ['#', 'a/b', true],
  ['#', '#', true],
  ['#', '$SYS/x', false],
  ['+/x', '$SYS/x', false],
  ['$SYS/#', '$SYS/x', true],
  ['a/#', 'a', true],
  ['a/#', 'a/#', true],
  ['a/#', 'a/+/c', true],
  ['a/+', 'a/b', true],
  ['a/+', 'a/+', true],
  ['a/+', 'a/#', false],
  ['a/b', 'a/+', false],
  ['a/+', 'a', false],
  ['a', 'a/#', false],
  ['a/+/c', 'a/b/d', false],
  ['a/+', 'a/', true],
])('%s covers %s: %s', (outer, inner, expected) => expect(covers(outer, inner)).toBe(expected));

test.each([
  ['a/#', true],
  ['+', true],
  ['+/+', true],
  ['/', true],
  ['', false],
  ['a/#/b', false],
  ['a#', false],
  ['+a', false],
  ['a+', false],
])('%s is a filter: %s', (filter, expected) => expect(isFilter(filter)).toBe(expected));
