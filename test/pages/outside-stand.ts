/** The section of visits outside on a stand, and what every screen of it must be. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect } from 'vitest';
import { offsiteAnswers, outsideRoom } from './scenes-offsite.ts';
import type { Answer, Asked } from './stage.ts';
import type { Stand, Stands } from './stand.ts';

/** @param otherwise answers instead of the usual ones, by `POST /trips` */
export async function openOutside(
  stands: Stands,
  otherwise: Readonly<Record<string, Answer>> = {},
  width = 1280,
): Promise<Stand> {
  const stand = await stands.open({ width, height: 800 });
  const { stage, page } = stand;
  stage.show('supervisor', outsideRoom);
  stage.answer(offsiteAnswers(otherwise));
  await page.goto(`${stage.origin}/kiosk/supervisor.html#outside`);
  await page.getByRole('heading', { name: 'Perjalanan', exact: true }).waitFor();
  return stand;
}

/** What was asked for and changes something. */
export const doneOn = ({ stage }: Stand): Pick<Asked, 'method' | 'path' | 'body'>[] =>
  stage.asked
    .filter(({ method }) => method !== 'GET')
    .map(({ method, path, body }) => ({ method, path, body }));

export async function expectAccessible({ page, complaints }: Stand, width: number): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) }))).toEqual([]);
  expect(complaints).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
}
