/** A browser as a person uses it: pages of one signed-in context, and all that the browser complained about. */
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { pathOf } from '../needs.ts';

export interface Person {
  /** Opens a page and keeps it open. */
  open(path: string): Promise<Page>;
  /** Scripts that failed, and what the policy blocked. What a page says while the hub is away is not among it. */
  readonly complaints: string[];
}

export interface Browsers {
  /** Somebody else, at a machine of their own: signed in by themselves or not at all. */
  person(size?: { readonly width: number; readonly height: number }): Promise<Person>;
  /** Of everybody. */
  readonly complaints: string[];
}

const flags = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-dev-shm-usage'];
/**
 * No answer from a hub that is away; a refusal, which is an answer; and no vibration before the first touch, which the
 * browser always says.
 */
const expectedComplaint =
  /net::ERR_CONNECTION|WebSocket connection to|WebSocket is already|ERR_EMPTY_RESPONSE|status of (401|409)|navigator\.vibrate/;

export const openBrowser = async (origin: string): Promise<Person> => (await openBrowsers(origin)).person();

/** One browser process for all of them. */
export async function openBrowsers(origin: string): Promise<Browsers> {
  const executablePath = pathOf('chromium');
  if (executablePath === undefined) throw new Error('there is no chromium');
  const browser: Browser = await chromium.launch({ executablePath, args: flags });
  onTestFinished(() => browser.close());
  const complaints: string[] = [];
  return {
    complaints,
    async person(viewport = { width: 1280, height: 800 }) {
      // Seven pages that move keep two processors busy with nothing.
      const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
      return personIn(context, origin, complaints);
    },
  };
}

function personIn(context: BrowserContext, origin: string, complaints: string[]): Person {
  context.setDefaultTimeout(15_000);
  return {
    complaints,
    async open(path) {
      const page = await context.newPage();
      page.on('pageerror', (error) => complaints.push(`${path}: ${error}`));
      page.on('console', (message) => {
        const text = message.text();
        if (message.type() === 'error' && !expectedComplaint.test(text))
          complaints.push(`${path}: ${text} ${message.location().url}`);
      });
      await page.goto(`${origin}${path}`);
      return page;
    },
  };
}

/** Waits until the page says this somewhere in its main part. */
export async function shows(page: Page, ...texts: (string | RegExp)[]): Promise<void> {
  for (const text of texts) await page.getByRole('main').getByText(text).first().waitFor();
}

/** Waits until the page says in its head that it is not connected, or no longer says so. */
export async function isMarked(page: Page, marked: boolean): Promise<void> {
  const mark = page
    .getByRole('banner')
    .getByRole('status')
    .getByText(/^(Not connected|Tidak tersambung)/);
  const count = expect.poll(() => mark.count(), { timeout: 15_000, message: page.url() });
  if (marked) await count.toBeGreaterThan(0);
  else await count.toBe(0);
}
