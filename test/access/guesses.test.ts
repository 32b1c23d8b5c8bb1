/** Guesses are slowed, and who knows the PIN comes through. */
import { expect, test } from 'vitest';
import { createGuesses } from '../../server/access/guesses.ts';
import { createRecent } from '../../server/access/recent.ts';

const minute = 60_000;

/** Time that passes only while something is waited for, or when it is told to. */
function stage({ most = 10_000 } = {}) {
  let now = 0;
  const sleeping: { until: number; wake: () => void }[] = [];
  const guesses = createGuesses({
    now: () => now,
    sleep: (ms) => new Promise((wake) => sleeping.push({ until: now + ms, wake })),
    most,
  });

  /** Lets everything happen that needs no time. */
  const settle = () => new Promise((done) => setImmediate(done));

  async function passes(ms: number): Promise<void> {
    const until = now + ms;
    for (;;) {
      await settle();
      const next = sleeping.toSorted((a, b) => a.until - b.until)[0];
      if (!next || next.until > until) break;
      sleeping.splice(sleeping.indexOf(next), 1);
      now = next.until;
      next.wake();
    }
    now = until;
  }

  /** Seconds that the answer came after; or `refused` and when to come again. */
  function tries(pin: string, address = 'desk-1', account = 'officer:o1') {
    const from = now;
    const log: (number | string)[] = [];
    const done = guesses
      .attempt({ account, address }, async () => (pin === 'right' ? 'in' : null))
      .then((looked) => {
        if (!looked.ok) log.push('refused', looked.waitSeconds);
        else log.push(looked.found ?? 'wrong', (now - from) / 1000);
      });
    return { log, done };
  }

  async function after(pin: string, address?: string, account?: string): Promise<(number | string)[]> {
    const { log } = tries(pin, address, account);
    await passes(0);
    while (log.length === 0) await passes(250);
    return log;
  }
  return { tries, after, passes };
}

test('five wrong attempts are free, the next are held back 1, 2, 4, 8 and then 15 seconds', async () => {
  const { after } = stage();
  const waited = [];
  for (let turn = 0; turn < 12; turn += 1) waited.push((await after('wrong'))[1]);
  expect(waited).toEqual([0, 0, 0, 0, 0, 1, 2, 4, 8, 15, 15, 15]);
});

test('the right PIN is answered late and not refused, and then all is forgotten', async () => {
  const { after } = stage();
  for (let turn = 0; turn < 8; turn += 1) await after('wrong');
  expect(await after('right')).toEqual(['in', 8]);
  expect(await after('wrong')).toEqual(['wrong', 0]);
});

test('who thinks for a while before the next attempt need not wait once more', async () => {
  const { after, passes } = stage();
  for (let turn = 0; turn < 8; turn += 1) await after('wrong');
  await passes(20_000);
  expect(await after('right')).toEqual(['in', 0]);
});

test('another address and another officer are not held back', async () => {
  const { after } = stage();
  for (let turn = 0; turn < 10; turn += 1) await after('wrong', 'elsewhere');
  expect(await after('right', 'desk-1')).toEqual(['in', 0]);
  expect(await after('right', 'elsewhere', 'officer:o2')).toEqual(['in', 0]);
});

test('attempts of one pair run one at a time, three wait, and the next is asked to come again', async () => {
  const { tries, passes, after } = stage();
  for (let turn = 0; turn < 5; turn += 1) await after('wrong');
  const all = ['wrong', 'wrong', 'wrong', 'right', 'wrong'].map((pin) => tries(pin));
  await passes(0);
  expect(all.map(({ log }) => log)).toEqual([[], [], [], [], ['refused', 1]]);
  await passes(15_000);
  expect(all.slice(0, 4).map(({ log }) => log)).toEqual([
    ['wrong', 1],
    ['wrong', 3],
    ['wrong', 7],
    ['in', 15],
  ]);
});

