/** VO15: a file that says who spoke, what waited to be said and what nobody had said, for the next start of the hub. */
import { z } from 'zod';
import { counterNumber } from '../../contract/values.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Log } from '../../log.ts';
import { openKeptFile } from './kept-file.ts';
import { type Rank, ranks, type Speaker } from './speaker.ts';
import type { SpeakingParts } from './speaking.ts';
import { type Said, silentVoice, wait, type ZoneVoice } from './zone-voice.ts';

const zone = z.string().nullable();
const said = z.object({
  ...{ callId: z.string(), number: z.string(), counter: counterNumber, step: z.string() },
  times: z.int().min(1),
});
const speaker = z.object({
  ...{ by: z.enum(['screen', 'jack']), id: z.string() },
  rank: z.literal(Object.values(ranks)),
});
const fileShape = z.object({
  date: z.string(),
  voices: z.array(
    z.object({ zone, spoke: z.boolean(), speaker: speaker.nullable(), waiting: z.array(said) }),
  ),
  unheard: z.array(said.extend({ zone })),
});
type File = z.infer<typeof fileShape>;

interface Parts {
  /** Null: nothing is kept. */
  readonly folder: string | null;
  readonly log: Pick<Log, 'warn'>;
  /** The day, and when the hub before this one was last alive. */
  readonly date: string;
  readonly now: Instant;
  readonly lastAlive: Instant | null;
  /** Milliseconds of the clock that only goes forward. */
  readonly at: number;
  durationOf(said: Said): number;
}

interface Speaks {
  voices(): Iterable<ZoneVoice>;
  unheard(): SpeakingParts['kept']['unheard'];
}

export interface KeptVoices {
  readonly kept: SpeakingParts['kept'];
  /** Written where something of it has changed. */
  keep(date: string, speaking: Speaks): void;
}

/** Whoever was called longer ago would not expect to be called once more by itself. */
const tooLateMs = 180_000;

export function openKeptVoices(parts: Parts): KeptVoices {
  const file = openKeptFile(parts.folder, 'voices.json', fileShape, parts.log);
  const ofToday = file.found?.date === parts.date ? file.found : null;
  return {
    kept: ofToday ? restored(ofToday, parts) : { voices: [], unheard: [] },
    keep: (date, speaking) => file.keep(asKept(date, speaking)),
  };
}

function restored({ voices, unheard }: File, parts: Parts): SpeakingParts['kept'] {
  const { now, lastAlive, at, durationOf } = parts;
  const isLate = lastAlive === null || now - lastAlive > tooLateMs;
  const missed = voices.flatMap(({ zone, waiting }) =>
    isLate ? waiting.map((one) => ({ ...one, zone })) : [],
  );
  return {
    voices: voices.map(({ zone, spoke, speaker, waiting }) => {
      const voice = { ...silentVoice(zone), spoke, speaker: speaker && lost(speaker, zone) };
      if (!isLate) for (const one of waiting) wait(voice, one, durationOf(one), at);
      return voice;
    }),
    unheard: [...unheard, ...missed].map((one) => ({ ...one, given: [] })),
  };
}

/** As if it had lost the hub just now; what it comes back by is another connection. */
function lost({ by, id, rank }: { by: Speaker['by']; id: string; rank: Rank }, zone: string | null): Speaker {
  return { by, id, rank, zone, able: true, order: 0, link: {} };
}

function asKept(date: string, speaking: Speaks): File {
  const call = ({ callId, number, counter, step, times }: Said) => ({ callId, number, counter, step, times });
  return {
    date,
    voices: [...speaking.voices()].map(({ zone, spoke, speaker, waiting }) => ({
      ...{ zone, spoke, waiting: waiting.map(call) },
      speaker: speaker && { by: speaker.by, id: speaker.id, rank: speaker.rank },
    })),
    unheard: speaking.unheard().map((one) => ({ ...call(one), zone: one.zone })),
  };
}
