/** Papers as pictures: `PAPER_PICTURES=folder` keeps them to be looked at. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { bytesOfPaper } from '../../server/adapters/printers/layout/bytes-of-paper.ts';
import { needs, pathOf } from '../needs.ts';
import { decode } from './decode.ts';
import { lanes, slip, ticket } from './papers.ts';
import { svgOf } from './picture.ts';

const papers = {
  ticket: ticket({ lane: 'priority' }),
  rehearsal: ticket({ outside: true, people: 3, office: { ...ticket().view.office, rehearsal: true } }),
  slip: slip(),
  free: slip({ free: true }),
  reprint: ticket({}, { copy: 2 }),
};

needs('chromium')('each paper is drawn as wide as its roll, with dark letters and codes on it', async () => {
  const browser = await chromium.launch({ executablePath: pathOf('chromium') ?? '', args: ['--no-sandbox'] });
  onTestFinished(() => browser.close());
  const page = await browser.newPage();
  const folder = process.env.PAPER_PICTURES;
  if (folder) mkdirSync(folder, { recursive: true });
  for (const [name, paper] of Object.entries(papers))
    for (const columns of [32, 48] as const) {
      await page.setContent(svgOf(decode(bytesOfPaper(paper, columns, lanes)), columns));
      const picture = await page.locator('svg').screenshot();
      // Width and height stand in the first chunk of a PNG.
      expect(picture.readUInt32BE(16)).toBe(columns * 12 + 48);
      expect(picture.readUInt32BE(20)).toBeGreaterThan(600);
      if (folder) writeFileSync(join(folder, `${name}-${columns}.png`), picture);
    }
});
