/** From blocks to the bytes of an ESC/POS printer. All words pass through `printable` here, and nowhere else. */
import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder';
import type { Block } from './blocks.ts';
import { linesOf, printable } from './letters.ts';

export type Columns = 32 | 42 | 48;
type Encoder = ReceiptPrinterEncoder;

/** Lines fed before the cut, so that the knife (or the edge to tear at) is below the last line. */
const feedBeforeCut = 4;
/** A text this long would be a poster: a hostile one ends here, also one whose signs become several letters. */
const longest = 400;

export function encode(blocks: readonly Block[], columns: Columns): Uint8Array {
  const encoder = new ReceiptPrinterEncoder({ language: 'esc-pos', columns, feedBeforeCut, newline: '\n' });
  encoder.initialize().codepage('cp437');
  for (const block of blocks) put(encoder, block, columns);
  return encoder.cut('partial').encode();
}

const words = (text: string): string => printable(text.slice(0, longest)).slice(0, longest);

function put(encoder: Encoder, block: Block, columns: number): void {
  switch (block.kind) {
    case 'text':
      putText(encoder, block, columns);
      return;
    case 'row':
      putRow(encoder, block, columns);
      return;
    case 'huge':
      putHuge(encoder, words(block.text), columns);
      return;
    case 'rule':
      encoder.rule();
      return;
    case 'gap':
      encoder.newline();
      return;
    case 'qr':
      putQr(encoder, block.text, columns);
      return;
  }
}

function putText(encoder: Encoder, block: Extract<Block, { kind: 'text' }>, columns: number): void {
  const [width, height] = block.size ?? [1, 1];
  if (block.small) encoder.font('B');
  encoder.align(block.align ?? 'center');
  // White on black reads better with a margin of its own.
  const margin = block.inverse ? 2 : 0;
  // Small letters are 9 dots wide, the others 12.
  const room = block.small ? Math.floor((columns * 4) / 3) : Math.floor(columns / width);
  for (const line of linesOf(words(block.text), room - margin)) {
    encoder
      .size(width, height)
      .bold(block.bold === true)
      .invert(block.inverse === true);
    encoder.line(block.inverse ? ` ${line} ` : line);
    encoder.invert(false).bold(false).size(1, 1);
  }
  encoder.align('left');
  if (block.small) encoder.font('A');
}

/** Values are twice as large and bold: a clock time is read at arm's length, in bad light. */
function putRow(encoder: Encoder, row: Extract<Block, { kind: 'row' }>, columns: number): void {
  const [label, small, value] = [words(row.label), words(row.small), words(row.value)];
  const below = (): void => {
    if (small !== '') putText(encoder, { kind: 'text', text: small, small: true, align: 'left' }, columns);
  };
  if (label.length + 1 + 2 * value.length <= columns) {
    encoder.text(label.padEnd(columns - 2 * value.length));
    putLarge(encoder, value);
    below();
    return;
  }
  for (const line of linesOf(label, columns)) encoder.line(line);
  below();
  for (const line of linesOf(value, Math.floor(columns / 2))) {
    encoder.text(' '.repeat(columns - 2 * line.length));
    putLarge(encoder, line);
  }
}

function putLarge(encoder: Encoder, text: string): void {
  encoder.size(2, 2).bold(true).line(text).bold(false).size(1, 1);
}

function putHuge(encoder: Encoder, text: string, columns: number): void {
  const size = Math.max(1, Math.min(8, Math.floor(columns / Math.max(1, text.length))));
  encoder.align('center');
  for (const line of linesOf(text, Math.floor(columns / size))) {
    encoder.size(size, size).bold(true).line(line).bold(false).size(1, 1);
  }
  encoder.align('left');
}

/** Of a letter's width; and the squares of white that a scanner needs at both sides of a code together. */
const dots = 12;
const edge = 8;
/** ISO/IEC 18004: the bytes that a code of version 1, 2, … holds at level M. */
const holds = [14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331];

/** How many squares wide: a code wider than the paper is not printed at all. */
const squaresOf = (text: string): number => 21 + 4 * holds.findIndex((most) => text.length <= most);

/** A link that is no printable ASCII would be no link. */
function putQr(encoder: Encoder, text: string, columns: number): void {
  if (!/^[!-~]{1,300}$/.test(text)) return;
  const size = Math.min(columns === 32 ? 6 : 7, Math.floor((columns * dots) / (squaresOf(text) + edge)));
  encoder.align('center').qrcode(text, { model: 2, size, errorlevel: 'm' });
  encoder.align('left');
}