test('nobody waits longer than a browser does', async () => {
  const { tries, passes, after } = stage();
  for (let turn = 0; turn < 10; turn += 1) await after('wrong');
  const all = Array.from({ length: 4 }, () => tries('wrong'));
  await passes(minute);
  expect(all.map(({ log }) => log)).toEqual([
    ['wrong', 15],
    ['wrong', 30],
    ['wrong', 45],
    ['refused', 15],
  ]);
});

test('guesses from many addresses are spaced; where the officer is known, nothing is', async () => {
  const { tries, after, passes } = stage();
  expect(await after('right', 'desk-1')).toEqual(['in', 0]);
  for (let turn = 0; turn < 20; turn += 1) expect(await after('wrong', `bot-${turn}`)).toEqual(['wrong', 0]);
  const bots = [1, 2, 3].map((turn) => tries('wrong', `more-${turn}`));
  expect(await after('right', 'desk-1')).toEqual(['in', 0]);
  await passes(15_000);
  expect(bots.map(({ log }) => log)).toEqual([
    ['wrong', 0],
    ['wrong', 5],
    ['wrong', 10],
  ]);
  expect(await after('right', 'a new desk')).toEqual(['in', 0]);
  expect(await after('right', 'a new desk')).toEqual(['in', 0]);
});

test('one PIN tried at all officers from one address is spaced; officers who are known there are not', async () => {
  const { tries, after, passes } = stage();
  expect(await after('right', 'hall')).toEqual(['in', 0]);
  const officer = (turn: number) => `officer:x${turn}`;
  for (let turn = 0; turn < 20; turn += 1)
    expect(await after('wrong', 'hall', officer(turn))).toEqual(['wrong', 0]);
  const sprayed = [20, 21, 22].map((turn) => tries('wrong', 'hall', officer(turn)));
  expect(await after('right', 'hall')).toEqual(['in', 0]);
  expect(await after('right', 'desk-1', officer(23))).toEqual(['in', 0]);
  await passes(15_000);
  expect(sprayed.map(({ log }) => log)).toEqual([
    ['wrong', 0],
    ['wrong', 5],
    ['wrong', 10],
  ]);
});

test('after a quarter of an hour of quiet nothing is held against anybody', async () => {
  const { after, passes } = stage();
  for (let turn = 0; turn < 10; turn += 1) await after('wrong');
  await passes(15 * minute);
  expect(await after('wrong')).toEqual(['wrong', 0]);
});

test('what fails on the way does not hold up the next attempt', async () => {
  const guesses = createGuesses();
  const attempt = { account: 'officer:o1', address: 'desk-1' };
  await expect(guesses.attempt(attempt, () => Promise.reject(new Error('storage')))).rejects.toThrow();
  expect(await guesses.attempt(attempt, async () => 'in')).toMatchObject({ ok: true, found: 'in' });
});

test('one address does not keep everybody from signing in by trying many names at once', async () => {
  const { tries, passes, after } = stage();
  const guesses = createGuesses();
  const never = () => new Promise<null>(() => {});
  const attempt = (name: number) => guesses.attempt({ account: `x${name}`, address: 'bot' }, never);
  for (let name = 0; name < 40; name += 1) void attempt(name);
  expect(await attempt(41)).toEqual({ ok: false, waitSeconds: 1 });
  const known = { account: 'officer:o1', address: 'desk-1' };
  expect(await guesses.attempt(known, async () => 'in')).toMatchObject({ ok: true });
  tries('wrong');
  await passes(0);
  expect(await after('right')).toEqual(['in', 0]);
});

test('what is remembered is bounded: the oldest goes, and what is quiet too', () => {
  const clock = { now: 0 };
  const recent = createRecent<number>({ now: () => clock.now, most: 3, quiet: 1000 });
  for (const key of ['a', 'b', 'a', 'c', 'd']) recent.set(key, 1);
  expect([recent.size, recent.has('b'), recent.has('a')]).toEqual([3, false, true]);
  clock.now = 1000;
  expect(recent.get('a')).toBeUndefined();
  recent.set('e', 1);
  expect(recent.size).toBe(1);
});
