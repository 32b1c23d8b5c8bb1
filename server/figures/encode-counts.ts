/**
 * Counts as bytes, to be kept: a mark with the version, the length of the sums, the sums as JSON, and the times of each
 * key as steps from one to the next in base 128 (seven bits a byte, the lowest first, the highest bit: more follow).
 */
import type { DayCounts, DayWaits, Times } from './counts.ts';
import type { Series } from './sections.ts';
import { sections, seriesNames, sumsOf } from './sections.ts';

/** To be raised with each change of what is counted, or how: kept counts of before are then counted anew. */
export const countsVersion = 1;

/** `LKC` and the version. */
const mark = [0x4c, 0x4b, 0x43, countsVersion];
const headEnds = mark.length + 4;

interface Head {
  readonly date: string;
  readonly timeZone: string;
  readonly waits: DayWaits;
  readonly sums: Record<string, Record<string, number[]>>;
  /** How many times each key has. */
  readonly sizes: Record<string, Record<string, number>>;
}

export function encodeCounts({ date, timeZone, waits, sums, times }: DayCounts): Uint8Array {
  const head: Head = {
    ...{ date, timeZone, waits },
    sums: Object.fromEntries([...sums].map(([section, rows]) => [section, Object.fromEntries(rows)])),
    sizes: Object.fromEntries(
      [...times].map(([series, groups]) => [
        series,
        Object.fromEntries([...groups].map(([key, { length }]) => [key, length])),
      ]),
    ),
  };
  const text = new TextEncoder().encode(JSON.stringify(head));
  // An object has its keys in its own order, where they look like numbers; the times follow it.
  const steps = seriesNames.flatMap((series) =>
    Object.keys(head.sizes[series] ?? {}).flatMap((key) => stepsOf(times.get(series)?.get(key))),
  );
  const bytes = new Uint8Array(headEnds + text.length + steps.length);
  bytes.set(mark);
  new DataView(bytes.buffer).setUint32(mark.length, text.length);
  bytes.set(text, headEnds);
  bytes.set(steps, headEnds + text.length);
  return bytes;
}

function stepsOf(times: Uint32Array = new Uint32Array()): number[] {
  const steps: number[] = [];
  let before = 0;
  for (const seconds of times) {
    let step = seconds - before;
    for (; step >= 128; step >>= 7) steps.push((step & 127) | 128);
    steps.push(step);
    before = seconds;
  }
  return steps;
}

/** Whether bytes are counts as this version keeps them. */
export const areCounts = (bytes: Uint8Array): boolean =>
  bytes.length >= headEnds && mark.every((byte, at) => bytes[at] === byte);

/** Null: of another version, damaged, or not counts at all; they have to be counted anew. */
export function decodeCounts(bytes: Uint8Array): DayCounts | null {
  if (!areCounts(bytes)) return null;
  try {
    return countsIn(bytes);
  } catch {
    return null;
  }
}

function countsIn(bytes: Uint8Array): DayCounts | null {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(mark.length);
  const text = new TextDecoder().decode(bytes.subarray(headEnds, headEnds + length));
  const { date, timeZone, waits, sums, sizes } = JSON.parse(text) as Head;
  if (!Object.entries(sums).every(([section, rows]) => fits(section, rows))) return null;
  const reading = { bytes, at: headEnds + length };
  const times = new Map<Series, Times>();
  for (const series of seriesNames) {
    const groups = Object.entries(sizes[series] ?? {});
    times.set(series, new Map(groups.map(([key, size]) => [key, readTimes(reading, size)])));
  }
  if (reading.at !== bytes.length) return null;
  const rows = Object.entries(sums).map(
    ([section, each]) => [section, new Map(Object.entries(each))] as const,
  );
  return { date, timeZone, waits, sums: new Map(rows), times };
}

const widths = new Map(sections.map((section) => [section.id, sumsOf(section).length]));
const fits = (section: string, rows: Readonly<Record<string, number[]>>): boolean =>
  Object.values(rows).every(({ length }) => length === widths.get(section));

function readTimes(reading: { readonly bytes: Uint8Array; at: number }, size: number): Uint32Array {
  const { bytes } = reading;
  let { at } = reading;
  // Each time has at least one byte: a damaged head must not ask for gigabytes.
  if (size > bytes.length - at) throw new Error('there are fewer times than the head says');
  const times = new Uint32Array(size);
  let seconds = 0;
  // Bits and an index, as this runs millions of times for a report of years. Past the end there is nothing, and it shows.
  for (let index = 0; index < size; index += 1) {
    let byte = bytes[at++] as number;
    let step = byte & 127;
    for (let shift = 7; byte >= 128; shift += 7) {
      byte = bytes[at++] as number;
      step |= (byte & 127) << shift;
    }
    seconds += step;
    times[index] = seconds;
  }
  reading.at = at;
  return times;
}
