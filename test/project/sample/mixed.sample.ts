/** One test of each fate. */
import { beforeAll, describe, expect, test } from 'vitest';

test('passes', () => expect(1 + 1).toBe(2));
test('fails', () => expect(1 + 1).toBe(3));
test('is left out', (context) => context.skip('the moon is wrong'));
test.todo('is not written');
describe('a hook that fails', () => {
  beforeAll(() => Promise.reject(new Error('broken hook')));
  test('never runs', () => expect(1 + 1).toBe(2));
});
