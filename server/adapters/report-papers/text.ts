/** A report as a short text to paste into a chat: the evening's figures, what changed, and nothing about any one person. */
import type { FigureValue, Report, Section } from '../../contract/report.ts';
import { amount, changeOf, momentWritten, rangeWritten } from './amounts.ts';
import { figureIn, oneLine, rowNames, sectionIn, type Told, totalIn } from './reading.ts';
import type { PaperWords } from './words.ts';

type Row = Section['rows'][number];

const arrows = { up: ' ↑ ', down: ' ↓ ', same: ' = ' };
const mostRows = 5;

/** Some 30 lines at most; `*` makes a line bold in the messengers that are used. */
export function reportText(report: Report, words: PaperWords): string {
  const parts = [
    head(report, words),
    visits(report, words),
    times(report, words),
    promises(report, words),
    [...services(report, words), ...quotas(report, words)],
    rest(report, words),
  ];
  const foot = words.madeAt(momentWritten(report, words));
  return [...parts.filter((lines) => lines.length > 0).map((lines) => lines.join('\n')), foot].join('\n\n');
}

function head(report: Report, words: PaperWords): string[] {
  const { range, before, rehearsal, outside } = report;
  return [
    `*${oneLine(report.office.name).replaceAll('*', '')}*`,
    rangeWritten(range, words),
    ...(rehearsal ? [`${words.rehearsal}: ${words.rehearsalWhy}`] : []),
    ...(outside ? [words.outsideWhy] : []),
    before.days > 0 ? words.against(rangeWritten(before, words)) : words.noBefore,
  ];
}

function visits(report: Report, words: PaperWords): string[] {
  const { alone, columns } = words;
  return [
    ...total(report, words, 'issued', alone.issued),
    ...total(report, words, 'served', alone.served),
    ...total(report, words, 'noShow', columns.noShow),
    ...total(report, words, 'incomplete', columns.incomplete),
    ...some(report, words, 'unfinished'),
  ];
}

const times = (report: Report, words: PaperWords): string[] =>
  ['waitMedian', 'waitP90', 'stayMedian'].flatMap((id) => total(report, words, id, words.columns[id]));

/** A share beside what it is of: 100 % of three is no news. */
function promises(report: Report, words: PaperWords): string[] {
  const [kept, broken] = ['promiseKept', 'promiseBroken'].map((id) => totalIn(report, id)?.figure.now);
  const all = words.keptOf(count(kept, words), count(sum(kept, broken), words));
  return [
    ...total(report, words, 'promiseShare', words.columns.promiseShare).map((line) => `${line} (${all})`),
    ...some(report, words, 'brokenInOutage'),
    ...some(report, words, 'handoverBroken'),
    ...some(report, words, 'claims'),
  ];
}

const services = (report: Report, words: PaperWords): string[] =>
  rows(report, words, 'visits', (name, cell) => {
    const issued = cell('issued');
    const served = words.servedOf(count(cell('served'), words), count(issued, words));
    return issued ? `${name}: ${served}` : null;
  });

const quotas = (report: Report, words: PaperWords): string[] =>
  rows(report, words, 'quotas', (name, cell) => {
    const used = sum(cell('booked'), cell('walkedIn'));
    return words.quota(name, count(used, words), count(cell('places'), words));
  });

function rest(report: Report, words: PaperWords): string[] {
  const rated = some(report, words, 'rated');
  const satisfied = total(report, words, 'satisfiedShare', words.columns.satisfiedShare);
  return [
    ...some(report, words, 'screened'),
    ...some(report, words, 'offsite'),
    ...(rated.length > 0 ? [...rated, ...satisfied] : []),
  ];
}

/** `Nomor diberikan: 212 ↑ 12`; no line where there is no such figure, or nothing to count it from. */
function total(report: Report, words: PaperWords, id: string, name = id): string[] {
  const told: Told | undefined = totalIn(report, id);
  if (!told || told.figure.now === null) return [];
  const change = report.before.days > 0 ? changeOf(told.figure, 'before', told.unit, words) : null;
  const changed = change === null ? '' : `${arrows[change.way]}${change.by}`;
  return [`${name}: ${amount(told.figure.now, told.unit, words)}${changed}`];
}

/** As above, where it happened at all, now or before. */
function some(report: Report, words: PaperWords, id: string): string[] {
  const { now, before } = totalIn(report, id)?.figure ?? { now: null, before: null };
  return now || before ? total(report, words, id, words.columns[id]) : [];
}

type Tell = (name: string, cell: (column: string) => FigureValue | undefined) => string | null;

/** The first rows of a section, each on a line of its own. */
function rows(report: Report, words: PaperWords, id: string, tell: Tell): string[] {
  const section = sectionIn(report, id);
  if (!section) return [];
  const line = (row: Row): string | null => {
    const names = rowNames(report, words, section, row).filter((name) => name !== '');
    return tell(names.join(' · '), (column) => figureIn(section, row, column)?.now);
  };
  return section.rows
    .map(line)
    .filter((said) => said !== null)
    .slice(0, mostRows);
}

const count = (value: FigureValue | undefined, words: PaperWords): string => amount(value, 'count', words);

/** Of what is hidden no sum is told. */
function sum(a: FigureValue | undefined, b: FigureValue | undefined): FigureValue {
  if (a === 'few' || b === 'few') return 'few';
  return typeof a === 'number' && typeof b === 'number' ? a + b : null;
}
