/** A browser in front of the stage: the pages are built once for a test file, and each test gets a page of its own. */
import { type Browser, chromium, type Page } from 'playwright-core';
import { pathOf } from '../needs.ts';
import { builtPages } from './built-pages.ts';
import { openStage, type Stage, type StageOptions } from './stage.ts';

const flags = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];
/** Without it a board asks for a touch, as it would in a hall whose machine was not set up. */
const withSound = '--autoplay-policy=no-user-gesture-required';

export interface Stand {
  readonly stage: Stage;
  readonly page: Page;
  /** What the browser complained about: scripts, and what the policy blocked. */
  readonly complaints: readonly string[];
  /** The stage again on the same port, after it was closed. */
  reopen(): Promise<Stage>;
}

export interface Stands {
  open(options?: StageOptions & { width?: number; height?: number }): Promise<Stand>;
  /** Closes what the tests opened. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

/** Builds the pages and starts the browser; without a browser nothing is done, for its tests are skipped. */
export async function openStands(options: { silent?: boolean } = {}): Promise<Stands> {
  const executablePath = pathOf('chromium');
  let dist = '';
  let browser: Browser | null = null;
  if (executablePath) {
    dist = await builtPages();
    browser = await chromium.launch({ executablePath, args: options.silent ? flags : [...flags, withSound] });
  }
  const endings: (() => Promise<void>)[] = [];

  return {
    async open({ width = 1280, height = 800, ...options } = {}) {
      if (!browser) throw new Error('there is no browser');
      const first = await openStage({ dist, ...options });
      const context = await browser.newContext({ viewport: { width, height } });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('console', (message) => {
        // The page may not reach a stage that was closed, or is refused by it; both are meant.
        const meant = /ERR_CONNECTION|ERR_EMPTY|WebSocket|status of 4\d\d|vibrate/.test(message.text());
        if (message.type() === 'error' && !meant) complaints.push(message.text());
      });
      endings.push(() => context.close(), first.close);
      return {
        stage: first,
        page,
        complaints,
        async reopen() {
          const again = await openStage({ dist, ...options, port: first.port });
          endings.push(again.close);
          return again;
        },
      };
    },
    async clear() {
      for (const end of endings.splice(0)) await end();
    },
    async close() {
      await browser?.close();
    },
  };
}
