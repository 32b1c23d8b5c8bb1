/** Bars of the numbers that were given and served: by hour of a day, by day, by week or by month of a longer time. */
import type { FigureValue, Report } from '../../../contract/report.ts';
import { number } from '../amounts.ts';
import { figureIn, isOneDay, sectionIn } from '../reading.ts';
import type { PaperWords } from '../words.ts';
import { ink, inside, paper, rule, type Sheet, write } from './sheet.ts';

export interface Bar {
  readonly label: string;
  issued: number;
  served: number;
}
export interface Bars {
  readonly title: string;
  readonly bars: readonly Bar[];
}

const dayMs = 86_400_000;
/** So many days, and then so many, have a bar each, and a bar a week. */
const [mostDays, mostWeekDays] = [62, 371];
export const chartHeight = 108;

export function barsOf(report: Report, words: PaperWords): Bars {
  const { chart } = words;
  if (isOneDay(report)) return { title: chart.hours, bars: grouped(report, 'hours', (hour) => hour) };
  const { from, to } = report.range;
  const days = (Date.parse(to) - Date.parse(from)) / dayMs + 1;
  if (days <= mostDays) return { title: chart.days, bars: grouped(report, 'days', dayLabel) };
  if (days > mostWeekDays)
    return {
      title: chart.months,
      bars: grouped(report, 'days', (date) => `${date.slice(5, 7)}/${date.slice(2, 4)}`),
    };
  const weekOf = (date: string) => {
    const week = Math.floor((Date.parse(date) - Date.parse(from)) / (7 * dayMs));
    return dayLabel(new Date(Date.parse(from) + week * 7 * dayMs).toISOString());
  };
  return { title: chart.weeks, bars: grouped(report, 'days', weekOf) };
}

const dayLabel = (date: string): string => `${date.slice(8, 10)}/${date.slice(5, 7)}`;

/** What is hidden is drawn as nothing. */
function grouped(report: Report, id: string, labelOf: (key: string) => string): Bar[] {
  const section = sectionIn(report, id);
  const bars = new Map<string, Bar>();
  for (const row of section?.rows ?? []) {
    const label = labelOf(row.keys[0] ?? '');
    const bar = bars.get(label) ?? { label, issued: 0, served: 0 };
    bar.issued += shown(section && figureIn(section, row, 'issued')?.now);
    bar.served += shown(section && figureIn(section, row, 'served')?.now);
    bars.set(label, bar);
  }
  return [...bars.values()];
}

const shown = (value: FigureValue | undefined): number => (typeof value === 'number' ? value : 0);

export function drawChart(sheet: Sheet, { title, bars }: Bars, words: PaperWords): void {
  const top = sheet.y;
  write(sheet, title, { x: paper.left, y: top, width: inside / 2 }, { size: 9, bold: true });
  drawLegend(sheet, top, words);
  sheet.y = top + chartHeight;
  const most = Math.max(0, ...bars.flatMap(({ issued, served }) => [issued, served]));
  if (most === 0) {
    const place = { x: paper.left, y: top + 20, width: inside };
    write(sheet, words.chart.none, place, { size: 8, color: ink.soft });
    return;
  }
  const step = stepOf(most);
  const ceiling = Math.ceil(most / step) * step;
  const field = { top: top + 20, bottom: top + chartHeight - 20, left: paper.left + 26 };
  const scale = (field.bottom - field.top) / ceiling;
  for (let value = 0; value <= ceiling; value += step) {
    const y = field.bottom - value * scale;
    rule(sheet, y, field.left, paper.right);
    const place = { x: paper.left, y: y - 3.5, width: 21 };
    write(sheet, number(value, words.locale), place, { size: 6.5, color: ink.soft, align: 'right' });
  }
  drawBars(sheet, bars, { ...field, scale }, words);
}

function drawBars(
  sheet: Sheet,
  bars: readonly Bar[],
  { left, bottom, scale }: { left: number; bottom: number; scale: number },
  { locale }: PaperWords,
): void {
  const each = (paper.right - left) / bars.length;
  const wide = Math.min(18, each * 0.4);
  const labelled = Math.ceil(24 / each);
  for (const [index, { label, issued, served }] of bars.entries()) {
    const middle = left + each * (index + 0.5);
    bar(sheet, middle - wide, bottom, wide, issued * scale, ink.bar);
    bar(sheet, middle, bottom, wide, served * scale, ink.pale);
    const at = { x: middle - 20, width: 40 };
    if (index % labelled === 0)
      write(sheet, label, { ...at, y: bottom + 4 }, { size: 6.5, color: ink.soft, align: 'center' });
    if (each >= 28 && issued > 0) {
      const place = { x: middle - wide - 10, y: bottom - issued * scale - 8, width: wide + 20 };
      write(sheet, number(issued, locale), place, { size: 6.5, align: 'center' });
    }
  }
}

function bar({ doc }: Sheet, x: number, bottom: number, width: number, height: number, color: string): void {
  if (height > 0) doc.rect(x, bottom - height, width, height).fill(color);
}

function drawLegend(sheet: Sheet, y: number, { chart }: PaperWords): void {
  for (const [index, [text, color]] of [
    [chart.issued, ink.bar],
    [chart.served, ink.pale],
  ].entries()) {
    const x = paper.right - 116 + index * 66;
    sheet.doc.rect(x, y + 1, 7, 7).fill(color ?? ink.bar);
    write(sheet, text ?? '', { x: x + 11, y: y + 1, width: 54 }, { size: 7.5, color: ink.soft });
  }
}

/** 1, 2 or 5 with noughts, so that there are four lines at most above the ground. */
export function stepOf(most: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, most / 4)));
  return [1, 2, 5, 10].map((times) => times * power).find((step) => most / step <= 4) ?? power * 10;
}
