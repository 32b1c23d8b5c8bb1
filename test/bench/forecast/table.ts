/** The figures of a trial as a table for people. */
import type { Cell, Figures, Revisions } from './figures.ts';
import type { LeftOut } from './left-out.ts';
import type { TrialFigures } from './measure.ts';
import {
  coverageGoal,
  coverageVerdict,
  leastRanges,
  ratioGoal,
  ratioOf,
  ratioVerdict,
  type Verdict,
} from './verdict.ts';

const widths = [24, 8, 9, 8, 9, 9, 11, 7, 8] as const;
const headings = ['', 'ranges', 'coverage', '', 'width', 'error', 'simple rule', 'ratio', ''];

export function asText({ title, figures, left }: TrialFigures): string {
  const { all, first, revised, byHour, byTold, byReal, revisions } = figures;
  if (all.n === 0) return `${title}\nNothing was told: ${leftText(left)}`;
  const heading = row(headings);
  return [
    title,
    heading,
    '-'.repeat(heading.length),
    ...[all, first, revised].map(cellRow),
    ...part('by the hour', byHour, cellRow),
    ...part('by the length that was told', byTold, cellRow),
    // Whoever waits long is whoever was told too little: no promise is broken by that.
    ...part('by the real wait (no goal: nobody knows it beforehand)', byReal, plainRow),
    '',
    revisionsText(revisions),
    leftText(left),
  ].join('\n');
}

export const goals = (): string =>
  `Goals: coverage ${percent(coverageGoal.least)} to ${percent(coverageGoal.most)}; error ≤ ${ratioGoal} of the simple rule ` +
  `(people ahead × average ÷ counters); no verdict on fewer than ${leastRanges} ranges; minutes`;

const part = (title: string, cells: readonly Cell[], rowOf: (cell: Cell) => string): string[] => [
  '',
  title,
  ...cells.map(rowOf),
];

const cellRow = (cell: Cell): string => cellText(cell, coverageVerdict(cell), ratioVerdict(cell));
const plainRow = (cell: Cell): string => cellText(cell, null, null);

function cellText(cell: Cell, covered: Verdict, better: Verdict): string {
  const { what, n, coverage, width, error, simple } = cell;
  if (n === 0) return row([what, '0']);
  const figures = [percent(coverage), covered ?? '', minutes(width), minutes(error), minutes(simple)];
  return row([what, n.toLocaleString('en'), ...figures, ratioOf(cell).toFixed(2), better ?? '']);
}

const row = (cells: readonly string[]): string =>
  cells
    .map((cell, index) => (index === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[index] ?? 0)))
    .join(' ')
    .trimEnd();

const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;
const minutes = (value: number): string => value.toFixed(1);

const revisionsText = (revisions: Revisions): string =>
  `told again: ${revisions.rangesAVisit.toFixed(2)} ranges a visit, ${percent(revisions.neverRevised)} of ` +
  `${revisions.visits.toLocaleString('en')} visits never revised; the middle then moved by ${minutes(revisions.movedMean)} min ` +
  `(p90 ${minutes(revisions.movedP90)}); ${minutes(revisions.jumps)} jumps of more than 15 min in 100 visits`;

const leftText = ({ visits, gap, cleared, gaveUp, neverCalled }: LeftOut): string =>
  `left out of ${visits.toLocaleString('en')} visits: ${gap} called in a gap of the recording, ${cleared} in a queue that was ` +
  `cleared, ${gaveUp} gave up, ${neverCalled} never called`;

/** What a JSON reader gets of a cell: no endless fractions, and no NaN. */
const plain = (cell: Cell) => ({
  ...cell,
  ratio: cell.n === 0 ? null : ratioOf(cell),
  verdicts: { coverage: coverageVerdict(cell), ratio: ratioVerdict(cell) },
});

export function asPlain({ file, trial, title, figures, left }: TrialFigures) {
  const { all, first, revised, byHour, byTold, byReal, revisions }: Figures = figures;
  return {
    ...{ file, trial, title, revisions, left },
    ...{ all: plain(all), first: plain(first), revised: plain(revised) },
    ...{ byHour: byHour.map(plain), byTold: byTold.map(plain), byReal: byReal.map(plain) },
  };
}
