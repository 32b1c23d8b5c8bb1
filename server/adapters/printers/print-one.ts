/** One paper on one printer, told so that nothing is ever printed twice: what certainly did not happen, and what may have. */
import { ask, isWell, reachesTheEnd, type Said } from './status.ts';
import type { Limits, Wire } from './wires/wire.ts';

/** What is known of a printer from before, and what this paper taught. */
export interface Habits {
  /** It has answered a question about itself. */
  answers: boolean;
  /** It says when it has come to the end of a paper; null: not tried yet. */
  tellsTheEnd: boolean | null;
  /** It hangs up once it has taken everything: some leave that to their own clock, minutes later. */
  hangsUp: boolean;
}

/** `nothing`: certainly no byte of the paper left, another printer may have it. */
export type Came =
  | { readonly came: 'printed' }
  | { readonly came: 'unsure' | 'nothing'; readonly why: string };

export interface OnePaper {
  readonly bytes: Uint8Array;
  /** Written down before the first byte leaves. */
  started(): Promise<void>;
  /** Also on a printer that has answered before and does not now. */
  readonly evenSilent: boolean;
  /** Not worth a second of waiting: it has never answered, and was asked not long ago. */
  readonly withoutAsking: boolean;
}

export async function printOne(
  wire: Wire,
  paper: OnePaper,
  habits: Habits,
  limits: Limits,
  heard: (state: Said | null) => void,
): Promise<Came> {
  if (!paper.withoutAsking) {
    const before = await ask(wire, limits);
    if (before) habits.answers = true;
    heard(before);
    if (before && !isWell(before)) return { came: 'nothing', why: before };
    if (!before && habits.answers && !paper.evenSilent) return { came: 'nothing', why: 'silent' };
  }
  await paper.started();
  const sent = await wire.send(paper.bytes);
  if (sent === 'none') return { came: 'nothing', why: 'broken' };
  if (sent === 'part') return { came: 'unsure', why: await whyStuck(wire, habits, limits, heard) };
  return habits.answers ? askedAfter(wire, habits, limits, heard) : unasked(wire, habits, limits);
}

async function whyStuck(
  wire: Wire,
  habits: Habits,
  limits: Limits,
  heard: (state: Said | null) => void,
): Promise<string> {
  const state = habits.answers ? await ask(wire, limits) : null;
  if (state) heard(state);
  return state ?? 'broken';
}

/** The paper may end while the last lines are printed: so the printer is asked in its turn first, then at once. */
async function askedAfter(
  wire: Wire,
  habits: Habits,
  limits: Limits,
  heard: (state: Said | null) => void,
): Promise<Came> {
  const told = habits.tellsTheEnd !== false && (await reachesTheEnd(wire, limits));
  const after = await ask(wire, limits);
  heard(after);
  if (!after) return { came: 'unsure', why: 'silent' };
  if (!isWell(after)) return { came: 'unsure', why: after };
  // One that is well and has not told the end never will; one that always did is not at the end.
  if (!told && habits.tellsTheEnd === true) return { came: 'unsure', why: 'unfinished' };
  habits.tellsTheEnd = told;
  return { came: 'printed' };
}

/** It never answers. A connection that breaks, or is held by one that always hung up, is all that can be noticed. */
async function unasked(wire: Wire, habits: Habits, limits: Limits): Promise<Came> {
  if (wire.answers) await wire.answer(() => false, Math.min(limits.answer, 300));
  const ended = await wire.close();
  if (ended === 'broken') return { came: 'unsure', why: 'broken' };
  if (ended === 'open' && habits.hangsUp) return { came: 'unsure', why: 'unfinished' };
  habits.hangsUp ||= ended === 'well';
  return { came: 'printed' };
}
