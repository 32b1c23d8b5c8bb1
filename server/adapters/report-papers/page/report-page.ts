/** A report as a page to sign: A4, one sheet where it fits, with figures, bars, tables and two signatures. */
import type { Report } from '../../../contract/report.ts';
import { oneLine } from '../reading.ts';
import type { PaperWords } from '../words.ts';
import { barsOf, drawChart } from './chart.ts';
import { drawFeet, drawSignatures, signaturesHeight } from './foot.ts';
import { drawHead, drawLarge, titleOf } from './head.ts';
import { bytesOf, openSheet } from './sheet.ts';
import { smallTables, visitsTable } from './tables.ts';
import { drawInColumns, drawWide } from './write-tables.ts';

export function reportPage(report: Report, words: PaperWords): Promise<Uint8Array> {
  const { from, to } = report.range;
  const when = from === to ? from : `${from} – ${to}`;
  const sheet = openSheet(
    report,
    `${titleOf(report, words)}, ${oneLine(report.office.name)}, ${when}`,
    words,
  );
  drawHead(sheet, report, words);
  drawLarge(sheet, report, words);
  drawChart(sheet, barsOf(report, words), words);
  const visits = visitsTable(report, words);
  if (visits) drawWide(sheet, visits, words);
  drawInColumns(sheet, smallTables(report, words), signaturesHeight, words);
  drawSignatures(sheet, words);
  drawFeet(sheet, report, words);
  return bytesOf(sheet);
}
