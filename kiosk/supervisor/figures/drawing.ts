/** Draws a plot with chart.js: a chunk of its own, with no more of the library than these charts need. */
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartConfiguration,
  type ChartDataset,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
  type TooltipItem,
} from 'chart.js';
import { amount } from './amounts.ts';
import { beforeDash, type Look, strokeOf, toneOf } from './look.ts';
import type { Plot, Series } from './plots.ts';

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
);

type Dataset = ChartDataset<'bar' | 'line', (number | null)[]>;
export type Drawing = Chart<'bar' | 'line', (number | null)[], string | string[]>;

/** @param isFirst drawn for the first time: it may grow */
export function draw(
  canvas: HTMLCanvasElement,
  plot: Plot,
  look: Look,
  language: string,
  isFirst: boolean,
): Drawing {
  const { names, sizes } = axes(plot, look, language);
  const config: ChartConfiguration<'bar' | 'line', (number | null)[], string | string[]> = {
    type: plot.form === 'lines' ? 'line' : 'bar',
    data: {
      labels: plot.labels.map((label) => (plot.isLying ? wrapped(label) : label)),
      datasets: plot.series.map((series, index) => dataset(series, index, plot, look)),
    },
    options: {
      responsive: true,
      maintainAspectRatio: false,
      indexAxis: plot.isLying ? 'y' : 'x',
      animation: look.isStill || !isFirst ? false : { duration: 300 },
      interaction: { mode: 'index', intersect: false },
      scales: plot.isLying ? { x: sizes, y: names } : { x: names, y: sizes },
      plugins: { tooltip: tooltip(plot, look, language) },
    },
  };
  return new Chart(canvas, config);
}

function axes(plot: Plot, look: Look, language: string) {
  const ticks = { color: look.quiet, font: { family: look.font, size: 14 } };
  const stacked = plot.form === 'stacked';
  const skipped = plot.isLying ? { autoSkip: false } : { maxRotation: 0, autoSkipPadding: 12 };
  const step = stepOf(plot);
  return {
    names: {
      stacked,
      grid: { display: false },
      border: { color: look.line },
      ticks: { ...ticks, ...skipped },
    },
    sizes: {
      ...{ stacked, beginAtZero: true, grid: { color: look.line }, border: { display: false } },
      ticks: {
        ...{ ...ticks, maxRotation: 0, stepSize: step },
        callback: (value: string | number) => {
          const size = Number(value);
          return size === 0 ? '0' : amount(size, plot.unit, language);
        },
      },
    },
  };
}

/** A long name in lines of about so many letters. */
const lineLength = 20;
function wrapped(name: string): string[] {
  const lines: string[] = [];
  for (const word of name.split(/ (?!·)/)) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length >= lineLength) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

function dataset({ label, values, isBefore }: Series, index: number, plot: Plot, look: Look): Dataset {
  const colour = isBefore ? look.quiet : (look.series[toneOf(plot.form, index)] ?? look.ink);
  if (plot.form !== 'lines' && !isBefore) {
    return {
      ...{ type: 'bar', label, data: [...values], order: 1 },
      ...{ backgroundColor: colour, borderRadius: 3, maxBarThickness: 44 },
      // A rim parts what lies on each other.
      ...(plot.form === 'stacked' ? { borderColor: look.raised, borderWidth: 1 } : {}),
    };
  }
  const { dash, point } = strokeOf(index);
  return {
    type: 'line',
    label,
    data: [...values],
    borderColor: colour,
    backgroundColor: colour,
    borderWidth: isBefore ? 2 : 3,
    borderDash: isBefore ? [...beforeDash] : [...dash],
    pointStyle: point,
    pointRadius: isBefore ? 0 : 4,
    pointHoverRadius: 6,
    order: 0,
  };
}

function tooltip(plot: Plot, look: Look, language: string) {
  return {
    backgroundColor: look.raised,
    borderColor: look.quiet,
    borderWidth: 1,
    titleColor: look.ink,
    bodyColor: look.ink,
    titleFont: { family: look.font, size: 15 },
    bodyFont: { family: look.font, size: 15 },
    padding: 10,
    callbacks: {
      label: ({ dataset: { label }, parsed }: TooltipItem<'bar' | 'line'>) =>
        ` ${label}: ${amount(plot.isLying ? parsed.x : parsed.y, plot.unit, language)}`,
    },
  };
}

/** Times go up in steps that a clock has; counts in whole ones. */
const seconds = [10, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400];
const most = 6;

function stepOf({ unit, series, form, labels }: Plot): number {
  const top = Math.max(
    ...labels.map((_, at) => {
      const column = series.map(({ values }) => values[at] ?? 0);
      return form === 'stacked' ? column.reduce((sum, value) => sum + value, 0) : Math.max(...column);
    }),
  );
  if (unit === 'seconds') return seconds.find((size) => top / size <= most) ?? 28_800;
  const rough = Math.max(1, top / most);
  const power = 10 ** Math.floor(Math.log10(rough));
  return Math.max(1, ([1, 2, 5, 10].find((size) => size * power >= rough) ?? 10) * power);
}
