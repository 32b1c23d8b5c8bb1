/** The voice of one zone: who speaks, and what waits to be said. */
import type { Speaker } from './speaker.ts';

/** One announcement of a call. */
export interface Said {
  readonly callId: string;
  readonly number: string;
  readonly counter: number;
  readonly step: string;
  readonly times: number;
}

/** Milliseconds of a clock that only goes forward. */
export interface Waiting extends Said {
  readonly durationMs: number;
  /** When it should have been said. */
  endsAt: number;
  /** When it is unheard. */
  dueAt: number;
  /** To whom it was given. */
  readonly given: Speaker[];
}

export interface ZoneVoice {
  readonly zone: string | null;
  speaker: Speaker | null;
  /** In the order called. */
  waiting: Waiting[];
  /** VO4: its speaker is lost, and can be heard until then; null: it is there, or there is none. */
  silentAt: number | null;
  /** VO8: somebody who may be relied upon spoke for it today. */
  spoke: boolean;
}

/** VO7: what a screen needs beyond the sound itself: to fetch it, and a pause. */
const patienceMs = 10_000;

export const silentVoice = (zone: string | null): ZoneVoice => ({
  zone,
  speaker: null,
  waiting: [],
  silentAt: null,
  spoke: false,
});

/** VO4: a page that is lost may begin what it was given for so long, before it knows. */
const unawareMs = 4000;

/** VO4: its speaker is lost. When nobody can hear it any more: what waits is said by somebody else then, and due later. */
export function lose(voice: ZoneVoice, at: number): number {
  if (voice.silentAt === null) {
    const longest = Math.max(0, ...voice.waiting.map(({ durationMs }) => durationMs));
    voice.silentAt = longest === 0 ? at : at + unawareMs + longest;
    plan(voice, voice.silentAt);
  }
  return voice.silentAt;
}

/** VO7: it is said after all that waits. */
export function wait(voice: ZoneVoice, said: Said, durationMs: number, at: number): Waiting {
  const endsAt = Math.max(at, voice.waiting.at(-1)?.endsAt ?? at) + durationMs;
  const waiting: Waiting = { ...said, durationMs, endsAt, dueAt: endsAt + patienceMs, given: [] };
  if (voice.speaker) waiting.given.push(voice.speaker);
  voice.waiting.push(waiting);
  return waiting;
}

/** Its speaker begins now with the one at `from`: what is before that has been passed over, and keeps its time. */
export function plan({ waiting }: ZoneVoice, at: number, from = 0): void {
  let endsAt = at;
  for (const one of waiting.slice(from)) {
    endsAt += one.durationMs;
    one.endsAt = endsAt;
    one.dueAt = endsAt + patienceMs;
  }
}
