/** What every clip is once it has been read, and whatever is said: one channel, 22,050 samples a second. */

export const rate = 22_050;

/** Samples of 16 bit at `rate`. */
export type Sound = Int16Array;

export function samplesOf(milliseconds: number): number {
  return Math.round((milliseconds * rate) / 1000);
}

export function millisecondsOf(samples: number): number {
  return Math.round((samples * 1000) / rate);
}

/** A float between -1 and 1 as a sample; beyond it is cut off. */
export function toSample(value: number): number {
  return Math.max(-32_768, Math.min(32_767, Math.round(value * 32_767)));
}

export function toSound(values: Float32Array): Sound {
  return Int16Array.from(values, toSample);
}

export function toFloats(sound: Sound): Float32Array {
  return Float32Array.from(sound, (sample) => sample / 32_767);
}
