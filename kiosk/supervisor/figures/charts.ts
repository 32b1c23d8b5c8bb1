/** Which charts there are: each of one section, in the order of the page. */
import type { Report } from '../../../server/contract/report.ts';
import { amount } from './amounts.ts';
import { sectionIn, totalIn } from './columns.ts';
import type { Naming } from './key-names.ts';
import { byRow, type Plot, type Wanted } from './plots.ts';

interface Kind {
  readonly id: keyof Naming['texts']['charts']['titles'];
  readonly section: string;
  readonly form: Plot['form'];
  /** Of its table. */
  readonly columns: readonly string[];
  /** Columns that are drawn. */
  readonly series: readonly string[];
  /** What the first series was before is drawn too. */
  readonly hasBefore?: boolean;
  readonly isPromise?: boolean;
}

const waits = ['waitMedian', 'waitP90'];
const services = ['serviceMedian', 'serviceP90'];
const promises = ['promiseKept', 'promiseBroken', 'promiseLapsed'];
const ofDays: readonly Kind[] = [
  {
    ...{ id: 'numbersByDay', section: 'days', form: 'bars' },
    ...{ columns: ['issued', 'served', 'noShow'], series: ['issued', 'served'] },
  },
  { id: 'waitsByDay', section: 'days', form: 'lines', columns: ['waits', ...waits], series: waits },
  {
    ...{ id: 'promisesByDay', section: 'days', form: 'stacked', isPromise: true },
    ...{ columns: promises.slice(0, 2), series: promises.slice(0, 2) },
  },
];
const ofHours: readonly Kind[] = [
  {
    ...{ id: 'numbers', section: 'hours', form: 'bars', hasBefore: true },
    ...{ columns: ['issued', 'called', 'served'], series: ['issued', 'served'] },
  },
  {
    ...{ id: 'waits', section: 'hours', form: 'lines', hasBefore: true },
    ...{ columns: ['waits', ...waits], series: waits },
  },
  { id: 'waitsByStep', section: 'waits', form: 'bars', columns: ['waits', ...waits], series: waits },
  {
    ...{ id: 'servicesByStep', section: 'services', form: 'bars' },
    ...{ columns: ['services', ...services], series: services },
  },
  {
    ...{ id: 'promises', section: 'visits', form: 'stacked', isPromise: true },
    ...{ columns: promises, series: promises },
  },
];

/** All charts of a report of which there is something to draw; those by day only of more than one. */
export function chartsOf(report: Report, naming: Naming): readonly Plot[] {
  const kinds = report.range.from === report.range.to ? ofHours : [...ofDays, ...ofHours];
  return kinds
    .flatMap((kind) => plotOf(kind, report, naming) ?? [])
    .filter(({ series }) => series.some(({ values }) => values.some((value) => (value ?? 0) > 0)));
}

function plotOf(kind: Kind, report: Report, naming: Naming): Plot | null {
  const section = sectionIn(report, kind.section);
  if (!section) return null;
  const { charts } = naming.texts;
  const { id, form, columns, series } = kind;
  const shape = { id, form, columns, drawn: series, title: charts.titles[id] };
  const wanted: Wanted = series.map((column) => [column, seriesName(column, naming)]);
  const before = kind.hasBefore ? (charts.before[wanted[0]?.[0] ?? ''] ?? null) : null;
  const plot = byRow(section, shape, wanted, naming, before);
  return kind.isPromise ? { ...plot, essence: essenceOfPromises(report, naming) } : plot;
}

const seriesName = (column: string, { texts }: Naming): string =>
  texts.charts.series[column] ?? texts.names.large[column] ?? texts.names.columns[column] ?? column;

/** Their share of all that are due, not the row with the most of them. */
function essenceOfPromises(report: Report, { texts, reader }: Naming): string {
  const [kept, broken] = ['promiseKept', 'promiseBroken'].map((id) => totalIn(report, id)?.figure.now);
  if (typeof kept !== 'number' || typeof broken !== 'number') return '';
  const word = (count: number) => amount(count, 'count', reader.language);
  return texts.charts.keptOf(word(kept), word(kept + broken));
}
