/** A data folder with years of history: so many tickets with their steps, as an office would have left them in its tables. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { pino } from 'pino';
import { instant } from '../../../server/domain/instant.ts';
import { openSqliteJournal, type SqliteJournal } from '../../../server/journal/sqlite.ts';

const perDay = 900;
const steps = ['documents', 'interview'];
const dayMs = 86_400_000;
const minuteMs = 60_000;

const silent = pino({ level: 'silent' });
export const openJournal = (folder: string): Promise<SqliteJournal> =>
  openSqliteJournal({ folder, kind: 'real', log: silent });

export interface OldOffice {
  readonly tickets: number;
  /** The last date of its history, and the first. */
  readonly last: string;
  readonly first: string;
}

/** @param say is told how far it is, from 0 to 1 */
export async function makeOldOffice(
  folder: string,
  tickets: number,
  say: (share: number) => void,
): Promise<OldOffice> {
  await begin(folder);
  const database = new Database(join(folder, 'loket.sqlite'));
  const days = Math.ceil(tickets / perDay);
  const end = Date.parse('2026-11-25');
  const dateOf = (place: number): string =>
    new Date(end - (days - 1 - place) * dayMs).toISOString().slice(0, 10);
  const writeDay = dayWriter(database);
  for (let place = 0; place < days; place += 1) {
    writeDay(dateOf(place), place);
    if (place % 50 === 0) say(place / days);
  }
  database.close();
  return { tickets: days * perDay, first: dateOf(0), last: dateOf(days - 1) };
}

/** A journal without any event would be taken for one that lost them. */
async function begin(folder: string): Promise<void> {
  const journal = await openJournal(folder);
  const event = { type: 'PasswordSet', at: instant(0), hash: '' } as const;
  const streams = [{ stream: 'calendar', after: 0, events: [{ by: 'bench', event }] }];
  await journal.append({ streams, answers: [], rows: [] });
  await journal.close();
}

function dayWriter(database: Database.Database): (date: string, place: number) => void {
  const stream = database.prepare('INSERT INTO stream (name) VALUES (?)');
  const ticket =
    database.prepare(`INSERT INTO ticket (date, code, number, service, lane, people, state, step, counter,
    arrived_at, promise_at, turn_at, first_called_at, ended_at, promise_broken, handover_broken, outage_minutes, channel,
    takes_place, promise, handovers_broken, offsite)
    VALUES (?, ?, ?, 'passport', ?, 1, ?, 'interview', ?, ?, ?, ?, ?, ?, ?, 0, 0, ?, 1, ?, 0, 0)`);
  const step =
    database.prepare(`INSERT INTO step_visit (date, number, n, code, step, counter, called_at, started_at,
    ended_at, ended, officer, waited_from) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'done', ?, ?)`);
  return database.transaction((date: string, place: number) => {
    stream.run(`day:${date}`);
    let seed = place + 1;
    const chance = (): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed / 2_147_483_648;
    };
    const iso = (at: number): string => new Date(at).toISOString();
    for (let index = 0; index < perDay; index += 1) {
      const code = `${date}${index}`.padStart(22, '0');
      const number = `A-${String(index + 1).padStart(3, '0')}`;
      const arrived = Date.parse(`${date}T00:30:00Z`) + chance() * 420 * minuteMs;
      let waited = arrived;
      let called = arrived;
      for (const [n, name] of steps.entries()) {
        const counter = 1 + Math.floor(chance() * 30);
        called = waited + chance() ** 2 * 90 * minuteMs;
        const started = called + chance() * minuteMs;
        const ended = started + (2 + chance() * 12) * minuteMs;
        step.run(
          date,
          number,
          n + 1,
          code,
          name,
          counter,
          iso(called),
          iso(started),
          iso(ended),
          `petugas-${counter}`,
          iso(waited),
        );
        waited = ended;
      }
      const isKept = waited - arrived <= 120 * minuteMs;
      const channel = index % 3 === 0 ? 'integration' : 'walk-in';
      ticket.run(
        ...[date, code, number, index % 9 === 0 ? 'priority' : 'regular', 'done', 1, iso(arrived)],
        ...[iso(arrived + 120 * minuteMs), iso(arrived), iso(called), iso(waited), isKept ? 0 : 1, channel],
        isKept ? 'kept' : 'broken',
      );
    }
  });
}
