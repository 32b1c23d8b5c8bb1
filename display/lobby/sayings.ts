/** How notices are said on a board: what is short in two languages at once, what is long in one after the other. */
import type { Name } from '../../server/contract/values.ts';
import { nameIn } from '../lib/i18n.ts';

export interface Line {
  readonly language: string;
  readonly text: string;
}

/** Each entry has its turn. @param inLine letters that stand in one line */
export function sayingsOf(notices: readonly Name[], languages: readonly string[], inLine: number): Line[][] {
  return notices.flatMap((notice) => {
    const lines = languages
      .map((language) => ({ language, text: nameIn(notice, language) }))
      .filter(({ text }, index, all) => all.findIndex((line) => line.text === text) === index);
    return lines.some(({ text }) => text.length > inLine) ? lines.map((line) => [line]) : [lines];
  });
}
