/** Another number of samples a second: each new sample is a windowed sinc over the old ones around it. */

/** Zero crossings of the sinc on each side: enough that what is folded back lies 70 dB below a voice. */
const crossings = 16;

/** Turning down also cuts off what the lower rate cannot hold, or it would come back as a whistle. */
export function resample(values: Float32Array, from: number, to: number): Float32Array {
  if (from === to) return values;
  // A little below the limit, so that the filter's slope ends there.
  const cut = Math.min(1, to / from) * 0.95;
  const reach = crossings / cut;
  const result = new Float32Array(Math.floor((values.length * to) / from));
  for (let index = 0; index < result.length; index += 1) {
    const centre = (index * from) / to;
    const first = Math.max(0, Math.ceil(centre - reach));
    const last = Math.min(values.length - 1, Math.floor(centre + reach));
    let sum = 0;
    for (let at = first; at <= last; at += 1) {
      sum += (values[at] ?? 0) * sinc((at - centre) * cut) * window((at - centre) / reach);
    }
    // The weights' sum is 1 / cut.
    result[index] = sum * cut;
  }
  return result;
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
}

/** Blackman's window over -1 … 1. */
function window(x: number): number {
  return 0.42 + 0.5 * Math.cos(Math.PI * x) + 0.08 * Math.cos(2 * Math.PI * x);
}
