/** The hub on a journal whose storage can be made to fail, and with clocks in the test's hand. */
import { onTestFinished } from 'vitest';
import type { Machine } from '../../server/hub/clock.ts';
import { createClock } from '../../server/hub/clock.ts';
import { freshIds } from '../../server/hub/fresh.ts';
import type { Hub } from '../../server/hub.ts';
import { createHub } from '../../server/hub.ts';
import type { Append, Journal } from '../../server/journal/journal.ts';
import { JournalConflict } from '../../server/journal/journal.ts';
import { openSqliteJournal } from '../../server/journal/sqlite.ts';
import { silent } from '../../server/log.ts';
import { clock } from '../domain/morning.ts';
import { contoh } from '../domain/office.ts';

export interface Stage {
  readonly hub: Hub;
  readonly journal: Journal;
  /** Every append that was tried, in order. */
  readonly appends: Append[];
  /** When it was tried whether anything can be written again, in milliseconds. */
  readonly probes: number[];
  /** What the disk does from now on. */
  disk: 'well' | 'full' | 'lost-race-once';
  readonly machine: { wall: number; monotonic: number };
}

/** Real SQLite in memory, behind a disk that can be full. */
async function breakable(stage: () => Stage): Promise<Journal> {
  const journal = await openSqliteJournal({ folder: ':memory:', kind: 'real', log: silent });
  const full = () => {
    if (stage().disk === 'full')
      throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
  };
  return {
    ...journal,
    async append(append) {
      stage().appends.push(append);
      full();
      if (stage().disk === 'lost-race-once') {
        stage().disk = 'well';
        throw new JournalConflict('another hub was faster');
      }
      await journal.append(append);
    },
    async probe() {
      stage().probes.push(performance.now());
      full();
      await journal.probe();
    },
  };
}

/** A hub at 08:00 in Makassar with the office of the domain's tests and counters 1 and 2 open. */
export async function openHub(): Promise<Stage> {
  const time = { wall: clock('08:00') as number, monotonic: 0 };
  const machine: Machine = { wall: () => time.wall, monotonic: () => time.monotonic };
  const appends: Append[] = [];
  const stage: { -readonly [K in keyof Stage]?: Stage[K] } = {
    disk: 'well',
    appends,
    machine: time,
    probes: [],
  };
  const whole = () => stage as Stage;
  stage.journal = await breakable(whole);
  stage.hub = await createHub({ journal: stage.journal, clock: createClock(machine), log: silent, freshIds });
  onTestFinished(() => whole().hub.close());
  const { hub } = whole();
  await hub.submit({ type: 'ConfigureOffice', office: contoh(), source: '' }, { account: 'start' });
  await hub.submit({ type: 'OpenCounter', counter: 1 }, { account: 'supervisor' });
  await hub.submit({ type: 'OpenCounter', counter: 2 }, { account: 'supervisor' });
  return whole();
}
