/** The voice of the office: hears of calls, has them said by screens and sound cards, and knows what was not heard. */
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { AnnounceMessage } from '../../contract/socket.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Hub } from '../../hub.ts';
import type { Log } from '../../log.ts';
import { loadVoice, type Voice } from '../../voice/voice.ts';
import { aplay, type Play } from './aplay.ts';
import { candidatesOf, stationOf } from './candidates.ts';
import { countsFrom } from './heard.ts';
import { createJacks } from './jacks.ts';
import { openKeptScreens } from './kept-screens.ts';
import { openKeptVoices } from './kept-voices.ts';
import { createMouths } from './mouths.ts';
import { callOf, officeCalls } from './office-calls.ts';
import type { OfficeVoice } from './office-voice.ts';
import { pagesBuildIn } from './pages-build.ts';
import { createScreens } from './screens.ts';
import { displaysShown } from './shown.ts';
import { createSpeaking } from './speaking.ts';
import { createWavs } from './wavs.ts';

export interface OfficeVoiceParts {
  readonly hub: Pick<Hub, 'state' | 'now' | 'onTold'>;
  readonly log: Log;
  /** The data folder; null: nothing is kept, and there are no recordings of the office's own. */
  readonly folder: string | null;
  /** Of the hub before this start. */
  readonly lastAlive: Instant | null;
  readonly distFolder: string;
  /** Tests hand in their own. */
  readonly voice?: Pick<Voice, 'languages' | 'problems' | 'say' | 'durationMs'>;
  readonly play?: Play;
  /** Milliseconds of a clock that only goes forward. */
  readonly clock?: () => number;
}

const lookEveryMs = 250;

export function createOfficeVoice(parts: OfficeVoiceParts): OfficeVoice {
  const { hub, log, folder, clock = () => performance.now() } = parts;
  const voice = parts.voice ?? loadVoice(folder && join(folder, 'voice'));
  for (const problem of voice.problems) log.warn({ problem }, 'recordings of the office are not used');
  const kept = openKeptScreens(folder, parts.lastAlive, log);
  const build = pagesBuildIn(parts.distFolder, clock);
  const screens = createScreens({
    now: () => hub.now(),
    kept: kept.screens,
    isOwner: (one) => isThere(hub, one),
  });
  const jacks = createJacks({ play: parts.play ?? aplay, log, clock });
  const wavs = createWavs({ voice, office: () => hub.state.calendar.office });
  const candidates = candidatesOf({ hub, screens, jacks });
  const mouths = createMouths({
    screens,
    jacks,
    wavs,
    isCalled: (callId) => callOf(hub.state, callId) !== null,
    said: (callId, speaker) => {
      if (speaker) speaking.heard(callId, (_zone, given) => given.includes(speaker));
      changed();
    },
  });
  const keptVoices = openKeptVoices({
    ...{ folder, log, lastAlive: parts.lastAlive, durationOf: wavs.durationOf },
    ...{ date: hub.state.day.date, now: hub.now(), at: clock() },
  });
  const speaking = createSpeaking({
    kept: keptVoices.kept,
    ...{ log, clock, ...officeCalls(hub), ...candidates },
    ...{ durationOf: wavs.durationOf, speaks: mouths.speaks, give: mouths.give },
  });
  const shown = () => displaysShown({ hub, screens, speaking, jacks, expects: candidates.expects, build });
  const changes: (() => void)[] = [];
  const repeats: ((message: AnnounceMessage) => void)[] = [];
  let date = hub.state.day.date;
  let closed = false;

  function look(): void {
    if (closed) return;
    const { day } = hub.state;
    if (day.date !== date || day.ended) speaking.dayIsOver();
    date = day.date;
    speaking.look();
    keptVoices.keep(date, speaking);
  }

  function changed(): void {
    look();
    kept.keep(screens.all());
    for (const listener of changes) listener();
  }

  const speaksAt = (id: string): boolean =>
    [...speaking.voices()].some(({ speaker }) => speaker?.by === 'screen' && speaker.id === id);

  const ticking = setInterval(look, lookEveryMs);
  ticking.unref();
  look();

  return {
    shown,
    look,
    reported(from, report) {
      const heard = screens.heard(from, report);
      heard?.displaced?.tell('speaker', { speaks: false });
      if (heard?.isNews) changed();
      return {
        speaks: heard !== null && speaksAt(report.id),
        build: build() || report.build,
        ...(speaking.isSpare(report.id) ? { spare: true } : {}),
      };
    },
    announced(from, callId) {
      speaking.heard(callId, countsFrom(from, screens.of(from)));
      changed();
    },
    left(from) {
      if (screens.left(from)) changed();
    },
    isSilent(from, counter) {
      const screen = screens.of(from);
      return screen !== undefined && speaking.isSilent({ by: 'screen', id: screen.id }, counter);
    },
    called(message) {
      // The press is through by then: nothing of the voice makes it slower.
      setImmediate(() => {
        try {
          speaking.called(message);
          keptVoices.keep(date, speaking);
        } catch (error) {
          log.error({ error: String(error) }, 'a call was not given to a voice');
        }
      });
    },
    wav(callId, short) {
      const call = callOf(hub.state, callId);
      return call && wavs.of(call, short);
    },
    repeat(callId) {
      const call = callOf(hub.state, callId);
      if (!call) return 'unknown';
      if (officeCalls(hub).standing(callId) !== 'called') return 'over';
      const { number, counter, step, times } = call;
      for (const listener of repeats) listener({ callId, number, counter, step, times, again: true });
      return 'done';
    },
    forget(id) {
      const screen = screens.find(id);
      if (!screen) return 'unknown';
      if (screen.connection) return 'online';
      screens.forget(id);
      changed();
      return 'done';
    },
    identify(id) {
      const screen = screens.find(id);
      const label = hub.state.calendar.tokens.get(stationOf(screen?.owner ?? null) ?? '')?.label;
      screen?.connection?.tell('identify', { label: label ?? id.slice(0, 4).toUpperCase() });
      return screen?.connection != null;
    },
    onChange: (listener) => changes.push(listener),
    onAgain: (listener) => repeats.push(listener),
    async close() {
      closed = true;
      clearInterval(ticking);
      kept.close(screens.all(), hub.now());
      await jacks.close();
    },
  };
}

function isThere({ state }: Pick<Hub, 'state'>, account: string): boolean {
  const station = stationOf(account);
  return station === null || state.calendar.tokens.has(station);
}
