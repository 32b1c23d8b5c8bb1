/** Can a recording be used? Cut to what is spoken and made as loud as the others, or the reason why not. */
import { faded, levelled, loudnessOf, peakOf, secondsOf, trimmed } from '../sound.ts';
import { type Sound, samplesOf } from '../wav/format.ts';
import { readWav, UnreadableWav } from '../wav/read.ts';

export type Judged =
  | { readonly ok: true; readonly sound: Sound }
  | { readonly ok: false; readonly why: string };

/** Seconds of speech. A whole counter's sentence is the longest that there is. */
const shortest = 0.08;
const longest = 6;
const longestGong = 8;
/** What a breath before and after a word takes, in milliseconds. */
const before = 15;
const after = 40;

export function judgeClip(bytes: Uint8Array): Judged {
  return judged(bytes, (sound) => {
    const spoken = trimmed(sound, before, after);
    if (!spoken) return 'is silent: look whether the right microphone is switched on';
    if (isCutOff(sound))
      return 'is too loud, its peaks are cut off: stand further away or turn the microphone down';
    if (loudnessOf(spoken) < 0.008) return 'is too quiet: made louder, its noise would be heard';
    if (secondsOf(spoken) < shortest) return 'is shorter than any word: it may have begun too late';
    if (secondsOf(spoken) > longest)
      return `is ${secondsOf(spoken).toFixed(1)} s long: at most ${longest} s are expected`;
    return faded(levelled(spoken));
  });
}

/** A gong keeps its own loudness. */
export function judgeGong(bytes: Uint8Array): Judged {
  return judged(bytes, (sound) => {
    const rung = trimmed(sound, 5, 300);
    if (!rung) return 'is silent';
    if (secondsOf(rung) > longestGong) {
      return `is ${secondsOf(rung).toFixed(1)} s long: at most ${longestGong} s are expected`;
    }
    return faded(rung);
  });
}

function judged(bytes: Uint8Array, judge: (sound: Sound) => Sound | string): Judged {
  try {
    const result = judge(readWav(bytes));
    return typeof result === 'string' ? { ok: false, why: result } : { ok: true, sound: result };
  } catch (error) {
    if (error instanceof UnreadableWav) return { ok: false, why: error.message };
    throw error;
  }
}

/** Half a millisecond at the very top and more than once: a single loud sample is no harm. */
function isCutOff(sound: Sound): boolean {
  if (peakOf(sound) < 0.99) return false;
  let [run, times] = [0, 0];
  for (const sample of sound) {
    run = Math.abs(sample) >= 32_440 ? run + 1 : 0;
    if (run === Math.ceil(samplesOf(0.4))) times += 1;
  }
  return times > 1;
}
