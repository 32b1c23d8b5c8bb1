/** What is done to a clip's samples: silence cut away, its loudness set, its edges faded. */
import { rate, type Sound, samplesOf, toSample } from './wav/format.ts';

const full = 32_767;
/** Loudness is measured over frames of 10 ms. */
const frame = samplesOf(10);

/** Long enough that no edge clicks, short enough that no consonant is lost. */
const fadeIn = samplesOf(3);
const fadeOut = samplesOf(8);

/** From nothing to full and back to nothing at the ends, without a corner on the way. */
export function faded(sound: Sound): Sound {
  const result = sound.slice();
  const half = Math.floor(sound.length / 2);
  ramp(result, Math.min(fadeIn, half), (index) => index);
  ramp(result, Math.min(fadeOut, half), (index) => result.length - 1 - index);
  return result;
}

function ramp(sound: Sound, length: number, place: (index: number) => number): void {
  for (let index = 0; index < length; index += 1) {
    const at = place(index);
    sound[at] = Math.round((sound[at] ?? 0) * Math.sin((Math.PI / 2) * (index / length)) ** 2);
  }
}

/** How loud each 10 ms is, from 0 to 1. */
function framesOf(sound: Sound): number[] {
  return Array.from({ length: Math.ceil(sound.length / frame) }, (_, index) =>
    meanOf(sound.subarray(index * frame, (index + 1) * frame)),
  );
}

/** The root of the mean square, from 0 to 1. */
function meanOf(samples: Sound): number {
  let squares = 0;
  for (const sample of samples) squares += sample * sample;
  return samples.length === 0 ? 0 : Math.sqrt(squares / samples.length) / full;
}

/** The loudest sample, from 0 to 1. */
export function peakOf(sound: Sound): number {
  let peak = 0;
  for (const sample of sound) peak = Math.max(peak, Math.abs(sample));
  return peak / full;
}

/** As loud as it is heard: only what lies within 20 dB of its loudest moment counts, pauses do not. */
export function loudnessOf(sound: Sound): number {
  const frames = framesOf(sound);
  const loudest = Math.max(0, ...frames);
  const heard = frames.filter((value) => value > loudest / 10);
  return Math.sqrt(heard.reduce((sum, value) => sum + value * value, 0) / Math.max(1, heard.length));
}

/** -20 dB below full: a calm voice whose peaks still fit. */
const wanted = 0.11;
/** 1 dB below full: players that make something else of the samples go a little beyond them. */
const highest = 0.89;

/** As loud as all other clips, and nowhere beyond what fits. */
export function levelled(sound: Sound): Sound {
  const gain = Math.min(wanted / Math.max(loudnessOf(sound), 1e-6), highest / Math.max(peakOf(sound), 1e-6));
  return sound.map((sample) => toSample((sample * gain) / full));
}

/** The samples between which somebody speaks; null: nobody does. `before` and `after` are left standing, in ms. */
export function trimmed(sound: Sound, before: number, after: number): Sound | null {
  const frames = framesOf(sound);
  const loudest = Math.max(0, ...frames);
  const threshold = Math.max(noiseOf(frames) * 3, loudest / 200);
  const first = frames.findIndex((value) => value > threshold);
  const last = frames.findLastIndex((value) => value > threshold);
  if (first < 0 || loudest < 0.003) return null;
  const from = Math.max(0, first * frame - samplesOf(before));
  return sound.slice(from, Math.min(sound.length, (last + 1) * frame + samplesOf(after)));
}

/** What a room sounds like when nobody speaks: the quiet tenth of it, as far as it is quiet at all. */
function noiseOf(frames: readonly number[]): number {
  const sorted = frames.toSorted((one, other) => one - other);
  return Math.min(sorted[Math.floor(sorted.length / 10)] ?? 0, (sorted.at(-1) ?? 0) / 30);
}

/** The parts that lie between silences of at least `gap` milliseconds. */
export function partsBetweenSilence(sound: Sound, gap: number): Sound[] {
  const quiet = full / 250;
  const parts: Sound[] = [];
  let from = -1;
  let last = -1;
  for (const [at, sample] of sound.entries()) {
    if (Math.abs(sample) <= quiet) continue;
    if (from >= 0 && at - last > samplesOf(gap)) parts.push(sound.slice(from, last + 1));
    if (from < 0 || at - last > samplesOf(gap)) from = at;
    last = at;
  }
  return from < 0 ? parts : [...parts, sound.slice(from, last + 1)];
}

/** Seconds. */
export function secondsOf(sound: Sound): number {
  return sound.length / rate;
}
