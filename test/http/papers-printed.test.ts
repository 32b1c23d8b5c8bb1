/** From the record to a printer and back: what is asked is printed once, and what came of it is noted, over a restart too. */
import { expect, onTestFinished, test } from 'vitest';
import type { PaperOutcome } from '../../server/contract/paper.ts';
import { ticketView } from '../../server/domain/views/ticket.ts';
import { silent } from '../../server/log.ts';
import { createPrinting, type Printers } from '../../server/printing.ts';
import { mustDo, type Stage, startStage } from './stage.ts';

type Job = Parameters<Printers['print']>[0];

/** A printer that is told by the test what comes of each paper. */
function tray(comes: (job: Job) => Promise<PaperOutcome>) {
  const jobs: Job[] = [];
  const printers: Printers = {
    async print(job) {
      jobs.push(job);
      return { outcome: await comes(job), printer: 'prn-1' };
    },
    state: () => null,
    forStation: () => ({ id: 'prn-1', state: 'ok' }),
  };
  return { jobs, printers };
}
const prints = async ({ started }: Job): Promise<PaperOutcome> => {
  await started('prn-1');
  return 'printed';
};
async function failsAfter(job: Job): Promise<PaperOutcome> {
  await prints(job);
  throw new Error('no');
}
async function stops(job: Job): Promise<PaperOutcome> {
  await prints(job);
  return 'unsure';
}
function join({ hub }: Stage, printers: Printers) {
  const viewOf = (link: string) => ticketView(hub.state, { at: hub.now(), rehearsal: false }, link);
  const printing = createPrinting({ hub, printers, publicUrl: 'https://a.example', log: silent, viewOf });
  onTestFinished(() => printing.close());
  printing.start();
}
const station = { role: 'kiosk', token: 'k' };
const asks = ({ hub }: Stage) => mustDo(hub, { type: 'TakeTicket', service: 'passport', paper: station });
const papers = ({ hub }: Stage) =>
  [...hub.state.day.visits.values()].map(({ paper }) => [paper?.state, paper?.printer]);

test('PA3 what is asked is printed with its link, and noted before and after', async () => {
  const stage = await startStage();
  const { jobs, printers } = tray(prints);
  join(stage, printers);
  const seen: unknown[] = [];
  stage.hub.onTold(({ events }) => {
    for (const event of events) if (event.type === 'PaperNoted') seen.push(event.state);
  });
  await asks(stage);
  await expect.poll(() => papers(stage)).toEqual([['printed', 'prn-1']]);
  expect(seen).toEqual(['printing', 'printed']);
  const [code] = stage.hub.state.day.visits.keys();
  expect(jobs).toHaveLength(1);
  expect(jobs[0]?.paper).toMatchObject({ kind: 'ticket', copy: 1, url: `https://a.example/t/${code}` });
  expect(jobs[0]?.paper.view.number).toBe('A-001');
});

test.each([
  ['failed before it began', async (): Promise<PaperOutcome> => 'failed', 'failed'],
  ['stopped in the middle', stops, 'unsure'],
  ['a program error before', (): Promise<PaperOutcome> => Promise.reject(new Error('no')), 'failed'],
  ['a program error after', failsAfter, 'unsure'],
] as const)('PA3 %s', async (_, comes, state) => {
  const stage = await startStage();
  join(stage, tray(comes).printers);
  await asks(stage);
  await expect.poll(() => papers(stage)[0]?.[0]).toBe(state);
});

test('PA2, PA3 at a start what was asked just now is printed, what was printing is unsure, and nothing twice', async () => {
  const stage = await startStage();
  await asks(stage);
  await asks(stage);
  const [first = ''] = stage.hub.state.day.visits.keys();
  await mustDo(stage.hub, { type: 'NotePaper', code: first, nth: 1, state: 'printing', printer: 'prn-1' });
  const { jobs, printers } = tray(prints);
  join(stage, printers);
  await expect.poll(() => papers(stage).map(([state]) => state)).toEqual(['unsure', 'printed']);
  expect(jobs.map(({ paper }) => paper.view.number)).toEqual(['A-002']);
});

test('PA2 at a start what was asked more than 30 seconds ago has failed', async () => {
  let now = Date.parse('2026-11-26T01:00:00Z');
  const clocks = { wall: () => now, monotonic: () => now };
  const stage = await startStage({ clocks });
  await asks(stage);
  now += 30_001;
  await asks(stage);
  const { jobs, printers } = tray(prints);
  join(stage, printers);
  await expect.poll(() => papers(stage).map(([state]) => state)).toEqual(['failed', 'printed']);
  expect(jobs).toHaveLength(1);
});

test('PA3 a disk that is full while it prints: what came of it is noted as soon as it can be', async () => {
  const disk = { full: false };
  const stage = await startStage({
    wrapJournal: (journal) => ({
      ...journal,
      async append(append) {
        if (disk.full) throw new Error('SQLITE_FULL');
        return journal.append(append);
      },
    }),
  });
  const { printers } = tray(async (job) => {
    await prints(job);
    disk.full = true;
    return 'printed';
  });
  join(stage, printers);
  await asks(stage);
  await expect.poll(() => stage.hub.alarms().has('storage')).toBe(true);
  expect(papers(stage)).toEqual([['printing', 'prn-1']]);
  disk.full = false;
  await expect.poll(() => papers(stage), { timeout: 5000 }).toEqual([['printed', 'prn-1']]);
});

test('PA2 what is not to be printed any more does not begin', async () => {
  const stage = await startStage();
  let begin = () => {};
  const free = new Promise<void>((resolve) => {
    begin = resolve;
  });
  let outcome: unknown = null;
  const { printers } = tray(async (job) => {
    await free;
    outcome = await job.started('prn-1').then(
      () => 'begun',
      () => 'not begun',
    );
    return 'failed';
  });
  join(stage, printers);
  await asks(stage);
  await mustDo(stage.hub, { type: 'CancelTicket', ticket: 'A-001' });
  begin();
  await expect.poll(() => papers(stage)[0]?.[0]).toBe('failed');
  expect(outcome).toBe('not begun');
});
