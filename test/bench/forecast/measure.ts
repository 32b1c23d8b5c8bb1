/** `npm run bench -- forecast`: what told ranges would have been worth on recorded days. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Remembered } from '../../../server/domain/forecast/moment.ts';
import { asUsual, type UsualMoments } from '../../../server/domain/forecast/usual-moments.ts';
import { condense } from './condense.ts';
import { type Figures, figuresOf } from './figures.ts';
import { type LeftOut, leftOut } from './left-out.ts';
import { asPage } from './page/page.ts';
import { livedThrough, officesIn, type RecordedOffice } from './past.ts';
import { createProgress, type Progress } from './progress.ts';
import { readQueues } from './recorded-queue.ts';
import { asPlain, asText, goals } from './table.ts';
import {
  type JudgedDay,
  judgedDays,
  judgeOffice,
  type Past,
  shippedOfKind,
  type TrialName,
} from './trial.ts';

export interface ForecastOptions {
  /** Null: those that lie beside the project. */
  readonly data: readonly string[] | null;
  /** So many of each file are judged; all of them teach. */
  readonly offices: number;
  readonly page: string | null;
  readonly teach: string | null;
}

export interface TrialFigures {
  readonly file: string;
  readonly trial: TrialName;
  readonly title: string;
  readonly days: readonly JudgedDay[];
  readonly figures: Figures;
  readonly left: LeftOut;
}

const root = resolve(import.meta.dirname, '../../..');
const beside = ['warsaw-offices-2021.csv.gz', 'bank-1999-02-first.csv.gz'].map((name) =>
  join(root, '../shared/data', name),
);
const shippedFile = join(root, 'server/forecast/usual-moments.json');

type Say = (line: string) => void;

/** Says the tables and gives the same as plain values. @throws a `Mistake`: a file is not what it should be */
export function measureForecast(options: ForecastOptions, say: Say) {
  const files = filesOf(options, say);
  const all: TrialFigures[] = [];
  if (options.teach === null && files.length > 0) say(goals());
  for (const file of files) {
    const offices = officesIn(readQueues(file));
    const progress = createProgress(process.stderr);
    const past = remembering(offices, progress);
    if (options.teach !== null) continue;
    for (const trial of ['known', 'unseen'] as const) {
      const figures = tryOut(basename(file), trial, past, options, progress);
      progress.clear();
      say(`\n${asText(figures)}`);
      all.push(figures);
    }
  }
  if (options.page !== null && all.length > 0) writeFileSync(options.page, asPage(all));
  return all.map(asPlain);
}

/** `--teach`: what a new office begins with, from all days of all files. */
export function teachForecast(options: ForecastOptions, file: string, say: Say): void {
  const progress = createProgress(process.stderr);
  const moments = filesOf(options, say).flatMap((from) =>
    remembering(officesIn(readQueues(from)), progress).asNew.map((days) => days.flat()),
  );
  progress.clear();
  const usual = asUsual(condense(moments, shippedOfKind));
  const lines = usual.moments.map((moment) => JSON.stringify(moment));
  writeFileSync(file, `{"columns":${JSON.stringify(usual.columns)},"moments":[\n${lines.join(',\n')}\n]}\n`);
  say(`${file}: ${usual.moments.length} moments of ${moments.length} offices`);
}

function filesOf({ data }: ForecastOptions, say: Say): readonly string[] {
  if (data !== null) return data;
  const there = beside.filter((file) => existsSync(file));
  if (there.length === 0)
    say(
      'Forecast: no recorded days in ../shared/data; give them with --data FILE (see test/bench/README.md).',
    );
  return there;
}

function remembering(offices: readonly RecordedOffice[], progress: Progress): Past {
  const moments: Remembered[][][] = [];
  const asNew: Remembered[][][] = [];
  for (const office of offices) {
    progress.show(`learning from ${office.office}`, moments.length / offices.length);
    moments.push(livedThrough(office));
    asNew.push(livedThrough(office, true));
  }
  return { offices, moments, asNew, shipped };
}

const shipped = (): UsualMoments => JSON.parse(readFileSync(shippedFile, 'utf8')) as UsualMoments;

function tryOut(
  file: string,
  trial: TrialName,
  past: Past,
  { offices: most }: ForecastOptions,
  progress: Progress,
): TrialFigures {
  const offices = past.offices.slice(0, most);
  const total = offices.reduce((sum, office) => sum + judgedDays(trial, office), 0);
  const days: JudgedDay[] = [];
  for (const [place, { office }] of offices.entries()) {
    progress.show(`judging ${office}`, days.length / total);
    for (const day of judgeOffice(trial, past, place)) {
      days.push(day);
      progress.show(`judging ${office}`, days.length / total);
    }
  }
  const judged = days.flatMap((day) => day.judged);
  const title = `${file}, ${titles[trial]}: ${days.length} days of ${offices.length} ${offices.length === 1 ? 'office' : 'offices'}`;
  const left = leftOut(days.flatMap(({ day }) => day.queues));
  return { file, trial, title, days, figures: figuresOf(judged), left };
}

const titles: Readonly<Record<TrialName, string>> = {
  known: 'known offices (60 % of days learned, the later ones judged)',
  unseen: 'offices never seen (nothing of them learned)',
};
