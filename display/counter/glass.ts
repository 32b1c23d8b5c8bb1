/** The hourglass as a solid of revolution: where the sand stands above and below, by its volume and not by its height. */

/** Lengths in units of the drawing. A bulb reaches `half` from the neck to its plate. */
export const glass = { half: 70, radius: 38, neck: 1.5, rounding: 12, widens: 42, rounds: 58 } as const;

/** Full, the sand reaches this far above the neck. */
const fullEdge = 53;
/** Sand above sinks in towards the middle by this much of its radius, sand below piles up at this slope. */
const dip = 0.2;
const slope = 0.5;
const steps = 240;

/** Of the glass's inside, at this distance from the neck. */
export function radiusAt(distance: number): number {
  const { half, radius, neck, rounding, widens, rounds } = glass;
  if (distance <= widens) {
    const part = Math.max(0, distance / widens);
    return neck + (radius - neck) * part * part * (3 - 2 * part);
  }
  if (distance <= rounds) return radius;
  const part = Math.min(1, (distance - rounds) / (half - rounds));
  return radius - rounding + rounding * Math.sqrt(1 - part * part);
}

/** How far the glass's bottom stands above its plate at this radius: it is rounded there. */
export function floorAt(radius: number): number {
  const { half, radius: widest, rounding, rounds } = glass;
  const part = Math.min(1, Math.max(0, (radius - widest + rounding) / rounding));
  return (half - rounds) * (1 - Math.sqrt(1 - part * part));
}

/** Midpoint sums are exact enough: a thousandth of a bulb is less than a pixel. */
function sum(upTo: number, of: (at: number) => number): number {
  const width = upTo / steps;
  let total = 0;
  for (let index = 0; index < steps; index += 1) total += of((index + 0.5) * width);
  return total * width;
}

const dipOf = (edge: number): number => Math.min(dip * radiusAt(edge), edge / 2);

function volumeAbove(edge: number): number {
  const cone = (Math.PI * radiusAt(edge) ** 2 * dipOf(edge)) / 3;
  return Math.PI * sum(edge, (distance) => radiusAt(distance) ** 2) - cone;
}

function volumeBelow(peak: number): number {
  const piled = (radius: number) => Math.max(0, peak - radius * slope - floorAt(radius));
  return 2 * Math.PI * sum(glass.radius, (radius) => radius * piled(radius));
}

const whole = volumeAbove(fullEdge);

/** Heights by volume, reckoned once; between two of them in a straight line. */
function tableOf(volume: (height: number) => number, most: number): (share: number) => number {
  const marks = 400;
  const shares = Array.from({ length: marks + 1 }, (_, index) => volume((index / marks) * most) / whole);
  return (share) => {
    const next = shares.findIndex((one) => one >= share);
    if (next <= 0) return next === 0 ? 0 : most;
    const [before = 0, after = 1] = [shares[next - 1], shares[next]];
    return ((next - 1 + (share - before) / (after - before)) / marks) * most;
  };
}

const edgeOf = tableOf(volumeAbove, fullEdge);
const peakOf = tableOf(volumeBelow, glass.half);

export interface Sand {
  /** Above the neck: the height at the glass, and how much lower it is in the middle. */
  readonly edge: number;
  readonly dip: number;
  /** Above the lower plate: the height of the heap's peak, and how far it reaches from the middle. */
  readonly peak: number;
  readonly reach: number;
}

/** `left`: the share of the time that is left, 0 to 1. */
export function sandAt(left: number): Sand {
  const share = Math.min(1, Math.max(0, left));
  const edge = edgeOf(share);
  const peak = peakOf(1 - share);
  return { edge, dip: dipOf(edge), peak, reach: reachOf(peak) };
}

/** Where the heap's slope meets the glass. */
function reachOf(peak: number): number {
  let near = 0;
  let far: number = glass.radius;
  for (let round = 0; round < 24; round += 1) {
    const middle = (near + far) / 2;
    if (peak - middle * slope > floorAt(middle)) near = middle;
    else far = middle;
  }
  return near;
}

/** The heap's height above the lower plate at this radius. */
export const heapAt = ({ peak }: Sand, radius: number): number => peak - radius * slope;
