/** The plots of cells: coverage against its goal, errors beside those of the simple rule, and how often told times were revised. */
import type { Cell } from '../figures.ts';
import type { Judged } from '../judge.ts';
import { coverageGoal, coverageVerdict, leastRanges } from '../verdict.ts';
import { area, dot, fixed, line, linear, plot, rectangle, type Tick } from './svg.ts';

const { left, right, top, bottom } = area;

/** Cells side by side; those that are too few say nothing and are left out of pictures. */
const shown = (cells: readonly Cell[]): Cell[] => cells.filter(({ n }) => n >= leastRanges);

function placesOf(count: number): (place: number) => number {
  const width = (right - left) / Math.max(1, count);
  return (place) => left + (place + 0.5) * width;
}

export function coveragePlot(title: string, cells: readonly Cell[], xTitle: string): string {
  const some = shown(cells);
  const place = placesOf(some.length);
  const y = linear([0.5, 1], [bottom, top]);
  const points = some.map(({ coverage }, index) => [place(index), y(Math.max(0.5, coverage))] as const);
  const marks = [
    rectangle('band', [left, y(coverageGoal.least)], [right, y(coverageGoal.most)]),
    line('ours', points),
    ...points.map((point, index) =>
      dot(coverageVerdict(some[index] as Cell) === 'MISSED' ? 'missed' : 'ours', point, 5),
    ),
    ...points.map(
      ([x, height], index) =>
        `<text class="middle value" x="${fixed(x)}" y="${fixed(height - 10)}">${Math.round(100 * (some[index]?.coverage ?? 0))}</text>`,
    ),
  ];
  return plot({
    title,
    note: 'Share of told ranges that held.',
    x: { scale: place, ticks: ticksOf(some), title: xTitle },
    y: {
      scale: y,
      ticks: [0.5, 0.6, 0.7, 0.8, 0.9, 1].map((at) => ({ at, text: `${100 * at} %` })),
      title: 'within',
    },
    marks,
    legend: [
      { kind: 'band', text: 'goal' },
      { kind: 'ours', text: 'met' },
      { kind: 'missed', text: 'missed' },
    ],
  });
}

const ticksOf = (cells: readonly Cell[]): Tick[] =>
  cells.map(({ what }, at) => ({
    at,
    text: what.replace(/:00$| min$| and more$/g, '').replace('80 min', '80+'),
  }));

export function errorPlot(title: string, cells: readonly Cell[], xTitle: string): string {
  const some = shown(cells);
  const place = placesOf(some.length);
  const most = roundUp(Math.max(1, ...some.flatMap(({ error, simple }) => [error, simple])));
  const y = linear([0, most], [bottom, top]);
  const half = Math.min(16, ((right - left) / Math.max(1, some.length)) * 0.36);
  const marks = some.flatMap(({ error, simple }, index) => [
    rectangle('simple', [place(index) - half, bottom], [place(index) - 1, y(simple)]),
    rectangle('ours', [place(index) + 1, bottom], [place(index) + half, y(error)]),
  ]);
  return plot({
    title,
    note: 'Mean distance from the real call.',
    x: { scale: place, ticks: ticksOf(some), title: xTitle },
    y: {
      scale: y,
      ticks: [0, 0.25, 0.5, 0.75, 1].map((part) => ({ at: part * most, text: fixed(part * most) })),
      title: 'minutes',
    },
    marks,
    legend: [
      { kind: 'simple', text: 'people ahead × average ÷ counters' },
      { kind: 'ours', text: 'middle of the told range' },
    ],
  });
}

/** The next of 4, 8, 20, 40, 80… */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return [2, 4, 8, 10].map((part) => part * power).find((round) => round >= value) ?? 10 * power;
}

/** How far the middle moved at revisions: shares of all of them, later and sooner. */
export function revisionPlot(judged: readonly Judged[]): string {
  const moved = judged.flatMap((one) => one.moved ?? []);
  const edge = 60;
  const width = 5;
  const bins = Array.from({ length: (2 * edge) / width }, (_, index) => index * width - edge);
  const inside = (value: number): number =>
    Math.max(-edge, Math.min(edge - width, Math.floor(value / width) * width));
  const counted = Map.groupBy(moved, inside);
  const shares = bins.map((bin) => (counted.get(bin)?.length ?? 0) / Math.max(1, moved.length));
  const most = roundUp(Math.max(0.01, ...shares));
  const x = linear([-edge, edge], [left, right]);
  const y = linear([0, most], [bottom, top]);
  return plot({
    title: 'Revisions',
    note: `How far the middle moved, of ${moved.length.toLocaleString('en')} revisions; the outermost bars hold all beyond.`,
    x: {
      scale: x,
      ticks: [-60, -30, -15, 0, 15, 30, 60].map((at) => ({ at, text: `${at > 0 ? '+' : ''}${at}` })),
      title: 'minutes sooner (−) or later (+)',
    },
    y: {
      scale: y,
      ticks: [0, 0.5, 1].map((part) => ({ at: part * most, text: `${fixed(100 * part * most)} %` })),
      title: 'share',
    },
    marks: bins.map((bin, index) =>
      rectangle(
        Math.abs(bin + width / 2) > 15 ? 'missed' : 'ours',
        [x(bin) + 1, bottom],
        [x(bin + width) - 1, y(shares[index] ?? 0)],
      ),
    ),
    legend: [{ kind: 'missed', text: 'a jump of more than 15 minutes' }],
  });
}
