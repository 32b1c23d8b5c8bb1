/** The plot of what was told against what came: where they lie densely, and the quantiles of the real waits. */
import { percentile } from '../../statistics.ts';
import { middleOf } from '../figures.ts';
import type { Judged } from '../judge.ts';
import { area, line, logarithmic, plot, rectangle } from './svg.ts';

const { left, right, top, bottom } = area;
const most = 300;
const cells = 36;
const ticks = [0, 2, 5, 10, 20, 40, 80, 160, 300].map((at) => ({ at, text: `${at}` }));
const quantiles = [
  { share: 0.1, kind: 'quantile' },
  { share: 0.5, kind: 'half' },
  { share: 0.9, kind: 'quantile' },
] as const;
/** Fewer have no quantiles. */
const least = 50;

export function toldAndReal(judged: readonly Judged[]): string {
  const x = logarithmic(most, [left, right]);
  const y = logarithmic(most, [bottom, top]);
  const cellOf = logarithmic(most, [0, cells - 1e-9]);
  const columns = Map.groupBy(judged, (one) => Math.floor(cellOf(middleOf(one))));
  const edges = Array.from({ length: cells + 1 }, (_, index) =>
    Math.expm1((index / cells) * Math.log(most + 1)),
  );
  const marks = [...columns].flatMap(([column, ofColumn]) => {
    const rows = Map.groupBy(ofColumn, ({ waited }) => Math.floor(cellOf(waited)));
    const fullest = Math.max(...[...rows.values()].map(({ length }) => length));
    return [...rows].map(([row, { length }]) =>
      rectangle(
        `dense d${Math.ceil((5 * length) / fullest)}`,
        [x(edges[column] ?? 0), y(edges[row] ?? 0)],
        [x(edges[column + 1] ?? most), y(edges[row + 1] ?? most)],
      ),
    );
  });
  const enough = [...columns].filter(([, { length }]) => length >= least).sort(([a], [b]) => a - b);
  const curves = quantiles.map(({ share, kind }) =>
    line(
      kind,
      enough.map(([column, ofColumn]) => [
        x(Math.sqrt(((edges[column] ?? 0) + 1) * ((edges[column + 1] ?? most) + 1)) - 1),
        y(
          percentile(
            ofColumn.map(({ waited }) => waited),
            share,
          ),
        ),
      ]),
    ),
  );
  return plot({
    title: 'Told and real',
    note: 'Each column is shaded by where the real waits of so long a told time lie.',
    x: { scale: x, ticks, title: 'middle of the told range, minutes' },
    y: { scale: y, ticks, title: 'real wait, minutes' },
    marks: [
      ...marks,
      line('even', [
        [x(0), y(0)],
        [x(most), y(most)],
      ]),
      ...curves,
    ],
    legend: [
      { kind: 'even', text: 'exactly as told' },
      { kind: 'half', text: 'half of the real waits below' },
      { kind: 'quantile', text: 'a tenth below, a tenth above' },
    ],
  });
}
