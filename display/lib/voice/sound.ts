/**
 * The page's one way to make sound. A whole call is fetched and decoded before its first tone, so that nothing that
 * happens to the hub or the network cuts it off. Web Audio needs no other source in the pages' policy.
 */
import { type Readable, writable } from 'svelte/store';
import { playChime, playSoftTone } from './tones.ts';

/** `starting`: the browser has not said yet. `blocked`: it waits for a touch. `none`: it cannot play at all. */
export type SoundPossible = 'starting' | 'on' | 'blocked' | 'none';

export interface Sound {
  readonly possible: Readable<SoundPossible>;
  /** Asks for leave to sound; of use when somebody has just touched the screen or a key. */
  ask(): void;
  /** @throws when it is no sound that this browser knows */
  decode(bytes: ArrayBuffer): Promise<AudioBuffer>;
  /** True when it sounded to its very end. */
  play(buffer: AudioBuffer): Promise<boolean>;
  /** Where the sentence could not be had. */
  chime(): Promise<void>;
  /** Lets those who touched the screen hear that it is on. */
  test(): void;
  close(): void;
}

/** Browsers begin silent and turn on a moment later where they may. */
const decidedAfterMs = 1200;
/** A device that fell asleep lets a sound hang for ever: so long after its end it is given up. */
const stalledAfterMs = 5000;

export function createSound(): Sound {
  const possible = writable<SoundPossible>('starting');
  let context: AudioContext | null = null;
  let deciding: ReturnType<typeof setTimeout> | undefined;

  function look(): void {
    clearTimeout(deciding);
    if (context?.state === 'running') {
      possible.set('on');
      return;
    }
    deciding = setTimeout(() => possible.set('blocked'), decidedAfterMs);
    ask();
  }

  function ask(): void {
    if (context?.state !== 'running') void context?.resume().catch(() => {});
  }

  function open(): void {
    try {
      context = new AudioContext({ latencyHint: 'playback' });
    } catch {
      possible.set('none');
      return;
    }
    context.onstatechange = look;
    look();
  }

  function close(): void {
    clearTimeout(deciding);
    if (!context) return;
    context.onstatechange = null;
    void context.close().catch(() => {});
    context = null;
  }

  /** Resolves with false when it hangs; then everything is opened anew, for the device may be another one by now. */
  function ended(sounding: AudioScheduledSourceNode, seconds: number): Promise<boolean> {
    return new Promise((done) => {
      const stalled = setTimeout(
        () => {
          sounding.onended = null;
          sounding.disconnect();
          close();
          open();
          done(false);
        },
        seconds * 1000 + stalledAfterMs,
      );
      sounding.onended = () => {
        clearTimeout(stalled);
        sounding.disconnect();
        done(true);
      };
    });
  }

  open();
  return {
    possible,
    ask,
    close,
    decode: (bytes) => (context ? context.decodeAudioData(bytes) : Promise.reject(new Error('no sound'))),
    play(buffer) {
      if (!context) return Promise.resolve(false);
      const source = context.createBufferSource();
      source.buffer = buffer;
      source.connect(context.destination);
      source.start();
      return ended(source, buffer.duration);
    },
    async chime() {
      if (context) await ended(...playChime(context));
    },
    test() {
      if (context) playSoftTone(context);
    },
  };
}
