/** Tables drawn on the sheet: one over the whole width, the small ones in two columns. */
import { number } from '../amounts.ts';
import type { PaperWords } from '../words.ts';
import { fits, ink, inside, paper, rule, type Sheet, turn, widthOf, write } from './sheet.ts';
import type { Table } from './tables.ts';

const [titleHeight, headHeight, rowHeight, below] = [12, 10.5, 10.5, 8];
const gutter = 22;
const half = (inside - gutter) / 2;

/** Points between the texts of two columns. */
const apart = 9;
const [headSize, textSize] = [6.5, 8];

interface Frame {
  readonly x: number;
  readonly width: number;
}

const heightOf = ({ rows, left }: Table): number =>
  titleHeight + headHeight + rowHeight * (rows.length + (left > 0 ? 1 : 0)) + below;

export function drawWide(sheet: Sheet, table: Table, words: PaperWords): void {
  if (!fits(sheet, heightOf(table))) turn(sheet);
  drawTable(sheet, table, { x: paper.left, width: inside }, sheet.y, words);
  sheet.y += heightOf(table);
}

/**
 * Each goes where there is more room; when neither column has room for it, both begin anew on the next sheet.
 * @param below points that what follows needs: the last tables go with it, so that nobody signs an empty sheet
 */
export function drawInColumns(
  sheet: Sheet,
  tables: readonly Table[],
  below: number,
  words: PaperWords,
): void {
  const ends: [number, number] = [sheet.y, sheet.y];
  for (const [index, table] of tables.entries()) {
    const height = heightOf(table);
    const bottom = paper.bottom - (index >= tables.length - 2 ? below : 0);
    if (Math.min(...ends) + height > bottom) {
      turn(sheet);
      ends.fill(sheet.y);
    }
    const side = ends[0] <= ends[1] ? 0 : 1;
    const frame = { x: paper.left + side * (half + gutter), width: half };
    drawTable(sheet, table, frame, ends[side], words);
    ends[side] += height;
  }
  sheet.y = Math.max(...ends);
}

function drawTable(sheet: Sheet, table: Table, { x, width }: Frame, top: number, words: PaperWords): void {
  const { title, heads, rows, left } = table;
  const columns = placesOf(sheet, table, { x, width });
  write(sheet, title, { x, y: top, width }, { size: 9, bold: true });
  const head = top + titleHeight;
  drawCells(sheet, ['', ...heads], columns, head, { size: headSize, color: ink.soft });
  const first = head + headHeight;
  rule(sheet, first - 2, x, x + width, ink.soft);
  for (const [index, row] of rows.entries()) {
    const y = first + index * rowHeight;
    drawCells(sheet, row, columns, y, { size: textSize, color: ink.text });
    rule(sheet, y + rowHeight - 2, x, x + width);
  }
  const y = first + rows.length * rowHeight;
  const more = words.more(number(left, words.locale));
  if (left > 0) write(sheet, more, { x, y, width }, { size: 7, color: ink.soft });
}

/** Figures have the room that the widest of them needs, names have the rest; the last column ends at the edge. */
function placesOf(sheet: Sheet, { heads, rows }: Table, { x, width }: Frame): Frame[] {
  const widths = heads.map((head, index) =>
    Math.max(
      widthOf(sheet, head, headSize),
      ...rows.map((row) => widthOf(sheet, row[index + 1] ?? '', textSize)),
    ),
  );
  // Where there is room, columns are equally wide; long names need it more.
  const names = Math.max(...rows.map(([name = '']) => widthOf(sheet, name, textSize)));
  const room = (width - names) / heads.length - apart - 1;
  const each = width === inside ? Math.min(room, Math.max(...widths)) : 0;
  const places: Frame[] = [];
  let right = x + width;
  for (const wide of widths.reverse()) {
    const column = Math.max(wide, each) + 1;
    places.unshift({ x: right - column, width: column });
    right -= column + apart;
  }
  return [{ x, width: Math.max(0, right - x) }, ...places];
}

function drawCells(
  sheet: Sheet,
  cells: readonly string[],
  places: readonly Frame[],
  y: number,
  look: { readonly size: number; readonly color: string },
): void {
  for (const [index, place] of places.entries())
    write(sheet, cells[index] ?? '', { ...place, y }, { ...look, align: index === 0 ? 'left' : 'right' });
}
