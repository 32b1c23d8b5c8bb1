/** The hub was away while people waited: it says so by itself when it comes back. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, expect, test, vi } from 'vitest';
import { clientOf, tokenFor } from './client.ts';
import { choosePorts, type HubOrder, startHub } from './hub-process.ts';
import { officeFile, officeText, temporaryFolder } from './office-file.ts';
import { pagesBuilt } from './pages-built.ts';
import { only, readRecorded } from './recorded.ts';

beforeAll(pagesBuilt);

const password = 'rahasia-sekali-2026';

async function order(): Promise<HubOrder> {
  const text = officeText('Asia/Makassar').replaceAll('PT8H', 'PT2H');
  return { folder: temporaryFolder(), ...(await choosePorts()), office: officeFile(text) };
}

/** Starts a hub whose clock shows this time of 26 November 2026 in UTC. */
const startAt = (given: HubOrder, time: string) =>
  startHub({
    ...given,
    settings: { LOKET_SUPERVISOR_PASSWORD: password, LOKET_CLOCK: `2026-11-26T${time}:00.000Z` },
  });

/** As people read it with SQL, when the hub is gone. */
function ticketsIn(folder: string): unknown[] {
  const database = new Database(join(folder, 'loket.sqlite'), { readonly: true });
  try {
    return database.prepare('SELECT number, promise_broken, outage_minutes FROM ticket').all();
  } finally {
    database.close();
  }
}

/** The mark is not waited for by anything else. */
const isMarked = (folder: string) => vi.waitFor(() => expect(existsSync(join(folder, 'alive'))).toBe(true));

test('OU1 OU3 after kill -9 with somebody waiting the outage is recorded with its minutes, once', async () => {
  const given = await order();
  const hub = await startAt(given, '01:05');
  const token = await tokenFor(given.http, password, 'supervisor');
  const taken = await clientOf(given.http, token).send('POST', '/tickets', { service: 'passport' });
  const promiseAt = Date.parse(String(taken.body.promiseAt));
  await isMarked(given.folder);
  await hub.kill('SIGKILL');

  const later = await startAt(given, '04:05');
  const list = await clientOf(given.http, token).send('GET', '/audit?types=OutageRecorded');
  expect(list).toMatchObject({ status: 200, body: { entries: [{ by: 'start' }] } });
  await later.kill('SIGKILL');
  const again = await startAt(given, '04:05');
  await again.kill('SIGTERM');

  expect(ticketsIn(given.folder)).toEqual([{ number: 'A-001', promise_broken: 1, outage_minutes: 120 }]);
  const { events } = await readRecorded(given.folder, 'rehearsal');
  const [outage, ...more] = only(events, 'OutageRecorded');
  expect(more).toEqual([]);
  expect(outage).toMatchObject({ noticed: true, to: Date.parse('2026-11-26T04:05:00.000Z') });
  // From the ticket on, or from the mark, which is at most ten seconds old.
  expect(outage?.from).toBeGreaterThanOrEqual(promiseAt - 2 * 3_600_000);
  expect(outage?.from).toBeLessThan(Date.parse('2026-11-26T01:07:00.000Z'));
  expect(only(events, 'PromiseBroken').map(({ at }) => at)).toEqual([promiseAt]);
}, 60_000);

test('OU1 with nobody waiting and no counter open, a hub that was away says nothing', async () => {
  const given = await order();
  const hub = await startAt(given, '01:05');
  await isMarked(given.folder);
  await hub.kill('SIGKILL');
  const again = await startAt(given, '04:05');
  await again.kill('SIGTERM');
  const { events } = await readRecorded(given.folder, 'rehearsal');
  expect(only(events, 'OutageRecorded')).toEqual([]);
}, 60_000);
