/** Results of visits outside are typed without the mouse. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { needs } from '../needs.ts';
import { doneOn, openOutside } from './outside-stand.ts';
import { list } from './scenes-offsite.ts';
import { openStands, type Stands } from './stand.ts';

const withChromium = needs('chromium');
let stands: Stands;
beforeAll(async () => {
  stands = await openStands();
});
afterEach(() => stands.clear());
afterAll(() => stands.close());

const typeAlong = async (page: Page, ...words: string[]) => {
  for (const word of words) {
    await page.keyboard.type(word);
    await page.keyboard.press('Enter');
  }
};

withChromium('results are typed without the mouse: times, Enter, and Ctrl+Enter', async () => {
  const stand = await openOutside(stands);
  const { page } = stand;
  await page.getByRole('button', { name: /Isi hasil/ }).click();
  const maria = page.getByRole('group', { name: 'Maria Goretti Lusia' });
  await maria.getByLabel('Mulai').first().focus();
  await typeAlong(page, '0900', '0910', '', '0925');
  await maria.getByRole('combobox', { name: 'Hasil langkah' }).selectOption('passport-24');
  await page
    .getByRole('group', { name: 'Petrus' })
    .getByRole('combobox', { name: 'Hasil', exact: true })
    .selectOption('no-show');
  await page.keyboard.press('Control+Enter');
  await page.getByText('2 hasil dicatat.').waitFor();
  const step = (name: string, from: string, to: string, more = {}) => ({
    ...{ step: name, startedAt: `2026-11-26T${from}:00.000Z`, endedAt: `2026-11-26T${to}:00.000Z` },
    ...more,
  });
  expect(doneOn(stand)).toEqual([
    {
      method: 'POST',
      path: '/trips/t-1/results',
      body: {
        request: list.list[0]?.code,
        results: [
          {
            ...{ person: 1, end: 'done' },
            steps: [
              step('documents', '01:00', '01:10'),
              step('interview', '01:10', '01:25', { outcome: 'passport-24' }),
            ],
          },
          { person: 2, end: 'no-show', steps: [] },
        ],
      },
    },
  ]);
});

withChromium('half a time is not sent; what is not saved is not lost by one key', async () => {
  const stand = await openOutside(stands);
  const { page } = stand;
  await page.getByRole('button', { name: /Isi hasil/ }).click();
  const maria = page.getByRole('group', { name: 'Maria Goretti Lusia' });
  await maria.getByLabel('Mulai').first().fill('0900');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('alert').getByText('Maria Goretti Lusia: lengkapi jamnya').waitFor();
  await page.getByRole('button', { name: 'Kembali' }).click();
  await page.getByRole('button', { name: 'Tetap di sini' }).click();
  expect(await maria.getByLabel('Mulai').first().inputValue()).toBe('09:00');
  expect(doneOn(stand)).toEqual([]);
});
