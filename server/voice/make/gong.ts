/** The gong, by plain arithmetic: three falling tones of a struck bar, each ringing into the next. */
import { rate, type Sound, samplesOf, toSound } from '../wav/format.ts';

interface Tone {
  /** Hertz. */
  readonly pitch: number;
  /** Milliseconds from the start. */
  readonly at: number;
}

/** G5, E5, C5: the falling major chord that a waiting room knows, and low enough for small loudspeakers to be warm. */
const tones: readonly Tone[] = [
  { pitch: 783.99, at: 0 },
  { pitch: 659.25, at: 420 },
  { pitch: 523.25, at: 840 },
];

/** Overtones of a bar of soft metal: pitch as a multiple, loudness, and how soon it has died away, in seconds. */
const partials = [
  { multiple: 1, loudness: 1, fading: 0.62 },
  { multiple: 2, loudness: 0.28, fading: 0.3 },
  { multiple: 3.01, loudness: 0.09, fading: 0.16 },
  { multiple: 4.1, loudness: 0.03, fading: 0.07 },
];

const length = samplesOf(2300);
/** Struck with felt: the tone swells for 9 ms instead of cracking. */
const swelling = 0.009;
/** At the end whatever still rings is taken back. */
const ending = 0.35;

export function makeGong(): Sound {
  const values = new Float32Array(length);
  for (const tone of tones) strike(values, tone);
  const peak = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  // Beside a voice at -20 dB the gong calls without making anybody start.
  return toSound(values.map((value) => (value / peak) * 0.5));
}

function strike(values: Float32Array, { pitch, at }: Tone): void {
  const from = samplesOf(at);
  for (let index = from; index < values.length; index += 1) {
    const time = (index - from) / rate;
    const left = (values.length - index) / rate;
    const shape = Math.min(1, time / swelling) * Math.min(1, left / ending);
    values[index] = (values[index] ?? 0) + shape * ring(pitch, time);
  }
}

function ring(pitch: number, time: number): number {
  return partials.reduce((sum, { multiple, loudness, fading }) => {
    return sum + loudness * Math.exp(-time / fading) * Math.sin(2 * Math.PI * pitch * multiple * time);
  }, 0);
}
