/**
 * A report as one long table for a spreadsheet in Indonesia, in whatever language its words are: UTF-8 with its mark, `;` between
 * cells, a decimal comma, CRLF. There is no line `sep=;`: where Excel reads one it no longer looks at the mark, and takes UTF-8 for
 * the machine's old code page; `;` is what it expects with Indonesian settings anyway.
 */
import type { Figure, FigureValue, Report, Section, Unit } from '../../contract/report.ts';
import { oneLine, rowNames } from './reading.ts';
import type { PaperWords } from './words.ts';

type Cell = string | number;
/** Digits behind the comma, and by how much a figure is multiplied. */
interface Written {
  readonly unit: string;
  readonly times: number;
  readonly digits: number;
}

const mark = '\uFEFF';
const lineEnd = '\r\n';

export function reportTable(report: Report, words: PaperWords): string {
  const { columns, before, yearBefore } = words.table;
  const head: Cell[] = [...columns, ...before, ...yearBefore];
  const lines = [head, ...about(report, words)];
  for (const section of report.sections) lines.push(...linesOf(report, section, words));
  return mark + lines.map((cells) => cells.map(written).join(';') + lineEnd).join('');
}

/** What the figures are of, in the columns of the figures themselves. */
function about(report: Report, { table, rehearsal }: PaperWords): Cell[][] {
  const { office, range, before, yearBefore } = report;
  const line = (name: string, now: Cell, was: Cell = '', then: Cell = ''): Cell[] => [
    ...[table.about, name, '', '', '', now, was, '', '', then, '', ''],
  ];
  return [
    line(table.office, oneLine(office.name)),
    line(table.from, range.from, before.from, yearBefore.from),
    line(table.to, range.to, before.to, yearBefore.to),
    line(table.days, range.days, before.days, yearBefore.days),
    line(table.at, report.at),
    line(table.kind, report.rehearsal ? rehearsal : table.real),
    line(table.outside, report.outside ? table.yes : table.no),
  ];
}

function linesOf(report: Report, section: Section, words: PaperWords): Cell[][] {
  const name = words.sections[section.id] ?? section.id;
  return section.rows.flatMap((row) => {
    const [first = '', second = ''] = rowNames(report, words, section, row);
    return section.columns.flatMap(({ id, unit }, index) => {
      const figure = row.figures[index];
      if (!figure) return [];
      const called = words.columns[id] ?? id;
      return formsOf(unit, words).map((form) => [
        ...[name, first, second, called, form.unit],
        ...figureCells(figure, form, words),
      ]);
    });
  });
}

/** Lengths twice: whole seconds to reckon with, minutes to read. */
function formsOf(unit: Unit, { units }: PaperWords): Written[] {
  switch (unit) {
    case 'seconds':
      return [
        { unit: units.seconds, times: 1, digits: 0 },
        { unit: units.minutes, times: 1 / 60, digits: 2 },
      ];
    case 'share':
      return [{ unit: units.share, times: 100, digits: 1 }];
    case 'minutes':
    case 'people':
    case 'count':
      return [{ unit: units[unit], times: 1, digits: 2 }];
  }
}

function figureCells({ now, before, yearBefore }: Figure, form: Written, words: PaperWords): Cell[] {
  const cell = (value: FigureValue): Cell =>
    value === null ? '' : value === 'few' ? words.few : rounded(value * form.times, form.digits);
  const against = (then: FigureValue): Cell[] => {
    if (typeof now !== 'number' || typeof then !== 'number') return ['', ''];
    // A share's change is told in its own points: percents of percents mislead.
    const relative =
      form.unit === words.units.share || then === 0 ? '' : rounded((100 * now) / then - 100, 1);
    return [rounded((now - then) * form.times, form.digits), relative];
  };
  return [cell(now), cell(before), ...against(before), cell(yearBefore), ...against(yearBefore)];
}

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits)) + 0;

/** What a spreadsheet would take for a formula, also behind blanks, or in the wide letters of East Asian keyboards. */
const formula = /^\s*[=+\-@＝＋－＠\t\r\n]/u;

function written(cell: Cell): string {
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  const safe = formula.test(cell) ? `'${cell}` : cell;
  return safe !== cell || /[;"\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
