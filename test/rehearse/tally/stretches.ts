/** What a visit went through, stretch by stretch, as we saw it: waits, walks to the counter, services, and how each call ended. */
import type { SeenVisit, Span } from './seen.ts';

export interface Stretch {
  readonly step: string;
  readonly counter: number;
  readonly began: Span;
  readonly ended: Span;
}
export interface Stretches {
  readonly waits: Stretch[];
  readonly walks: Stretch[];
  readonly services: Stretch[];
  /** Every call that is over. */
  readonly ends: { readonly step: string; readonly counter: number; readonly end: End }[];
}
export type End = 'done' | 'transferred' | 'incomplete' | 'no-show' | 'held' | 'other';

type Change = SeenVisit['changes'][number];

export function stretchesOf(visit: SeenVisit): Stretches {
  const { changes, steps, notBefore } = visit;
  const found: Stretches = { waits: [], walks: [], services: [], ends: [] };
  let called: Change | null = null;
  let started: Change | null = null;
  for (const [index, change] of changes.entries()) {
    const before = changes[index - 1];
    if (!before) continue;
    const step = steps[before.place] ?? '';
    const counter = change.counter ?? before.counter ?? 0;
    if (change.state === 'called') {
      const since = index === 1 ? reserved(before.span, notBefore) : before.span;
      if (before.state === 'waiting') found.waits.push({ step, counter, began: since, ended: change.span });
      [called, started] = [change, null];
    } else if (change.state === 'serving') {
      found.walks.push({ step, counter, began: before.span, ended: change.span });
      started = change;
    } else if (called) {
      const end = endOf(before, change);
      const at = { step, counter: before.counter ?? 0 };
      const began = (started ?? called).span;
      found.ends.push({ ...at, end });
      if (end === 'done' || end === 'transferred' || end === 'incomplete')
        found.services.push({ ...at, began, ended: change.span });
      called = null;
    }
  }
  return found;
}

/** Nobody waits before the moment from which the number can be called. */
const reserved = ({ from, to }: Span, notBefore: number | null): Span =>
  notBefore === null ? { from, to } : { from: Math.max(from, notBefore), to: Math.max(to, notBefore) };

function endOf(before: Change, { state, place }: Change): End {
  if (state === 'waiting') return place > before.place ? 'done' : 'transferred';
  return state === 'done' || state === 'incomplete' || state === 'no-show' || state === 'held'
    ? state
    : 'other';
}
