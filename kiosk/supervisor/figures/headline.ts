/** The handful of figures that matter, and which way is good for people. */
import type { Figure, Report, Unit } from '../../../server/contract/report.ts';
import type { Good } from './amounts.ts';
import { totalIn } from './columns.ts';

export interface Large {
  readonly id: string;
  readonly figure: Figure;
  readonly unit: Unit;
  readonly good: Good;
}

/** More numbers are neither good nor bad by themselves. */
const wanted: readonly (readonly [column: string, good: Good])[] = [
  ['issued', null],
  ['served', null],
  ['waitMedian', 'less'],
  ['waitP90', 'less'],
  ['stayMedian', 'less'],
  ['promiseShare', 'more'],
  ['noShow', 'less'],
  ['satisfiedShare', 'more'],
];

export const goodOf = (column: string): Good => wanted.find(([id]) => id === column)?.[1] ?? null;

export const headlineOf = (report: Report): readonly Large[] =>
  wanted.flatMap(([id, good]) => {
    const total = totalIn(report, id);
    return total ? [{ id, good, ...total }] : [];
  });
