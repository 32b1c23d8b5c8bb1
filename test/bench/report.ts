/** The results as a table to read and as JSON to keep. */
import type { Machine } from './machine.ts';
import { type Goal, judge, type Measure, type Section } from './results.ts';

const headings = ['loket', 'ratio', 'goal', ''];
const widths = [46, 13, 13, 9, 12, 0];

export function describe(machine: Machine): string {
  const { processor, cores, memoryGb, system, node, syncP50Ms, syncP99Ms } = machine;
  const lines = [
    `${processor}, ${cores} cores, ${memoryGb.toFixed(1)} GB, ${system}, Node ${node}`,
    `one page to disk for good: p50 ${syncP50Ms.toFixed(3)} ms, p99 ${syncP99Ms.toFixed(3)} ms`,
  ];
  if (syncP50Ms < 0.02)
    lines.push('This folder is not on a disk: commits cost nothing here. Give another with --folder.');
  return lines.join('\n');
}

export function asTable(section: Section): string {
  const heading = row([section.title, section.base, ...headings]);
  return [heading, '-'.repeat(heading.length), ...section.measures.map(measureRow)].join('\n');
}

function measureRow(measure: Measure): string {
  const { base, loket, ratio, met } = judge(measure);
  return row([
    measure.what,
    base === undefined ? '' : amount(base, measure.unit),
    amount(loket, measure.unit),
    ratio === undefined ? '' : `${ratio.toFixed(2)} ×`,
    measure.goal === undefined ? '' : bound(measure.goal, measure.unit),
    met === undefined ? '' : met ? 'met' : 'MISSED',
  ]);
}

function row(cells: readonly string[]): string {
  return cells
    .map((cell, index) => (index === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[index] ?? 0)))
    .join(' ');
}

function amount(value: number, unit: string): string {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return `${value.toFixed(digits)} ${unit}`;
}

function bound({ of, atMost, atLeast }: Goal, unit: string): string {
  return `${atMost === undefined ? '≥' : '≤'} ${atMost ?? atLeast} ${of === 'ratio' ? '×' : unit}`;
}

/** @param machine null: nothing that depends on it was measured */
export function asJson(machine: Machine | null, sections: readonly Section[], forecast: unknown): string {
  const judged = sections.map(({ title, base, measures }) => ({
    title,
    base,
    measures: measures.map((measure) => ({ ...measure, verdict: judge(measure) })),
  }));
  return JSON.stringify({ machine, sections: judged, forecast }, null, 2);
}
