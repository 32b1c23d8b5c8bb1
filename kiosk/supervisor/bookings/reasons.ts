/** Why a line of the list is refused, in words of the reader: the hub says it in English, by column. */
import type { Failure, FailureCode } from '../../../display/lib/api.ts';
import { dictionaryOf, textsIn } from '../../../display/lib/i18n.ts';
import type { ImportTexts } from '../../../display/lib/languages/import/id.ts';
import { type Locale, sentenceOf, touchTexts } from '../../../display/lib/touch.ts';
import type { ImportLineAnswer } from '../../../server/contract/http-bookings.ts';

const dictionaries = dictionaryOf(
  import.meta.glob<ImportTexts>('../../../display/lib/languages/import/*.ts', {
    eager: true,
    import: 'texts',
  }),
);

export const importTexts = (language: string): ImportTexts => textsIn(dictionaries, language);

export const columnIn = (texts: ImportTexts, column: string | undefined): string =>
  column === undefined ? '' : (texts.columns[column] ?? column);

export function reasonOf(line: ImportLineAnswer, texts: ImportTexts, locale: Locale): string {
  const { code, column = '', message = '', nextDay } = line;
  if (code !== undefined && code !== 'malformed')
    return sentenceOf(
      touchTexts(locale.language),
      { code: code as FailureCode, ...(nextDay ? { nextDay } : {}) },
      locale,
    );
  return ofGroup(message, texts) ?? ofCell(message, column, texts);
}

/** What one line says of another. */
function ofGroup(message: string, texts: ImportTexts): string | null {
  const [, other = ''] = /in line (\d+)/.exec(message) ?? [];
  if (/^expected a number that stands once/.test(message)) return texts.repeated(other);
  if (/^expected a group without mistakes/.test(message)) return texts.brokenGroup(other);
  return /^expected the \w+ of the group/.test(message) ? texts.disagrees(other) : null;
}

function ofCell(message: string, column: string, texts: ImportTexts): string {
  const expected = texts.expected[column];
  const [, seen] = /, found (.+)$/s.exec(message) ?? [];
  if (expected === undefined) return message;
  return seen === undefined
    ? `${expected}.`
    : `${expected} (${texts.found(seen === 'nothing' ? texts.empty : seen)}).`;
}

/** Why the file as a whole cannot be used. */
export function fileTrouble(failure: Failure, texts: ImportTexts, locale: Locale): string {
  const message = failure.fields?.[0]?.message ?? '';
  if (failure.code === 'too-large' || /at most 8 MB/.test(message)) return texts.tooLarge;
  if (/found a workbook/.test(message)) return texts.notCsv;
  if (/found an empty file/.test(message)) return texts.nothing;
  const [, line] = /^expected rows of a list, found one (?:from|in) line (\d+)/.exec(message) ?? [];
  if (line !== undefined) return texts.notAList(line);
  const [wanted = ''] = /^expected a column for .+(?=, found the columns)/s.exec(message) ?? [];
  const missing = [...wanted.matchAll(/for (\w+) \(/g)].flatMap(([, column]) => column ?? []);
  if (missing.length > 0) return texts.noColumns(missing.map((column) => columnIn(texts, column)).join(', '));
  if (message !== '') return message;
  return sentenceOf(touchTexts(locale.language), failure, locale);
}
