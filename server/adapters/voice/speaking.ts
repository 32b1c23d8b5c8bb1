/** VO1: which voice says a call; who is the voice of each zone, what waits to be said, and what nobody has said. */
import type { Log } from '../../log.ts';
import { bestOf, isSame, ranks, type Speaker } from './speaker.ts';
import { createUnheard, type Unheard } from './unheard.ts';
import { lose, plan, type Said, silentVoice, type Waiting, wait, type ZoneVoice } from './zone-voice.ts';

export interface SpeakingParts {
  readonly log: Log;
  /** Milliseconds of a clock that only goes forward. */
  readonly clock: () => number;
  /** Of the office; null: the whole of it. */
  zones(): readonly (string | null)[];
  /** Undefined: there is no such counter. Null: it belongs to every zone. */
  zoneOf(counter: number): string | null | undefined;
  /** Whoever could speak, and those that are there but cannot now. */
  speakers(): readonly Speaker[];
  /** VO8, but for who spoke. */
  expects(zone: string | null): boolean;
  durationOf(said: Said): number;
  /** Whether the visit is called by it; `undone`: there is no such call any more. */
  standing(callId: string): 'called' | 'over' | 'undone';
  /** It is the voice from now on, or no longer. */
  speaks(speaker: Speaker, speaks: boolean): void;
  /** What it is to say. `again`: somebody else had it before, who may have shown it to the screen already. */
  give(speaker: Speaker, said: Said, again: boolean): void;
  /** VO15: of before the start. */
  readonly kept: { readonly voices: readonly ZoneVoice[]; readonly unheard: readonly Unheard[] };
}

export interface Speaking {
  /** It was announced to the boards just now. */
  called(said: Said): void;
  /** @param counts whether an acknowledgement counts for a zone, and for what was given to these */
  heard(callId: string, counts: (zone: string | null, given: readonly Speaker[]) => boolean): void;
  /** Elections, and what is unheard by now; to be asked for when anything changed, and a few times a second. */
  look(): void;
  /** VO1: another voice says the calls of this counter. */
  isSilent(speaker: Pick<Speaker, 'by' | 'id'>, counter: number): boolean;
  /** VO14: another one speaks for the zone of this screen, and would go on if this one could be heard. */
  isSpare(screen: string): boolean;
  voices(): Iterable<ZoneVoice>;
  unheard(): readonly Unheard[];
  dayIsOver(): void;
}

export function createSpeaking(parts: SpeakingParts): Speaking {
  const { clock } = parts;
  const voices = new Map<string | null, ZoneVoice>(parts.kept.voices.map((voice) => [voice.zone, voice]));
  const unheard = createUnheard(parts);

  function voiceOf(zone: string | null): ZoneVoice {
    const voice = voices.get(zone) ?? silentVoice(zone);
    voices.set(zone, voice);
    return voice;
  }

  const expects = (voice: ZoneVoice): boolean => voice.spoke || parts.expects(voice.zone);

  /** VO1, VO8: where nobody speaks, it waits in a zone that should. */
  function voicesFor(counter: number): readonly ZoneVoice[] {
    const zone = parts.zoneOf(counter);
    const speak = (voice: ZoneVoice): boolean => voice.speaker !== null;
    const all = [...voices.values()];
    const [own, office] = [all.find((one) => one.zone === zone), voiceOf(null)];
    if (zone === null && all.some(speak)) return all.filter(speak);
    if (own && speak(own)) return [own];
    if (speak(office)) return [office];
    return [own, office, ...(zone === null ? all : [])]
      .flatMap((one) => (one && expects(one) ? [one] : []))
      .slice(0, 1);
  }

  function hand(voice: ZoneVoice, to: Speaker | null, at: number): void {
    const from = voice.speaker;
    voice.speaker = to;
    voice.silentAt = null;
    if (from) parts.speaks(from, false);
    if (!to) return;
    parts.speaks(to, true);
    plan(voice, at);
    for (const one of voice.waiting) giveTo(to, one, true);
  }

  function giveTo(to: Speaker, one: Waiting, again: boolean): void {
    one.given.push(to);
    parts.give(to, one, again);
  }

  /** VO3, VO4. */
  function settle(voice: ZoneVoice, known: readonly Speaker[], at: number): void {
    const best = bestOf(known);
    const { speaker, waiting } = voice;
    const now = speaker && known.find((one) => isSame(one, speaker));
    const goesOn = now && (now.able || best === now);
    if (goesOn && (waiting.length > 0 || best === now || best === null || best.rank <= now.rank)) {
      voice.speaker = now;
      voice.silentAt = null;
      if (now.link !== speaker.link) for (const one of waiting) giveTo(now, one, false);
    } else if (best || speaker) {
      if (speaker && !now && lose(voice, at) > at) return;
      hand(voice, best, at);
    }
    if (voice.speaker === null) handOver(voice, at);
  }

  /** VO4: the office's voice takes over what a zone has nobody for. */
  function handOver(voice: ZoneVoice, at: number): void {
    const office = voiceOf(null);
    if (voice === office || !office.speaker) return;
    for (const one of voice.waiting.splice(0))
      giveTo(office.speaker, wait(office, one, one.durationMs, at), true);
  }

  /** VO7, VO9. */
  function judge(voice: ZoneVoice, at: number): void {
    voice.waiting = voice.waiting.filter((one) => {
      const standing = parts.standing(one.callId);
      if (standing !== 'undone' && one.dueAt > at) return true;
      if (standing === 'called' && expects(voice)) unheard.add(voice.zone, one);
      return false;
    });
  }

  return {
    called(said) {
      const durationMs = parts.durationOf(said);
      for (const voice of voicesFor(said.counter)) {
        const one = wait(voice, said, durationMs, clock());
        // Screens have been told with all boards.
        if (voice.speaker?.by === 'jack') parts.give(voice.speaker, one, false);
      }
    },
    heard(callId, counts) {
      unheard.heard(callId, counts);
      for (const voice of voices.values()) {
        const place = voice.waiting.findIndex(
          (one) => one.callId === callId && counts(voice.zone, one.given),
        );
        if (place === -1) continue;
        voice.waiting.splice(place, 1);
        plan(voice, clock(), place);
        voice.spoke ||= voice.speaker !== null && voice.speaker.rank > ranks.other;
      }
    },
    look() {
      const at = clock();
      const zones = new Set(parts.zones());
      const speakers = parts.speakers();
      for (const zone of zones) voiceOf(zone);
      for (const voice of voices.values()) {
        if (!zones.has(voice.zone)) {
          hand(voice, null, at);
          voices.delete(voice.zone);
        } else
          settle(
            voice,
            speakers.filter((one) => one.zone === voice.zone),
            at,
          );
        judge(voice, at);
      }
      unheard.look();
    },
    isSilent(speaker, counter) {
      const office = voices.get(null)?.speaker;
      if (!office || !isSame(office, speaker)) return false;
      const zone = parts.zoneOf(counter);
      return zone != null && voices.get(zone)?.speaker != null;
    },
    isSpare(screen) {
      const speakers = parts.speakers();
      const one = speakers.find(({ by, id }) => by === 'screen' && id === screen);
      const voice = one && voices.get(one.zone)?.speaker;
      if (!one || !voice || isSame(voice, one)) return false;
      return voice.rank >= one.rank && speakers.some((other) => other.able && isSame(other, voice));
    },
    voices: () => voices.values(),
    unheard: unheard.all,
    dayIsOver() {
      unheard.clear();
      for (const voice of voices.values()) {
        voice.waiting = [];
        voice.spoke = false;
      }
    },
  };
}
