/** What was told and what came of it: each call that comes makes moments to remember, and shows whether ranges held. */
import type { Estimate } from './forecast.ts';
import type { Memory } from './memory.ts';
import type { Moment, Remembered } from './moment.ts';
import type { SnapshotVisit } from './snapshot.ts';
import type { Trust } from './trust.ts';

export interface ForecastRecord {
  /** What the visit was last told of this call; null: nothing yet. */
  toldTo(visit: SnapshotVisit): Estimate | null;
  /** What it was told before there was this record; what is known here already stays. */
  wasTold(code: string, told: Estimate): void;
  note(visit: SnapshotVisit, moment: Moment, told: Estimate, at: number): void;
  /** Calls that were made. */
  settle(called: readonly { readonly code: string; readonly step: string; readonly at: number }[]): void;
  /** Who waits no more is forgotten, without anything learned. */
  keepOnly(visits: readonly SnapshotVisit[]): void;
  take(): Remembered[];
}

interface Entry {
  /** Empty: the one that it waited for when it was told. */
  readonly step: string;
  told: Estimate;
  ranges: { readonly told: Estimate; readonly at: number }[];
  moments: { readonly moment: Moment; readonly at: number }[];
}

const minuteMs = 60_000;
/** A visit is remembered when it comes, and then so often while it waits. */
const every = 5 * minuteMs;

export function createRecord({ memory, trust }: { memory: Memory; trust: Trust }): ForecastRecord {
  const entries = new Map<string, Entry>();
  let fresh: Remembered[] = [];

  function close({ ranges, moments }: Entry, calledAt: number): void {
    for (const { moment, at } of moments) {
      const remembered = { ...moment, waited: Math.max(0, calledAt - at) / minuteMs };
      memory.add(remembered);
      fresh.push(remembered);
    }
    for (const [index, { told, at }] of ranges.entries()) {
      const middle = ((told.from + told.to) / 2 - at) / minuteMs;
      trust.note(middle, index > 0, calledAt >= told.from && calledAt <= told.to);
    }
  }

  return {
    toldTo({ code, step }) {
      const entry = entries.get(code);
      return entry && (entry.step === step || entry.step === '') ? entry.told : null;
    },
    wasTold(code, told) {
      if (!entries.has(code)) entries.set(code, { step: '', told, ranges: [], moments: [] });
    },
    note({ code, step }, moment, told, at) {
      let entry = entries.get(code);
      if (!entry || entry.step !== step) {
        entry = { step, told, ranges: [], moments: [] };
        entries.set(code, entry);
      }
      const last = entry.moments.at(-1);
      if (!last || at - last.at >= every) entry.moments.push({ moment, at });
      const range = entry.ranges.at(-1)?.told;
      if (told.from !== range?.from || told.to !== range.to) entry.ranges.push({ told, at });
      entry.told = told;
    },
    settle(called) {
      for (const { code, step, at } of called) {
        const entry = entries.get(code);
        if (!entry || (entry.step !== step && entry.step !== '')) continue;
        close(entry, at);
        entries.delete(code);
      }
    },
    keepOnly(visits) {
      const waiting = new Set(visits.map(({ code }) => code));
      for (const code of entries.keys()) if (!waiting.has(code)) entries.delete(code);
    },
    take() {
      const taken = fresh;
      fresh = [];
      return taken;
    },
  };
}
