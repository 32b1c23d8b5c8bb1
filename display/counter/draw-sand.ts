/** Draws the sand of the hourglass: what is left above, the stream, and the heap below. */
import { glass, heapAt, radiusAt, type Sand } from './glass.ts';

/** Of the whole drawing, in its own units. */
export const drawing = { width: 100, height: 164, middle: 50, neck: 82 } as const;

/** The stream has a canvas of its own: it is drawn again and again, the rest only when it has sunk by half a pixel. */
export const stream = { left: 39, width: 22 } as const;

export interface Brush {
  readonly context: CanvasRenderingContext2D;
  /** Pixels of the canvas for one unit of the drawing. */
  readonly scale: number;
  readonly colour: string;
  readonly grain: CanvasPattern | null;
}

type Point = readonly [x: number, y: number];

function begin({ context, scale }: Brush, left: number): void {
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, context.canvas.width, context.canvas.height);
  context.setTransform(scale, 0, 0, scale, -left * scale, 0);
}

export function drawSand(brush: Brush, sand: Sand): void {
  begin(brush, 0);
  if (sand.edge > 0) pour(brush, above(sand));
  if (sand.peak > 0) pour(brush, below(sand));
}

/** So much that one would see it: half a pixel, or the very last of it. */
export const hasSunk = (from: Sand, to: Sand, scale: number): boolean =>
  Math.abs(from.edge - to.edge) * scale > 0.5 ||
  Math.abs(from.peak - to.peak) * scale > 0.5 ||
  from.edge > 0 !== to.edge > 0 ||
  from.peak > 0 !== to.peak > 0;

/** `seconds` of the hub's clock: the same grains fall on every screen. Null: nothing moves. */
export function drawStream(brush: Brush, sand: Sand, seconds: number | null): void {
  begin(brush, stream.left);
  if (sand.edge > 0 && sand.peak > 0) fall(brush, sand, seconds);
}

const outline = (from: number, to: number, side: 1 | -1, up: 1 | -1): Point[] =>
  Array.from({ length: 41 }, (_, index): Point => {
    const distance = from + ((to - from) * index) / 40;
    return [drawing.middle + side * radiusAt(distance), drawing.neck + up * distance];
  });

/** From the neck up one side, over the hollow, and down the other. */
const above = ({ edge, dip }: Sand): Point[] => [
  ...outline(0, edge, 1, -1),
  [drawing.middle + radiusAt(edge) * 0.3, drawing.neck - edge + dip * 0.72],
  [drawing.middle, drawing.neck - edge + dip],
  [drawing.middle - radiusAt(edge) * 0.3, drawing.neck - edge + dip * 0.72],
  ...outline(edge, 0, -1, -1),
];

const bottom = drawing.neck + glass.half;

/** From the middle of the plate out to where the slope meets the glass, and over the peak to the other side. */
function below(sand: Sand): Point[] {
  const meets = glass.half - Math.max(0, heapAt(sand, sand.reach));
  return [
    [drawing.middle, bottom],
    ...outline(glass.half, meets, 1, 1),
    [drawing.middle + Math.min(2, sand.reach), bottom - heapAt(sand, Math.min(2, sand.reach))],
    [drawing.middle - Math.min(2, sand.reach), bottom - heapAt(sand, Math.min(2, sand.reach))],
    ...outline(meets, glass.half, -1, 1),
  ];
}

/** In its colour, with grains, and darker towards the glass, as it is round. */
function pour({ context, colour, grain }: Brush, points: readonly Point[]): void {
  context.beginPath();
  for (const [x, y] of points) context.lineTo(x, y);
  context.closePath();
  context.fillStyle = colour;
  context.fill();
  if (grain) {
    context.fillStyle = grain;
    context.fill();
  }
  const shade = context.createLinearGradient(
    drawing.middle - glass.radius,
    0,
    drawing.middle + glass.radius,
    0,
  );
  shade.addColorStop(0, 'rgb(0 0 0 / 42%)');
  shade.addColorStop(0.3, 'rgb(0 0 0 / 0%)');
  shade.addColorStop(0.62, 'rgb(0 0 0 / 4%)');
  shade.addColorStop(1, 'rgb(0 0 0 / 55%)');
  context.fillStyle = shade;
  context.fill();
}

const grains = 34;
/** Units a second at the neck, and how much faster each second: what falls, falls faster. */
const speed = 34;
const gravity = 150;

/** A thread of sand, and single grains in it that fall faster the deeper they are. */
function fall({ context, colour }: Brush, { peak }: Sand, seconds: number | null): void {
  const end = bottom - peak + 0.5;
  context.fillStyle = colour;
  context.globalAlpha = seconds === null ? 1 : 0.5;
  context.fillRect(drawing.middle - 0.55, drawing.neck - 2, 1.1, end - drawing.neck + 2);
  context.globalAlpha = 1;
  if (seconds === null) return;
  const depth = end - drawing.neck;
  const takes = (Math.sqrt(speed ** 2 + 2 * gravity * depth) - speed) / gravity;
  for (let index = 0; index < grains; index += 1) {
    const age = ((seconds / takes + index / grains) % 1) * takes;
    const y = drawing.neck + speed * age + (gravity * age ** 2) / 2;
    const spread = (((index * 7919) % 101) / 101 - 0.5) * (0.8 + 1.8 * (y - drawing.neck) * 0.02);
    context.fillRect(drawing.middle + spread - 0.42, y, 0.85, 1.5);
  }
  splash(context, end, seconds);
}

/** A few grains that roll down from the peak. */
function splash(context: CanvasRenderingContext2D, top: number, seconds: number): void {
  for (let index = 0; index < 10; index += 1) {
    const age = (seconds * 1.4 + index / 10) % 1;
    const side = index % 2 === 0 ? 1 : -1;
    const x = side * (0.6 + age * (3 + (index % 5)));
    const y = top + Math.abs(x) * 0.5 - 3.4 * age * (1 - age) - 0.6;
    context.globalAlpha = 1 - age;
    context.fillRect(drawing.middle + x, y, 0.8, 0.8);
  }
  context.globalAlpha = 1;
}

/** Light and dark specks, the same on every screen. */
export function grainOf(context: CanvasRenderingContext2D, scale: number): CanvasPattern | null {
  const size = 96;
  const tile = document.createElement('canvas');
  tile.width = size;
  tile.height = size;
  const specks = tile.getContext('2d');
  if (!specks) return null;
  let seed = 7;
  const next = () => {
    seed = (seed * 16807) % 2147483647;
    return seed / 2147483647;
  };
  for (let index = 0; index < 900; index += 1) {
    specks.fillStyle = next() < 0.5 ? 'rgb(255 255 255 / 20%)' : 'rgb(0 0 0 / 18%)';
    specks.fillRect(next() * size, next() * size, 1.6, 1.6);
  }
  const pattern = context.createPattern(tile, 'repeat');
  pattern?.setTransform(new DOMMatrix().scale(1.4 / scale));
  return pattern;
}
