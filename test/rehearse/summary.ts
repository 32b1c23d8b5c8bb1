/** What happened, in numbers: from what the players saw, not from the journal. */
import { median, percentile } from '../bench/statistics.ts';
import type { Plan } from './plan/plan.ts';
import type { Rehearsed } from './rehearse.ts';
import { summarizeBeside } from './summary-beside.ts';
import { endOf } from './tally/compare-outcomes.ts';
import { handoversOf, promiseOf, type Verdict } from './tally/promises.ts';
import type { SeenVisit } from './tally/seen.ts';

export interface Spread {
  readonly count: number;
  /** Milliseconds of the office's time. */
  readonly median: number;
  readonly p90: number;
  readonly longest: number;
}

export type Summary = ReturnType<typeof summarize>;

export function summarize({
  plan,
  seen,
  recorded,
  differences,
  rate,
  endedAt,
  lateness,
  limited,
  leftOut,
  beside,
}: Rehearsed) {
  const { tally, screens, door, slack } = seen;
  const visits = [...tally.visits.values()];
  const end = endOf(tally);
  const count = (...states: string[]) => visits.filter(({ state }) => states.includes(state)).length;
  const calls = [...tally.calls.values()].flat();
  const handovers = visits.flatMap((visit) => handoversOf(visit, end, slack));
  const sum = (counts: readonly { length: number }[]) =>
    counts.reduce((total, { length }) => total + length, 0);
  const allScreens = [...screens.lobbies, ...screens.counters, ...screens.phones];
  return {
    day: {
      kind: plan.kind,
      office: plan.office.id,
      date: plan.date,
      people: plan.visits.length,
      counters: plan.office.counters.length,
    },
    speed: {
      asked: rate,
      played: playedAt(plan, rate, endedAt, lateness),
      ...behind(lateness),
      limited,
      leftOut,
    },
    visits: {
      issued: visits.length,
      served: count('done'),
      noShow: count('no-show'),
      incomplete: count('incomplete'),
      cancelled: count('cancelled'),
      unfinished: count('waiting', 'called', 'serving', 'held'),
    },
    calls: { made: calls.length, takenBack: calls.filter(({ undone }) => undone).length },
    accepted: Object.fromEntries(tally.accepted),
    refused: Object.fromEntries(tally.refusals),
    waits: spreadOf(visits.flatMap((visit) => waitOf(visit) ?? [])),
    promises: verdicts(visits.map((visit) => promiseOf(visit, end, slack))),
    handovers: verdicts(handovers),
    door: door.readings > 0 ? { ...door, inside: door.admitted - door.left } : null,
    replay: plan.kind === 'recorded' ? compareWaits(plan, tally.byNumber) : null,
    compared: {
      events: [...recorded.kinds.values()].reduce((total, times) => total + times, 0),
      boardTexts: sum(screens.boards.map(({ texts }) => texts)),
      announcements: sum(allScreens.map(({ announcements }) => announcements)),
      views: sum(allScreens.map(({ views }) => views)),
      phones: screens.phones.length,
    },
    beside: beside && seen.beside ? summarizeBeside(seen.beside, beside, tally, slack) : null,
    notes: plan.notes,
    differences,
  };
}

/** From the number to the first call. */
function waitOf({ taken, changes }: SeenVisit): number | null {
  const called = changes.find(({ state }) => state === 'called');
  return called ? Math.max(0, middle(called.span) - middle(taken)) : null;
}

const middle = ({ from, to }: { from: number; to: number }): number => (from + to) / 2;

export function spreadOf(values: readonly number[]): Spread | null {
  if (values.length === 0) return null;
  return {
    count: values.length,
    median: median(values),
    p90: percentile(values, 0.9),
    longest: percentile(values, 1),
  };
}

function verdicts(all: readonly Verdict[]) {
  const count = (...wanted: Verdict[]) => all.filter((verdict) => wanted.includes(verdict)).length;
  return {
    kept: count('kept'),
    broken: count('broken'),
    lapsed: count('lapsed'),
    undecided: count('close', 'open'),
  };
}

/** How far the players were behind their plan, in milliseconds of the office's time. */
function behind(lateness: readonly number[]) {
  return {
    late: { median: median(lateness), p99: percentile(lateness, 0.99), most: percentile(lateness, 1) },
  };
}

/** The plan's own length over the time that it took: who cannot keep up plays more slowly than was asked. */
function playedAt(plan: Plan, rate: number, endedAt: number, lateness: readonly number[]): number {
  const span = plan.to - plan.from;
  const took = plan.kind === 'recorded' ? endedAt - plan.from : span + percentile(lateness, 0.99);
  return rate * Math.min(1, span / Math.max(1, took - settling * rate));
}

/** Milliseconds after the last planned moment in which screens settle. */
const settling = 1000;

type Recorded = Extract<Plan, { kind: 'recorded' }>;

/** Waits as they were recorded against those of the replay, number by number. */
function compareWaits({ visits }: Recorded, byNumber: (number: string) => SeenVisit | undefined) {
  const pairs = visits.flatMap(({ number, call, arrivesAt }) => {
    const seen = number === null ? undefined : byNumber(number);
    const replayed = seen && waitOf(seen);
    return call === null || replayed === null || replayed === undefined
      ? []
      : [{ recorded: call.at - arrivesAt, replayed }];
  });
  const planned = visits.filter(({ call }) => call !== null).length;
  return {
    recorded: spreadOf(pairs.map(({ recorded }) => recorded)),
    replayed: spreadOf(pairs.map(({ replayed }) => replayed)),
    /** How far apart they are, one by one. */
    apart: spreadOf(pairs.map(({ recorded, replayed }) => Math.abs(recorded - replayed))),
    missing: planned - pairs.length,
  };
}
