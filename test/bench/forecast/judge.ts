/** Tells everybody in a recorded queue a range, as the hub would, and notes each with what came of it. */
import { rangeOf } from '../../../server/domain/forecast/likely.ts';
import type { Memory } from '../../../server/domain/forecast/memory.ts';
import { type Told, tell } from '../../../server/domain/forecast/told.ts';
import type { Trust } from '../../../server/domain/forecast/trust.ts';
import type { History } from './learn.ts';
import type { RecordedQueue, RecordedVisit } from './recorded-queue.ts';
import { type Look, walk } from './walk.ts';

/** One range that was told. Minutes; `from` and `to` from the moment of telling. */
export interface Judged {
  readonly office: string;
  readonly date: string;
  readonly queue: string;
  /** Which visit of its queue and day. */
  readonly place: number;
  /** Seconds since midnight. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
  /** By the usual rule. */
  readonly simple: number;
  readonly waited: number;
  /** How often this visit was told something before. */
  readonly revision: number;
  /** By how much the middle moved; null at the first. */
  readonly moved: number | null;
}

/** As many moments as are looked at for one range. */
export const neighbours = 80;

/** A day of one office: its queues side by side, as the hours pass. */
export function* judge(
  queues: readonly RecordedQueue[],
  history: History,
  memory: Memory,
  trust: Trust,
): Generator<Judged> {
  const told = new Map<RecordedVisit, { told: Told; revision: number }>();
  /** What is told and not yet come true or false. */
  const open: { readonly judged: Judged; readonly called: number }[] = [];
  for (const { queue, look } of sideBySide(queues, history)) {
    const { visit, at } = look;
    if (visit.called === null || visit.doubt !== null) continue;
    settle(open, at, trust);
    const former = told.get(visit);
    const likely = rangeOf(memory.likely(look.moment, neighbours), at / 60, (middle) =>
      trust.share(middle, former !== undefined),
    );
    const next = tell(former?.told ?? null, likely, at * 1000);
    if (next === former?.told) continue;
    const revision = former ? former.revision + 1 : 0;
    told.set(visit, { told: next, revision });
    const judged = judgedOf(queue, look, next, revision, former?.told ?? null);
    open.push({ judged, called: visit.called });
    yield judged;
  }
}

/** What has come true or false by now is learned from: also of whoever still waits when what was told is over. */
function settle(
  open: { readonly judged: Judged; readonly called: number }[],
  at: number,
  trust: Trust,
): void {
  for (let index = open.length - 1; index >= 0; index -= 1) {
    const { judged, called } = open[index] as (typeof open)[number];
    if (called > at && judged.at + 60 * judged.to >= at) continue;
    trust.note((judged.from + judged.to) / 2, judged.revision > 0, isWithin(judged));
    open.splice(index, 1);
  }
}

export const isWithin = ({ from, to, waited }: Judged): boolean => waited >= from && waited <= to;

function* sideBySide(queues: readonly RecordedQueue[], history: History) {
  const walks = queues.map((queue) => {
    const looks = walk(queue, history);
    return { queue, looks, next: looks.next() };
  });
  for (;;) {
    let earliest: (typeof walks)[number] | null = null;
    for (const one of walks)
      if (!one.next.done && (earliest === null || one.next.value.at < (earliest.next.value as Look).at))
        earliest = one;
    if (earliest === null || earliest.next.done) return;
    yield { queue: earliest.queue, look: earliest.next.value };
    earliest.next = earliest.looks.next();
  }
}

function judgedOf(
  { office, date, queue }: RecordedQueue,
  { visit, place, at, simple }: Look,
  next: Told,
  revision: number,
  former: Told | null,
): Judged {
  const minutes = (instant: number): number => (instant / 1000 - at) / 60;
  const middle = ({ from, to }: Told): number => (from + to) / 2;
  return {
    ...{ office, date, queue, place, at, simple, revision },
    from: minutes(next.from),
    to: minutes(next.to),
    waited: ((visit.called ?? at) - at) / 60,
    moved: former === null ? null : (middle(next) - middle(former)) / 60_000,
  };
}
