/** A report as a file for people: a table, a page to sign, or a text to paste. */
import type { Report } from '../../contract/report.ts';
import { reportPage } from './page/report-page.ts';
import { reportTable } from './table.ts';
import { reportText } from './text.ts';
import { type PaperLanguage, wordsIn } from './words.ts';

export interface PaperWanted {
  readonly as: 'csv' | 'pdf' | 'text';
  readonly language: PaperLanguage;
}

export async function writePaper(report: Report, { as, language }: PaperWanted): Promise<Uint8Array> {
  const words = wordsIn[language];
  switch (as) {
    case 'csv':
      return new TextEncoder().encode(reportTable(report, words));
    case 'text':
      return new TextEncoder().encode(`${reportText(report, words)}\n`);
    case 'pdf':
      return reportPage(report, words);
  }
}
