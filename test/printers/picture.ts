/** A printed paper as a picture, dot for dot as large as the printer makes it: 12 × 24 dots a letter, 9 × 17 a small one. */
import { create } from 'qrcode';
import type { Decoded, Item, Run } from './decode.ts';

const dots = { A: [12, 24], B: [9, 17] } as const;
const lead = 6;
const edge = 24;

export function svgOf({ items }: Decoded, columns: 32 | 42 | 48): string {
  const width = columns * 12;
  let y = edge;
  const parts: string[] = [];
  for (const item of items) {
    const drawn = draw(item, y, width);
    parts.push(drawn.svg);
    y += drawn.height;
  }
  const [wide, high] = [width + 2 * edge, y + edge];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${high}" viewBox="${-edge} 0 ${wide} ${high}"><rect x="${-edge}" width="${wide}" height="${high}" fill="#f7f5ee"/><g font-family="DejaVu Sans Mono, monospace" fill="#222">${parts.join('')}</g></svg>`;
}

function draw(item: Item, y: number, width: number): { svg: string; height: number } {
  if (item.kind === 'cut')
    return { svg: `<path d="M0 ${y}h${width}" stroke="#999" stroke-dasharray="6 6"/>`, height: 4 };
  if (item.kind === 'qr') return drawQr(item, y, width);
  const height = Math.max(24, ...item.runs.map((run) => dots[run.font][1] * run.height));
  let x = 0;
  const svg = item.runs.map((run) => {
    const drawn = drawRun(run, x, y + height);
    x += run.text.length * dots[run.font][0] * run.width;
    return drawn;
  });
  return { svg: svg.join(''), height: height + lead };
}

function drawRun(run: Run, x: number, bottom: number): string {
  const [wide, high] = dots[run.font];
  const letter = (text: string, at: number): string =>
    `<text transform="translate(${x + at * wide * run.width} ${bottom - high * run.height * 0.2}) scale(${run.width} ${run.height})" font-size="${high * 0.8}" textLength="${wide * 0.9}" lengthAdjust="spacingAndGlyphs" font-weight="${run.bold ? 700 : 400}"${run.inverse ? ' fill="#f7f5ee"' : ''}>${text.replace('&', '&amp;').replace('<', '&lt;')}</text>`;
  const back = run.inverse
    ? `<rect x="${x}" y="${bottom - high * run.height}" width="${run.text.length * wide * run.width}" height="${high * run.height + 2}"/>`
    : '';
  return back + [...run.text].map((text, at) => (text === ' ' ? '' : letter(text, at))).join('');
}

function drawQr(item: Extract<Item, { kind: 'qr' }>, y: number, width: number) {
  const { modules } = create(item.text, { errorCorrectionLevel: 'M' });
  const side = modules.size * item.size;
  const left = item.align === 'center' ? (width - side) / 2 : 0;
  const squares = Array.from(modules.data, (dark, at) =>
    dark
      ? `M${left + (at % modules.size) * item.size} ${y + Math.floor(at / modules.size) * item.size}h${item.size}v${item.size}h-${item.size}z`
      : '',
  );
  return { svg: `<path d="${squares.join('')}"/>`, height: side };
}
