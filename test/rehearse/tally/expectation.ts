/** What a report has to say, figure by figure: so many for sure, and so many more where we saw too little to tell. */
import type { Figure, Report } from '../../../server/contract/report.ts';
import { type Difference, one } from './difference.ts';
import type { Bounds } from './places.ts';

export interface Expectation {
  /** For sure. */
  add(section: string, keys: readonly string[], column: string, count?: number): void;
  /** Perhaps. */
  maybe(section: string, keys: readonly string[], column: string, count?: number): void;
  /** One time of those that the columns `waits`, `waitMedian` … are of; in milliseconds. */
  time(section: string, keys: readonly string[], name: string, ms: Bounds): void;
  /** All rows of the section have these columns as expected, and those that were not expected have nothing. */
  judge(report: Report, section: string, columns: readonly string[], times?: string): Difference[];
}

interface Row {
  readonly counts: Map<string, Bounds>;
  readonly times: Map<string, Bounds[]>;
}

const nothing: Bounds = { least: 0, most: 0 };
const nameOf = (keys: readonly string[]): string => keys.join(' / ');

export function createExpectation(): Expectation {
  const sections = new Map<string, Map<string, Row>>();

  function rowOf(section: string, keys: readonly string[]): Row {
    const rows = sections.get(section) ?? new Map<string, Row>();
    const row = rows.get(nameOf(keys)) ?? { counts: new Map(), times: new Map() };
    sections.set(section, rows.set(nameOf(keys), row));
    return row;
  }
  function count(section: string, keys: readonly string[], column: string, more: Bounds): void {
    const { counts } = rowOf(section, keys);
    const { least, most } = counts.get(column) ?? nothing;
    counts.set(column, { least: least + more.least, most: most + more.most });
  }

  return {
    add: (section, keys, column, many = 1) => count(section, keys, column, { least: many, most: many }),
    maybe: (section, keys, column, many = 1) => count(section, keys, column, { least: 0, most: many }),
    time(section, keys, name, ms) {
      const { times } = rowOf(section, keys);
      times.set(name, [...(times.get(name) ?? []), ms]);
    },
    judge(report, section, columns, times) {
      const told = tellOf(report, section);
      const expected = sections.get(section) ?? new Map<string, Row>();
      const names = new Set([...expected.keys(), ...told.keys()]);
      return [...names].flatMap((name) => {
        const where = `report, ${section}${name === '' ? '' : `, ${name}`}`;
        const figures = told.get(name) ?? new Map<string, number>();
        const row = expected.get(name);
        return [
          ...columns.flatMap((column) =>
            within(`${where}, ${column}`, row?.counts.get(column) ?? nothing, figures.get(column) ?? 0),
          ),
          ...(times === undefined ? [] : timesOf(where, times, row?.times.get(times) ?? [], figures)),
        ];
      });
    },
  };
}

/** By row and column, what the report says now. Rows of single hours are parts of those that are judged. */
function tellOf({ sections }: Report, id: string): Map<string, Map<string, number>> {
  const section = sections.find((each) => each.id === id);
  const hour = section?.keys.indexOf('hour') ?? -1;
  const rows = (section?.rows ?? []).filter(({ keys }) => hour < 1 || keys[hour] === '');
  return new Map(
    rows.map(({ keys, figures }) => [
      nameOf(keys),
      new Map(
        (section?.columns ?? []).flatMap((column, place) => {
          const now = figures[place]?.now;
          return typeof now === 'number' ? [[column.id, now] as const] : [];
        }),
      ),
    ]),
  );
}

function timesOf(
  where: string,
  name: string,
  all: readonly Bounds[],
  told: ReadonlyMap<string, Figure['now']>,
): Difference[] {
  const many = one(`${where}, ${name}s`, String(all.length), String(told.get(`${name}s`) ?? 0));
  if (many.length > 0 || all.length === 0) return many;
  return [
    ['Median', 50],
    ['P90', 90],
  ].flatMap(([column, percent]) => {
    const bounds = {
      least: ranked(
        all.map(({ least }) => least),
        Number(percent),
      ),
      most: ranked(
        all.map(({ most }) => most),
        Number(percent),
      ),
    };
    return within(`${where}, ${name}${column}`, bounds, Number(told.get(`${name}${column}`) ?? -1));
  });
}

/** In whole seconds, by nearest rank: no order of times within their bounds has it below or above those of the bounds. */
function ranked(ms: readonly number[], percent: number): number {
  const sorted = ms.map((each) => Math.floor(Math.max(0, each) / 1000)).toSorted((a, b) => a - b);
  return sorted[Math.ceil((sorted.length * percent) / 100) - 1] ?? 0;
}

const within = (where: string, { least, most }: Bounds, there: number): Difference[] =>
  there >= least && there <= most
    ? []
    : one(where, least === most ? `${least}` : `${least} to ${most}`, `${there}`);
