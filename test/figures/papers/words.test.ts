/** One thing has one word: the papers call figures as the page of figures does. */
import { expect, test } from 'vitest';
import { texts as en } from '../../../display/lib/languages/figure-names/en.ts';
import { texts as id } from '../../../display/lib/languages/figure-names/id.ts';
import { wordsIn } from '../../../server/adapters/report-papers/words.ts';
import { example } from './example.ts';

const pages = { id, en };

test.each(['id', 'en'] as const)('sections, columns and keys are called as on the page: %s', (language) => {
  const [words, page] = [wordsIn[language], pages[language]];
  expect(words.columns).toMatchObject(page.columns);
  expect(words.sections).toMatchObject(page.sections);
  expect(words.keys).toMatchObject(page.words);
  expect(words.nobody).toMatchObject(page.nobody);
});

test.each(['id', 'en'] as const)('every section and column of a report has a word: %s', (language) => {
  const { sections, columns } = wordsIn[language];
  expect(example.sections.filter(({ id: name }) => !(name in sections))).toEqual([]);
  const ids = new Set(example.sections.flatMap((one) => one.columns.map(({ id: name }) => name)));
  expect([...ids].filter((name) => !(name in columns))).toEqual([]);
});
