/** Acknowledged means on disk: a hub that is killed at any moment has lost nothing that it said. */
import { expect, test } from 'vitest';
import { openSqliteJournal } from '../../server/journal/sqlite.ts';
import { silent } from '../../server/log.ts';
import { startProcess, temporaryFolder } from './folder.ts';
import { began, taken, tokenIssued } from './office-day.ts';

/** Kills the process once it has said so many numbers; gives back the last that it said. */
async function killAfter(folder: string, acknowledged: number): Promise<number> {
  const { child, exited, lines } = startProcess(folder, 'append');
  let last = 0;
  let heard = 0;
  for await (const line of lines) {
    if (line === 'open') continue;
    last = Number(line);
    heard += 1;
    if (heard === acknowledged) child.kill('SIGKILL');
  }
  await exited;
  expect(heard).toBeGreaterThanOrEqual(acknowledged);
  return last;
}

test('after kill -9 every acknowledged event is there, once, in both streams, with its answer', async () => {
  const folder = temporaryFolder();
  for (const acknowledged of [1, 40, 7, 150, 23]) {
    const last = await killAfter(folder, acknowledged);
    const journal = await openSqliteJournal({ folder, kind: 'real', log: silent });
    expect(journal.unclean).toBe(true);
    const { calendar, day } = await journal.load();
    // One more may have been on disk when its number could not be said any more.
    expect([last, last + 1]).toContain(calendar.length);
    const numbers = Array.from(calendar, (_, index) => index + 1);
    expect(calendar).toEqual(numbers.map((number) => tokenIssued(`t${number}`)));
    expect(day?.events).toEqual([began, ...numbers.map((number) => taken(number))]);
    const keys = numbers.map((number) => ({ account: 'kiosk', key: `k${number}` }));
    expect(await journal.findAnswers(keys)).toHaveLength(calendar.length);
    expect(await journal.check()).toBe(null);
    await journal.close();
  }
});
