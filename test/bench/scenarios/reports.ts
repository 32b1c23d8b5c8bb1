/** Reports of an old office: how long a date, a month, a year and all its years take, and how long they keep the event loop. */
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { readOfficeFile } from '../../../server/adapters/office-file.ts';
import type { Office } from '../../../server/contract/office.ts';
import { createReports, type Reports } from '../../../server/figures/reports.ts';
import type { Bench } from '../hubs.ts';
import { createTally, figureAtMost, type Measure, type Section, type Tally } from '../results.ts';
import { makeOldOffice, type OldOffice, openJournal } from './old-office.ts';

/** Milliseconds: what a person takes for at once, and what for a moment. */
const [atOnce, moment] = [300, 2000];
const office = [
  'id: bench',
  'name: Bench',
  'timeZone: Asia/Makassar',
  'languages: [id]',
  'hours: { mon-sun: [08:00-16:00] }',
  'steps: [{ id: documents }, { id: interview }]',
  'services: [{ id: passport, prefix: A, steps: [documents, interview], promise: PT2H }]',
  'lanes: [{ id: regular }, { id: priority, prefix: P }]',
  'counters: [{ number: 1, steps: [documents, interview] }]',
  '',
].join('\n');

export async function measureReports({ options, workshop }: Bench): Promise<Section> {
  const wanted = options.quick ? 50_000 : 2_000_000;
  const folder = workshop.folder('old-office');
  const say = (text: string) => process.stderr.isTTY && process.stderr.write(`\r${text}   `);
  const old = await makeOldOffice(folder, wanted, (share) => say(`history ${Math.round(share * 100)} %`));
  say('counting');
  const journal = await openJournal(folder);
  const reports = createReports({
    journal,
    office: () => ({ office: officeFor(), officers: new Map() }),
    rehearsal: false,
    today: () => '2026-11-26',
    at: () => '2026-11-26T00:00:00.000Z',
  });
  const tally = createTally();
  const counting = performance.now();
  await reports.warm().done;
  tally.add('all dates counted for the first time', performance.now() - counting);
  for (let round = 0; round < options.rounds; round += 1) await measureRound(reports, old, tally);
  await journal.close();
  say('');
  return {
    title: `Reports over ${old.tickets.toLocaleString('en')} tickets`,
    base: '',
    measures: measuresOf(tally),
  };
}

function officeFor(): Office {
  const read = readOfficeFile(office);
  if (!read.ok) throw new Error(JSON.stringify(read.mistakes));
  return read.office;
}

const ranges = (old: OldOffice): readonly (readonly [string, string, string])[] => [
  ['a date', old.last, old.last],
  ['a month', '2026-10-01', '2026-10-31'],
  ['a year', '2025-11-26', old.last],
  ['all years', old.first, old.last],
];

async function measureRound(reports: Reports, old: OldOffice, tally: Tally): Promise<void> {
  for (const [name, from, to] of ranges(old)) {
    const loop = monitorEventLoopDelay({ resolution: 1 });
    loop.enable();
    const asked = performance.now();
    await reports.report({ from, to, outside: false });
    tally.add(name, performance.now() - asked);
    // The histogram counts the timer's own millisecond too.
    await new Promise((resolve) => setTimeout(resolve, 5));
    loop.disable();
    tally.add(`  longest block, ${name}`, Math.max(0, loop.max / 1e6 - 1));
  }
}

function measuresOf(tally: Tally): Measure[] {
  const line = (what: string): Measure => ({ what, unit: 'ms', base: [], loket: tally.of(what) });
  return [
    line('all dates counted for the first time'),
    { ...line('a date'), goal: figureAtMost(atOnce) },
    { ...line('a month'), goal: figureAtMost(atOnce) },
    { ...line('a year'), goal: figureAtMost(moment) },
    { ...line('all years'), goal: figureAtMost(moment) },
    ...['a date', 'a month', 'a year', 'all years'].map((name) => line(`  longest block, ${name}`)),
  ];
}
