/** The hub's loop: batches, one commit, stored answers, failure and reload. */
import { expect, test, vi } from 'vitest';
import type { Told } from '../../server/hub.ts';
import { openHub } from './stage.ts';

const take = { type: 'TakeTicket', service: 'passport' } as const;
const next = (counter: number) => ({ type: 'CallNext', counter }) as const;
const kiosk = { account: 'token:kiosk' };

test('RE4 all commands of one turn are one commit, and each has its own answer', async () => {
  const { hub, appends } = await openHub();
  const before = appends.length;
  const outcomes = await Promise.all([1, 2, 3, 4, 5].map(() => hub.submit(take, kiosk)));
  expect(appends.length - before).toBe(1);
  expect(outcomes.map((one) => one.ok && one.answer.number)).toEqual([
    'A-001',
    'A-002',
    'A-003',
    'A-004',
    'A-005',
  ]);
});

test('RE4 nothing is seen or told before it is on disk', async () => {
  const { hub, journal } = await openHub();
  const seen: number[] = [];
  const told: string[] = [];
  hub.onTold(({ events }) => told.push(...events.map(({ type }) => type)));
  const append = vi.spyOn(journal, 'append').mockImplementationOnce(async () => {
    seen.push(hub.state.day.visits.size, told.length);
    throw new Error('power cut');
  });
  expect(await hub.submit(take, kiosk)).toEqual({ ok: false, refusal: { code: 'storage' } });
  append.mockRestore();
  expect(seen).toEqual([0, 0]);
  expect(hub.state.day.visits.size).toBe(0);
  expect(told).toEqual([]);
});

test('RE5 when the append fails the whole batch is refused as storage, and nothing of it happened', async () => {
  const stage = await openHub();
  const { hub } = stage;
  await hub.submit(take, kiosk);
  stage.disk = 'full';
  const outcomes = await Promise.all([hub.submit(take, kiosk), hub.submit(next(1), { account: 'device:a' })]);
  expect(outcomes).toEqual([
    { ok: false, refusal: { code: 'storage' } },
    { ok: false, refusal: { code: 'storage' } },
  ]);
  expect([...hub.alarms()]).toEqual(['storage']);
  expect([...hub.state.day.visits.values()].map(({ number, state }) => [number, state])).toEqual([
    ['A-001', 'waiting'],
  ]);
});

test('RE5 it recovers alone when there is room again, and a retry with the same key has one effect', async () => {
  const stage = await openHub();
  const { hub } = stage;
  stage.disk = 'full';
  const from = { account: 'token:kiosk', key: 'http:1', body: 'x' };
  expect(await hub.submit(take, from)).toMatchObject({ ok: false, refusal: { code: 'storage' } });
  stage.disk = 'well';
  await vi.waitFor(() => expect(hub.alarms().size).toBe(0), { timeout: 5000 });
  const first = await hub.submit(take, from);
  expect(first).toMatchObject({ ok: true, answer: { number: 'A-001' } });
  expect(await hub.submit(take, from)).toEqual(first);
  expect(hub.state.day.visits.size).toBe(1);
});

test('RE5 after a lost race the state is read again and the batch decided once more', async () => {
  const stage = await openHub();
  const { hub } = stage;
  const told: Told[] = [];
  hub.onTold((one) => told.push(one));
  stage.disk = 'lost-race-once';
  expect(await hub.submit(take, kiosk)).toMatchObject({ ok: true, answer: { number: 'A-001' } });
  expect(told).toMatchObject([{ reloaded: true }]);
});

test('RE3 the same key is answered again, a refusal too, within one batch and after it', async () => {
  const { hub } = await openHub();
  const from = { account: 'device:box', key: '7F3A:1' };
  const [one, two] = await Promise.all([hub.submit(next(1), from), hub.submit(next(1), from)]);
  expect(one).toEqual({ ok: false, refusal: { code: 'nobody-waiting' } });
  expect(two).toEqual(one);
  await hub.submit(take, kiosk);
  expect(await hub.submit(next(1), from)).toEqual(one);
  expect(await hub.submit(next(1), { account: 'device:other', key: '7F3A:1' })).toMatchObject({ ok: true });
});

test('RE3 the same key with another body is refused and does nothing', async () => {
  const { hub } = await openHub();
  await hub.submit(take, { account: 'token:kiosk', key: 'http:1', body: 'passport' });
  const other = { ...take, service: 'collection' };
  expect(await hub.submit(other, { account: 'token:kiosk', key: 'http:1', body: 'collection' })).toEqual({
    ok: false,
    refusal: { code: 'key-reused' },
  });
  expect(hub.state.day.visits.size).toBe(1);
});

test('RE6 the clock set back: time goes on from the last event at half speed, with an alarm, until they meet', async () => {
  const { hub, machine } = await openHub();
  await hub.submit(take, kiosk);
  await hub.submit(take, kiosk);
  const eight = machine.wall;
  machine.wall = eight - 60_000;
  machine.monotonic += 10_000;
  expect(hub.now()).toBe(eight + 5000);
  await hub.submit(next(1), { account: 'device:a' });
  expect([...hub.alarms()]).toEqual(['clock']);
  machine.wall += 200_000;
  machine.monotonic += 200_000;
  await hub.submit(next(1), { account: 'device:a' });
  expect(hub.now()).toBe(eight + 140_000);
  expect([...hub.alarms()]).toEqual([]);
});

test('RE6 a start in 1970, repaired later: numbers go on, no wait is negative, and there is one new day', async () => {
  const { hub, machine } = await openHub();
  machine.wall = Date.UTC(2026, 10, 27, 3);
  machine.monotonic += 1000;
  await hub.submit(take, kiosk);
  expect(hub.state.day.date).toBe('2026-11-27');
  machine.wall = 0;
  machine.monotonic += 1000;
  await hub.submit(take, kiosk);
  const [one, two] = [...hub.state.day.visits.values()];
  expect([one?.number, two?.number]).toEqual(['A-001', 'A-002']);
  expect(two?.arrivedAt).toBe(Date.UTC(2026, 10, 27, 3) + 500);
});

test('a command that finds the program wrong is refused alone: those of the same batch and the next ones work', async () => {
  const { hub } = await openHub();
  const broken = { type: 'NoSuchCommand' } as never;
  const [, refused, taken] = await Promise.all([
    hub.submit(take, kiosk),
    hub.submit(broken, kiosk),
    hub.submit(take, kiosk),
  ]);
  expect(refused).toEqual({ ok: false, refusal: { code: 'internal' } });
  expect(taken).toMatchObject({ ok: true, answer: { number: 'A-002' } });
  expect(await hub.submit(take, kiosk)).toMatchObject({ ok: true });
});

test('a listener that fails hinders nobody', async () => {
  const { hub } = await openHub();
  const told: number[] = [];
  hub.onTold(() => {
    throw new Error('a screen');
  });
  hub.onTold(({ seq }) => told.push(seq));
  expect(await hub.submit(take, kiosk)).toMatchObject({ ok: true });
  expect(told).toHaveLength(1);
});

test('RE5 what is due while the disk is full is tried again once a second, and not at once', async () => {
  const stage = await openHub();
  await stage.hub.submit(take, kiosk);
  stage.disk = 'full';
  stage.machine.wall += 3 * 3_600_000;
  expect(await stage.hub.submit(take, kiosk)).toMatchObject({ ok: false, refusal: { code: 'storage' } });
  await vi.waitFor(() => expect(stage.probes.length).toBeGreaterThan(2), { timeout: 10_000 });
  const [first = 0, , third = 0] = stage.probes;
  expect(third - first).toBeGreaterThan(1900);
});
