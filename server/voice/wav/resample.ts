/** Another number of samples a second: each new sample is a windowed sinc over the old ones around it. */

/** Zero crossings of the sinc on each side: enough that what is folded back lies 70 dB below a voice. */
const crossings = 16;

/** Turning down also cuts off what the lower rate cannot hold, or it would come back as a whistle. */
export function resample(values: Float32Array, from: number, to: number): Float32Array {
  if (from === to) return values;
  // A little below the limit, so that the filter's slope ends there.
  const cut = Math.min(1, to / from) * 0.95;
  const reach = Math.ceil(crossings / cut);
  // New samples lie in few places between old ones (one of two, one of 147): each place's weights are computed once.
  const kernels = new Map<number, Float32Array>();
  const kernelAt = (place: number) => kernels.get(place) ?? kernelOf(place / to, cut, reach);
  const result = new Float32Array(Math.floor((values.length * to) / from));
  for (let index = 0; index < result.length; index += 1) {
    const place = (index * from) % to;
    const kernel = kernelAt(place);
    kernels.set(place, kernel);
    const first = Math.floor((index * from) / to) - reach;
    let sum = 0;
    for (let tap = 0; tap < kernel.length; tap += 1) sum += (kernel[tap] ?? 0) * (values[first + tap] ?? 0);
    result[index] = sum;
  }
  return result;
}

/** Weights of the old samples from `reach` before to `reach` after; the new one lies by `shift` behind the middle. */
function kernelOf(shift: number, cut: number, reach: number): Float32Array {
  return Float32Array.from({ length: 2 * reach + 1 }, (_, tap) => {
    const distance = tap - reach - shift;
    return Math.abs(distance) > reach ? 0 : cut * sinc(distance * cut) * window(distance / reach);
  });
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
}

/** Blackman's window over -1 … 1. */
function window(x: number): number {
  return 0.42 + 0.5 * Math.cos(Math.PI * x) + 0.08 * Math.cos(2 * Math.PI * x);
}
