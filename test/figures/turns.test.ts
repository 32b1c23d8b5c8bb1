/** Who works in slices goes in turn with the others. */
import { expect, test } from 'vitest';
import { createTurns } from '../../server/figures/turns.ts';

test('three that work at once have one slice each before any has the next', async () => {
  const turns = createTurns(
    () => new Promise((resolve) => setImmediate(resolve)),
    () => 0,
  );
  const worked: string[] = [];
  const work = async (name: string): Promise<void> => {
    for (let slice = 0; slice < 3; slice += 1) {
      await turns.next();
      worked.push(name);
    }
  };
  await Promise.all([work('a'), work('b'), work('c')]);
  expect(worked.join('')).toBe('abcabcabc');
});
