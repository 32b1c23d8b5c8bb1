/** Tickets over HTTP from thirty kiosks at once, against rows committed one at a time and nothing else. */
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { type Bench, counters, type Hub, openHub } from '../hubs.ts';
import { clientAddress, type Kiosk, openKiosk } from '../kiosk.ts';
import { serviceIds } from '../office-file.ts';
import { createTally, ratioAtLeast, type Section } from '../results.ts';
import { percentile } from '../statistics.ts';

const kioskCount = counters;
/** What a kiosk may take in `limitMs`; more would be refused, so a round is just that. */
const ticketsAKiosk = 30;
const limitMs = 5_500;
const rows = 1500;

const what = { rate: 'tickets a second, 30 kiosks', p99: 'one ticket, p99' };

export async function measureTickets(bench: Bench): Promise<Section> {
  const hub = await openHub('loket', bench);
  const kiosks = await openKiosks(hub);
  const commit = openRows(bench.workshop.folder('rows'));
  const raw = createTally();
  const tally = createTally();
  // The first round warms both up.
  for (let round = -1; round < bench.options.rounds; round += 1) {
    const rate = commit();
    const began = performance.now();
    const times = (await Promise.all(kiosks.map(takeTickets))).flat();
    const seconds = (performance.now() - began) / 1000;
    if (round >= 0) {
      raw.add(what.rate, rate);
      tally.add(what.rate, times.length / seconds);
      tally.add(what.p99, percentile(times, 0.99));
    }
    await pause(limitMs);
  }
  for (const kiosk of kiosks) kiosk.close();
  await hub.stop();
  return {
    title: 'Tickets over HTTP',
    base: 'raw rows',
    measures: [
      {
        what: what.rate,
        unit: '/s',
        base: raw.of(what.rate),
        loket: tally.of(what.rate),
        goal: ratioAtLeast(1.5),
      },
      { what: what.p99, unit: 'ms', base: [], loket: tally.of(what.p99) },
    ],
  };
}

/** One after another: making a token hashes it, which is slow on purpose. */
async function openKiosks({ http, issueToken }: Hub): Promise<Kiosk[]> {
  const kiosks: Kiosk[] = [];
  while (kiosks.length < kioskCount) {
    kiosks.push(openKiosk(http, await issueToken('kiosk'), clientAddress(kiosks.length)));
  }
  return kiosks;
}

/** Answers the milliseconds of each ticket. */
async function takeTickets(kiosk: Kiosk, number: number): Promise<number[]> {
  const times: number[] = [];
  for (let taken = 0; taken < ticketsAKiosk; taken += 1) {
    const began = performance.now();
    await kiosk.take(serviceIds[(number + taken) % serviceIds.length] ?? '');
    times.push(performance.now() - began);
  }
  return times;
}

/** Answers a function that commits rows one at a time and says how many it did a second. */
function openRows(folder: string): () => number {
  const database = new Database(join(folder, 'rows.sqlite'));
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec('CREATE TABLE ticket (id INTEGER PRIMARY KEY, body TEXT)');
  const insert = database.prepare<[string]>('INSERT INTO ticket (body) VALUES (?)');
  const body = JSON.stringify({
    type: 'TicketTaken',
    code: 'x'.repeat(22),
    number: 'A-012',
    service: 's1',
    at: 0,
  });
  return () => {
    const began = performance.now();
    for (let row = 0; row < rows; row += 1) insert.run(body);
    return (rows / (performance.now() - began)) * 1000;
  };
}
