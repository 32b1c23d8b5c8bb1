/** The end of the page: who signs, and on every sheet what it is a part of. */
import type { Report } from '../../../contract/report.ts';
import { rangeWritten } from '../amounts.ts';
import type { PaperWords } from '../words.ts';
import { fits, ink, inside, paper, rule, type Sheet, turn, write } from './sheet.ts';

/** Points that the signatures need. */
export const signaturesHeight = 96;
const width = 200;

/** At the lower edge of the first sheet; further ones end with them. */
export function drawSignatures(sheet: Sheet, { sign }: PaperWords): void {
  if (!fits(sheet, signaturesHeight)) turn(sheet);
  const isFirst = sheet.doc.bufferedPageRange().count === 1;
  const top = isFirst ? paper.bottom - signaturesHeight : sheet.y;
  const right = paper.right - width;
  write(sheet, sign.place, { x: right, y: top, width }, { size: 9 });
  write(sheet, sign.seen, { x: paper.left, y: top + 12, width }, { size: 9 });
  write(sheet, sign.head, { x: paper.left, y: top + 24, width }, { size: 9, bold: true });
  write(sheet, sign.officer, { x: right, y: top + 24, width }, { size: 9, bold: true });
  for (const x of [paper.left, right])
    for (const [index, label] of [sign.name, sign.nip].entries()) {
      const y = top + 66 + index * 16;
      write(sheet, label, { x, y, width: 34 }, { size: 8, color: ink.soft });
      rule(sheet, y + 10, x + 34, x + width, ink.soft);
    }
}

export function drawFeet({ doc }: Sheet, report: Report, words: PaperWords): void {
  const { start, count } = doc.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    doc.switchToPage(page);
    const sheet = { doc, y: 0 };
    const place = { x: paper.left, y: paper.bottom + 11, width: inside };
    const look = { size: 7, color: ink.soft };
    write(sheet, `${report.office.name} · ${rangeWritten(report.range, words)}`, place, look);
    write(sheet, words.page(page - start + 1, count), place, { ...look, align: 'right' });
  }
}
