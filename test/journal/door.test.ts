/** The door in the files: a restart goes on where it was, who is let in leaves no value, and midnight leaves numbers alone. */
import { expect, onTestFinished, test } from 'vitest';
import { createClock, type Machine } from '../../server/hub/clock.ts';
import { freshIds } from '../../server/hub/fresh.ts';
import { replayDay } from '../../server/hub/replay.ts';
import { createHub, type Hub } from '../../server/hub.ts';
import { openDatabase } from '../../server/journal/open-database.ts';
import { rebuildTables } from '../../server/journal/rebuild-tables.ts';
import { openSqliteJournal } from '../../server/journal/sqlite.ts';
import { silent } from '../../server/log.ts';
import { measuring } from '../domain/door-day.ts';
import { clock } from '../domain/morning.ts';
import { countBytes, temporaryFolder } from './folder.ts';

const account = 'token:pintu';

/** A hub whose clock stands where the test puts it. */
async function openDoor(folder: string, time = '08:00') {
  const start = clock(time) as number;
  const shown = { wall: start, monotonic: 0 };
  const machine: Machine = { wall: () => shown.wall, monotonic: () => shown.monotonic };
  const journal = await openSqliteJournal({ folder, kind: 'real', log: silent });
  const hub = await createHub({ journal, clock: createClock(machine), log: silent, freshIds });
  onTestFinished(() => hub.close());
  await hub.submit({ type: 'ConfigureOffice', office: measuring(), source: '' }, { account: 'start' });
  return {
    hub,
    async passTo(later: string) {
      shown.wall = clock(later);
      shown.monotonic = shown.wall - start;
      await hub.submit({ type: 'TimePassed' }, { account: 'clock' });
    },
  };
}

let keys = 0;
const from = () => {
  keys += 1;
  return { account, key: `http:key-${keys}`, body: 'f' };
};

async function screen(hub: Hub, celsius: number): Promise<string> {
  const outcome = await hub.submit({ type: 'ScreenVisitor', celsius, kind: 'forehead' }, from());
  return outcome.ok ? outcome.answer.id : '';
}

const read = (hub: Hub, screening: string, celsius: number) =>
  hub.submit({ type: 'ReadAgain', screening, celsius, kind: 'forehead' }, from());

/** Of so many people each third is held, each third let in after a retest, each third let in at once. */
async function crowd(hub: Hub, people: number): Promise<{ held: string[]; others: string[] }> {
  const [held, others]: [string[], string[]] = [[], []];
  for (let n = 0; n < people; n += 1) {
    const id = await screen(hub, n % 3 === 2 ? 36.4 : 38 + (100 + n) / 1000);
    if (n % 3 === 0) for (const more of [0.5, 0.5]) await read(hub, id, 38 + (100 + n) / 1000 + more);
    if (n % 3 === 1) await read(hub, id, 36.6);
    (n % 3 === 0 ? held : others).push(id);
    if (n % 3 > 0)
      await hub.submit({ type: 'TakeTicket', service: 'passport', atDoor: true, screening: id }, from());
  }
  return { held, others };
}

test('DO7 a restart knows who sits, who is inside and what was answered; who was let in leaves no value', async () => {
  const folder = temporaryFolder();
  const before = await openDoor(folder);
  const first = await screen(before.hub, 38.101);
  await screen(before.hub, 38.102);
  await read(before.hub, first, 38.103);
  expect(countBytes(folder, '38.101') + countBytes(folder, '38.103')).toBeGreaterThanOrEqual(2);
  await read(before.hub, first, 36.5);
  expect(countBytes(folder, '38.101') + countBytes(folder, '38.103')).toBe(0);
  expect(countBytes(folder, '38.102')).toBeGreaterThan(0);
  const { door } = structuredClone(before.hub.state.day);
  const key = { account, key: 'http:same', body: 'f' };
  const answered = await before.hub.submit({ type: 'ScreenVisitor', celsius: 37.2 }, key);
  await before.hub.close();
  const { hub } = await openDoor(folder);
  expect(await hub.submit({ type: 'ScreenVisitor', celsius: 37.2 }, key)).toEqual(answered);
  expect(hub.state.day.door.inside).toBe(2);
  for (const [id, screening] of door.screenings)
    expect(hub.state.day.door.screenings.get(id)).toEqual(screening);
  expect(hub.state.day.door.seated).toEqual(door.seated);
});

test('DO7 after midnight no temperature and no verdict of a person is in the file or its log', async () => {
  const folder = temporaryFolder();
  const { hub, passTo } = await openDoor(folder);
  const { held, others } = await crowd(hub, 150);
  await hub.submit(
    { type: 'DecideCase', screening: held[0] ?? '', decision: 'admit', by: 'dr. Ayu', reason: 'demam-x' },
    from(),
  );
  const personal = ['38.', 'forehead', '"attempt"', '"retestAt"', 'Ayu', 'demam-x', ...others];
  for (const word of personal) expect([word, countBytes(folder, word) > 0]).toEqual([word, true]);
  await passTo('2026-11-27 00:00:01');
  expect(hub.state.day.date).toBe('2026-11-27');
  const left = personal.filter((word) => countBytes(folder, word) > 0);
  expect(left).toEqual([]);
  await hub.close();
  expect(personal.filter((word) => countBytes(folder, word) > 0)).toEqual([]);
});

test('DO7 the readable table says how many readings of a minute had which verdict, and is the same made again', async () => {
  const folder = temporaryFolder();
  const { hub, passTo } = await openDoor(folder);
  await crowd(hub, 6);
  await passTo('08:01');
  await screen(hub, 37.3);
  const row = (minute: string, verdict: string, count: number) => ({
    date: '2026-11-26',
    minute: `2026-11-26T00:0${minute}:00.000Z`,
    verdict,
    count,
  });
  const expected = [
    row('0', 'admitted', 4),
    row('0', 'held', 2),
    row('0', 'retest', 6),
    row('1', 'warned', 1),
  ];
  await hub.close();
  expect(await screeningTable(folder)).toEqual(expected);
  const again = await openDoor(folder, '08:02');
  await again.passTo('2026-11-27 07:00');
  await again.hub.close();
  expect(await screeningTable(folder)).toEqual(expected);
});

/** As it was written, which must be as it is made again from the events. */
async function screeningTable(folder: string): Promise<unknown[]> {
  const rows = () => {
    const { database } = openDatabase(folder, 'real');
    const found = database.prepare('SELECT * FROM screening ORDER BY minute, verdict').all();
    database.close();
    return found;
  };
  const written = rows();
  const journal = await openSqliteJournal({ folder, kind: 'real', log: silent });
  await rebuildTables(journal, replayDay);
  await journal.close();
  expect(rows()).toEqual(written);
  return written;
}
