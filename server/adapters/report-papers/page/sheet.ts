/** The sheet that a page is drawn on: A4, where the pen is, and texts that stay within their width. */
import PDFDocument from 'pdfkit';
import type { Report } from '../../../contract/report.ts';
import type { PaperWords } from '../words.ts';
import { letters } from './letters.ts';

export interface Sheet {
  readonly doc: PDFKit.PDFDocument;
  /** Points from the upper edge: where the next thing is drawn. */
  y: number;
}

export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

interface Look {
  readonly size: number;
  readonly bold?: boolean;
  readonly color?: string;
  readonly align?: 'left' | 'right' | 'center';
}

/** Points; 72 to the inch. The foot is below `bottom`. */
export const paper = {
  width: 595.28,
  height: 841.89,
  left: 42,
  right: 553.28,
  top: 34,
  bottom: 806,
} as const;
export const inside = paper.right - paper.left;
export const ink = {
  text: '#16202a',
  soft: '#5b6770',
  rule: '#c3cad0',
  field: '#eef1f4',
  bar: '#1f5f8b',
  pale: '#a9c6da',
};
const fonts = { plain: 'Helvetica', bold: 'Helvetica-Bold' };

export function openSheet(report: Report, title: string, words: PaperWords): Sheet {
  const at = new Date(report.at);
  const doc = new PDFDocument({
    ...{
      size: 'A4',
      margin: 0,
      bufferPages: true,
      autoFirstPage: false,
      lang: words.language,
      displayTitle: true,
    },
    info: {
      Title: letters(title),
      Author: letters(report.office.name),
      Creator: 'Loket',
      CreationDate: at,
      ModDate: at,
    },
  });
  doc.on('pageAdded', () => {
    if (report.rehearsal) stamp(doc, words.rehearsal);
  });
  const sheet = { doc, y: 0 };
  turn(sheet);
  return sheet;
}

export function turn(sheet: Sheet): void {
  sheet.doc.addPage();
  sheet.y = paper.top;
}

/** Whether so much still fits above the foot. */
export const fits = ({ y }: Sheet, height: number): boolean => y + height <= paper.bottom;

export function widthOf({ doc }: Sheet, text: string, size: number): number {
  doc.font(fonts.plain).fontSize(size);
  return doc.widthOfString(letters(text));
}

/** One line, cut where it would leave its place. */
export function write({ doc }: Sheet, text: string, { x, y, width }: Place, look: Look): void {
  const { size, bold = false, color = ink.text, align = 'left' } = look;
  doc.font(bold ? fonts.bold : fonts.plain).fontSize(size);
  const shown = cut(doc, letters(text), width);
  const free = width - doc.widthOfString(shown);
  const from = x + (align === 'left' ? 0 : align === 'right' ? free : free / 2);
  doc.fillColor(color).text(shown, from, y, { lineBreak: false });
}

function cut(doc: PDFKit.PDFDocument, text: string, width: number): string {
  if (doc.widthOfString(text) <= width) return text;
  let short = text;
  while (short !== '' && doc.widthOfString(`${short}…`) > width) short = short.slice(0, -1);
  return `${short.trimEnd()}…`;
}

export function rule({ doc }: Sheet, y: number, from: number, to: number, color: string = ink.rule): void {
  doc.moveTo(from, y).lineTo(to, y).lineWidth(0.6).strokeColor(color).stroke();
}

/** Behind everything, from corner to corner: no page of a rehearsal is taken for a real one. */
function stamp(doc: PDFKit.PDFDocument, word: string): void {
  const [x, y] = [paper.width / 2, paper.height / 2];
  doc
    .save()
    .rotate(-55, { origin: [x, y] })
    .font(fonts.bold)
    .fontSize(118)
    .fillColor('#e3e6e9');
  doc.text(word, x - doc.widthOfString(word) / 2, y - 55, { lineBreak: false });
  doc.restore();
}

/** Closes the file. */
export function bytesOf({ doc }: Sheet): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const parts: Uint8Array[] = [];
    doc.on('data', (part: Uint8Array) => parts.push(part));
    doc.once('error', reject);
    doc.once('end', () => resolve(Buffer.concat(parts)));
    doc.end();
  });
}
