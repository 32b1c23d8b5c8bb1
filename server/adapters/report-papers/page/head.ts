/** The head of the page: whose figures of when they are, and the eight that matter with what changed. */
import type { Report } from '../../../contract/report.ts';
import { amount, changeOf, momentWritten, number, rangeWritten } from '../amounts.ts';
import { isOneDay, type Told, totalIn } from '../reading.ts';
import type { PaperWords } from '../words.ts';
import { ink, inside, paper, rule, type Sheet, write } from './sheet.ts';

const large = [
  'issued',
  'served',
  'waitMedian',
  'waitP90',
  'promiseShare',
  'stayMedian',
  'noShow',
  'incomplete',
];
const inRow = 4;
const [tileHeight, gap] = [50, 6];

export const titleOf = (report: Report, { report: title }: PaperWords): string =>
  isOneDay(report) ? title.day : title.days;

export function drawHead(sheet: Sheet, report: Report, words: PaperWords): void {
  const { left: x, top } = paper;
  write(sheet, report.office.name, { x, y: top, width: inside * 0.6 }, { size: 16, bold: true });
  const right = { x: x + inside * 0.6, width: inside * 0.4 };
  const title = titleOf(report, words);
  write(sheet, title, { ...right, y: top + 4 }, { size: 11, color: ink.soft, align: 'right' });
  write(sheet, dates(report, words), { x, y: top + 21, width: inside }, { size: 12 });
  const notes = notesOf(report, words);
  for (const [index, note] of notes.entries())
    write(sheet, note, { x, y: top + 38 + index * 10, width: inside }, { size: 7.5, color: ink.soft });
  sheet.y = top + 38 + notes.length * 10 + 4;
  rule(sheet, sheet.y, x, paper.right, ink.soft);
  sheet.y += 8;
}

function dates({ range }: Report, words: PaperWords): string {
  const days = words.daysWith(number(range.days, words.locale));
  return range.from === range.to ? rangeWritten(range, words) : `${rangeWritten(range, words)} (${days})`;
}

function notesOf(report: Report, words: PaperWords): string[] {
  const { before, yearBefore } = report;
  const against = [
    ...(before.days > 0 ? [rangeWritten(before, words)] : []),
    ...(yearBefore.days > 0 ? [words.yearBefore(rangeWritten(yearBefore, words))] : []),
  ].join(` ${words.and} `);
  return [
    words.madeAt(momentWritten(report, words)),
    against === '' ? words.noBefore : words.against(against),
    ...(report.rehearsal ? [words.rehearsalWhy] : []),
    ...(report.outside ? [words.outsideWhy] : []),
  ];
}

/** Figures that the report does not have leave no gap. */
export function drawLarge(sheet: Sheet, report: Report, words: PaperWords): void {
  const told = large.flatMap((id) => {
    const total = totalIn(report, id);
    return total ? [{ name: words.alone[id] ?? words.columns[id] ?? id, ...total }] : [];
  });
  const width = (inside - gap * (inRow - 1)) / inRow;
  for (const [index, tile] of told.entries()) {
    const x = paper.left + (index % inRow) * (width + gap);
    const y = sheet.y + Math.floor(index / inRow) * (tileHeight + gap);
    drawTile(sheet, tile, report, { x, y, width }, words);
  }
  sheet.y += Math.ceil(told.length / inRow) * (tileHeight + gap) + 2;
}

function drawTile(
  sheet: Sheet,
  { name, figure, unit }: Told & { readonly name: string },
  { before, yearBefore }: Report,
  { x, y, width }: { x: number; y: number; width: number },
  words: PaperWords,
): void {
  sheet.doc.rect(x, y, width, tileHeight).fillOpacity(0.75).fill(ink.field).fillOpacity(1);
  const text = { x: x + 7, width: width - 14 };
  write(sheet, name, { ...text, y: y + 4.5 }, { size: 7.5, color: ink.soft });
  write(sheet, amount(figure.now, unit, words), { ...text, y: y + 13 }, { size: 15, bold: true });
  const changes = [
    [before.days > 0 && changeOf(figure, 'before', unit, words), words.thanBefore],
    [yearBefore.days > 0 && changeOf(figure, 'yearBefore', unit, words), words.thanYearBefore],
  ] as const;
  for (const [index, [change, than]] of changes.entries()) {
    if (!change) continue;
    const said = `${{ up: '+', down: '-', same: '' }[change.way]}${change.by} ${than}`;
    write(sheet, said, { ...text, y: y + 31 + index * 8.5 }, { size: 7, color: ink.soft });
  }
}
