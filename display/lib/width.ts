/** How wide a number is, so that it can be set as large as its place allows, whatever its letters. */

const family = "'Atkinson Hyperlegible Next Variable'";
const size = 100;
let pen: CanvasRenderingContext2D | null | undefined;

/** Width in ems of the page's typeface at a weight; never less than that of a usual number. */
export function emsOf(text: string, weight: number): number {
  pen ??= document.createElement('canvas').getContext('2d');
  if (!pen) return text.length * 0.6;
  pen.font = `${weight} ${size}px ${family}`;
  const width = (part: string) => (pen?.measureText(part).width ?? 0) / size;
  return Math.max(width(text), width('A-000'));
}

/** Widths measured before the typeface is there are those of another one. */
export const typefaceReady: Promise<unknown> = document.fonts.load(`700 16px ${family}`);
