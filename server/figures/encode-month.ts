/**
 * The counts of a month as bytes, to be kept: a mark with the versions, the length of the head, the head as JSON, and of
 * each row of times the seconds that occur, as numbers in base 128 (seven bits a byte, the lowest first, the highest bit:
 * more follow): twice the step from the one before, and 1 more where it occurs more than once; its number less two follows.
 */
import { countsVersion } from './encode-counts.ts';
import { sections, sumsOf } from './sections.ts';
import type { DaySum, MonthCounts } from './sum.ts';
import type { Occurrences } from './tally.ts';

/** To be raised when a month is kept in another way; `countsVersion` is raised when something else is counted. */
const monthVersion = 1;

/** `LKM` and the versions. */
const mark = [0x4c, 0x4b, 0x4d, countsVersion, monthVersion];
const headEnds = mark.length + 4;

/** A map as JSON keeps it, in its own order. */
type Entries<Value> = readonly (readonly [key: string, value: Value])[];

interface Head {
  readonly month: string;
  readonly timeZone: string;
  readonly sums: Entries<Entries<number[]>>;
  /** How many seconds occur in each row. */
  readonly sizes: Entries<Entries<number>>;
  readonly days: Entries<DaySum>;
}

export function encodeMonth({ month, timeZone, sums, times, days }: MonthCounts): Uint8Array {
  const head: Head = {
    ...{ month, timeZone, days: [...days] },
    sums: [...sums].map(([section, rows]) => [section, [...rows]]),
    sizes: [...times].map(([id, rows]) => [
      id,
      [...rows].map(([key, { seconds }]) => [key, seconds.length] as const),
    ]),
  };
  const text = new TextEncoder().encode(JSON.stringify(head));
  const all = [...times.values()].flatMap((rows) => [...rows.values()]);
  // None takes more: a step and a number have five bytes each.
  const most = all.reduce((sum, { seconds }) => sum + 10 * seconds.length, 0);
  const bytes = new Uint8Array(headEnds + text.length + most);
  bytes.set(mark);
  new DataView(bytes.buffer).setUint32(mark.length, text.length);
  bytes.set(text, headEnds);
  let at = headEnds + text.length;
  for (const occurrences of all) at = write(bytes, at, occurrences);
  return bytes.slice(0, at);
}

/** Returns where it ends. */
function write(bytes: Uint8Array, from: number, { seconds, counts }: Occurrences): number {
  let at = from;
  let before = 0;
  for (let index = 0; index < seconds.length; index += 1) {
    const count = counts[index] as number;
    at = writeNumber(bytes, at, ((seconds[index] as number) - before) * 2 + (count > 1 ? 1 : 0));
    if (count > 1) at = writeNumber(bytes, at, count - 2);
    before = seconds[index] as number;
  }
  return at;
}

function writeNumber(bytes: Uint8Array, from: number, number: number): number {
  let at = from;
  let rest = number;
  for (; rest >= 128; rest >>>= 7) bytes[at++] = (rest & 127) | 128;
  bytes[at++] = rest;
  return at;
}

/** Whether bytes are the counts of a month as this version keeps them. */
export const isMonth = (bytes: Uint8Array): boolean =>
  bytes.length >= headEnds && mark.every((byte, at) => bytes[at] === byte);

/** Null: of another version, damaged, or no month at all; it has to be added up anew. */
export function decodeMonth(bytes: Uint8Array): MonthCounts | null {
  if (!isMonth(bytes)) return null;
  try {
    return monthIn(bytes);
  } catch {
    return null;
  }
}

function monthIn(bytes: Uint8Array): MonthCounts | null {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(mark.length);
  const text = new TextDecoder().decode(bytes.subarray(headEnds, headEnds + length));
  const { month, timeZone, sums, sizes, days } = JSON.parse(text) as Head;
  if (!sums.every(([section, rows]) => rows.every(([, row]) => row.length === widths.get(section))))
    return null;
  const reading = { bytes, at: headEnds + length };
  const times = sizes.map(
    ([id, rows]) => [id, new Map(rows.map(([key, size]) => [key, read(reading, size)]))] as const,
  );
  if (reading.at !== bytes.length) return null;
  return {
    ...{ month, timeZone, days: new Map(days), times: new Map(times) },
    sums: new Map(sums.map(([section, rows]) => [section, new Map(rows)])),
  };
}

const widths = new Map(sections.map((section) => [section.id, sumsOf(section).length]));

function read(reading: { readonly bytes: Uint8Array; at: number }, size: number): Occurrences {
  const { bytes } = reading;
  let { at } = reading;
  // Each has at least one byte: a damaged head must not ask for gigabytes.
  if (size > bytes.length - at) throw new Error('there are fewer times than the head says');
  const [seconds, counts] = [new Uint32Array(size), new Uint32Array(size)];
  let last = 0;
  // Bits and an index, as this runs millions of times for a report of years. Past the end there is nothing, and it shows.
  for (let index = 0; index < size; index += 1) {
    let byte = bytes[at++] as number;
    let step = byte & 127;
    for (let shift = 7; byte >= 128; shift += 7) {
      byte = bytes[at++] as number;
      step |= (byte & 127) << shift;
    }
    let count = 1;
    if ((step & 1) === 1) {
      byte = bytes[at++] as number;
      let more = byte & 127;
      for (let shift = 7; byte >= 128; shift += 7) {
        byte = bytes[at++] as number;
        more |= (byte & 127) << shift;
      }
      count = more + 2;
    }
    last += step >>> 1;
    seconds[index] = last;
    counts[index] = count;
  }
  reading.at = at;
  return { seconds, counts };
}
