/** The hourglass is honest: so much of the time is left, so much of the sand is above, as volumes. */
import { expect, test } from 'vitest';
import { glass, heapAt, radiusAt, sandAt } from '../../display/counter/glass.ts';
import { nearnessOf, saidOf, secondsOf, spanIn } from '../../display/counter/remaining.ts';

/** Slices of the glass, thinner than the drawing's own and by another rule. */
const slices = 2000;
function above(edge: number, dip: number): number {
  let volume = 0;
  for (let index = 0; index < slices; index += 1) {
    const height = ((index + 0.5) / slices) * edge;
    const outer = radiusAt(height);
    // The hollow is a cone upside down that opens to the whole radius at the edge.
    const hollow = Math.max(0, (radiusAt(edge) * (height - edge + dip)) / dip);
    volume += Math.PI * (outer ** 2 - Math.min(outer, hollow) ** 2) * (edge / slices);
  }
  return volume;
}
function below(sand: ReturnType<typeof sandAt>): number {
  let volume = 0;
  for (let index = 0; index < slices; index += 1) {
    const height = ((index + 0.5) / slices) * sand.peak;
    // Sand is where the heap is at least as high, and inside the glass.
    let reach = 0;
    while (reach < glass.radius && heapAt(sand, reach) > height) reach += 0.05;
    const wall = radiusAt(glass.half - height);
    volume += Math.PI * Math.min(reach, wall) ** 2 * (sand.peak / slices);
  }
  return volume;
}

const whole = above(sandAt(1).edge, sandAt(1).dip);

test.each([0.9, 0.75, 0.5, 0.25, 0.1])(
  '%f of the time left is that much of the sand above, the rest below',
  (left) => {
    const sand = sandAt(left);
    expect(above(sand.edge, sand.dip) / whole).toBeCloseTo(left, 2);
    expect(below(sand) / whole).toBeCloseTo(1 - left, 2);
  },
);

test('nothing lies below at the beginning, and nothing is left above at the end', () => {
  expect(sandAt(1)).toMatchObject({ edge: 53, peak: 0, reach: 0 });
  expect(sandAt(0)).toMatchObject({ edge: 0, dip: 0 });
  // All of it stays below the place where the glass narrows, and far from the neck.
  expect(sandAt(0).peak).toBeLessThan(42);
  expect(heapAt(sandAt(0), glass.radius)).toBeLessThan(28);
});

test('time before the beginning and after the end is as at it', () => {
  expect(sandAt(1.4)).toEqual(sandAt(1));
  expect(sandAt(-0.2)).toEqual(sandAt(0));
});

test('the number: minutes and seconds, then seconds alone, each as long as it runs', () => {
  expect([65_000, 64_001, 30_000, 10_000, 9_001, 1, 0, -500].map((left) => saidOf(secondsOf(left)))).toEqual([
    '1:05',
    '1:05',
    '0:30',
    '10',
    '10',
    '1',
    '0:00',
    '0:00',
  ]);
  expect([31, 30, 11, 10, 1, 0].map(nearnessOf)).toEqual(['calm', 'near', 'near', 'last', 'last', 'over']);
});

test('a promised span is told in the reader’s language', () => {
  expect([spanIn(120_000, 'id'), spanIn(120_000, 'en'), spanIn(90_000, 'id')]).toEqual([
    '2 menit',
    '2 minutes',
    '90 detik',
  ]);
});
