/** A machine that was set up, as it runs: the installed scripts and policy, a display, a real Chromium, the hub's pages. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, vi } from 'vitest';
import { needs, pathOf } from '../needs.ts';
import { builtPages } from '../pages/built-pages.ts';
import { call, lobby } from '../pages/scenes.ts';
import { openStage, type Stage } from '../pages/stage.ts';
import { machine, machineBrowser, policyFor } from './policy.ts';
import { openDisplay, type XDisplay } from './x-display.ts';

const onDisplay = needs('chromium', 'Xvfb', 'xrandr', 'curl');
let display: XDisplay;
let dist: string;
beforeAll(async () => {
  if (!pathOf('chromium') || !pathOf('Xvfb')) return;
  [display, dist] = await Promise.all([openDisplay(1280, 720), builtPages()]);
});
afterAll(() => display?.close());

/** The screen of this hub, started as systemd would start it. */
function startScreen(origin: string, page: string): ChildProcess {
  const folder = mkdtempSync(join(tmpdir(), 'loket-screen-'));
  execFileSync('bash', [join(machine, 'set-up.sh'), '--hub', origin, '--page', page, '--root', folder]);
  const conf = join(folder, 'etc/loket-screen.conf');
  writeFileSync(
    conf,
    `${readFileSync(conf, 'utf8')}EVERY=1 PATIENCE=3 PROFILE='${join(folder, 'profile')}' WAIT_PAGE='${join(folder, 'usr/share/loket-screen/wait.html')}'\n`,
  );
  // The page to wait on lies in the test's folder; everything else is the policy as it is installed.
  const policy = policyFor(origin).replace(
    'file:///usr/share/loket-screen',
    `file://${join(folder, 'usr/share/loket-screen')}`,
  );
  const browser = machineBrowser(policy);
  const screen = spawn('bash', [join(folder, 'usr/lib/loket-screen/screen.sh')], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DISPLAY: display.name, LOKET_SCREEN_CONF: conf, LOKET_CHROMIUM: browser.file },
  });
  const gone = new Promise((done) => screen.on('exit', done));
  onTestFinished(async () => {
    screen.kill();
    await gone;
    browser.remove();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  return screen;
}

const waiting = { timeout: 40_000, interval: 100 };
const reported = (stage: Stage) =>
  vi.waitFor(
    () =>
      expect(stage.screens.reports.at(-1)).toMatchObject({ page: 'lobby', sound: 'on', size: '1280 × 721' }),
    waiting,
  );

onDisplay(
  'it shows the page over the whole display and speaks without a touch',
  async () => {
    const stage = await openStage({ dist });
    onTestFinished(() => stage.close());
    stage.show('lobby', lobby);
    startScreen(stage.origin, '/display/');
    await reported(stage);
    stage.announce(call('A-031', 1));
    await vi.waitFor(() => expect(stage.screens.heard).toEqual(['call-A-031-1']), waiting);
  },
  120_000,
);

onDisplay(
  'it waits for a hub that is not there at its start, and comes to the page by itself',
  async () => {
    const first = await openStage({ dist });
    const { port, origin } = first;
    await first.close();
    const screen = startScreen(origin, '/display/');
    const asked = await refuseOnce(port);
    expect(asked).toBe('/display/');
    expect(screen.exitCode).toBeNull();
    const stage = await openStage({ dist, port });
    onTestFinished(() => stage.close());
    stage.show('lobby', lobby);
    await reported(stage);
  },
  120_000,
);

onDisplay(
  'a page that hangs is noticed, and the browser is begun anew',
  async () => {
    const loads: string[] = [];
    const hanging = createServer((request, response) => {
      loads.push(request.headers['user-agent'] ?? '');
      response.setHeader('content-type', 'text/html').end('<script>for (;;) {}</script>');
    }).listen(0, '127.0.0.1');
    onTestFinished(() => void hanging.close());
    await new Promise((done) => hanging.on('listening', done));
    startScreen(`http://127.0.0.1:${(hanging.address() as AddressInfo).port}`, '/');
    const byBrowser = () => loads.filter((agent) => agent.includes('Chrome')).length;
    await vi.waitFor(() => expect(byBrowser()).toBeGreaterThanOrEqual(2), { timeout: 60_000, interval: 200 });
  },
  120_000,
);

/** A hub that is starting: it answers what is asked of it first with 503. */
async function refuseOnce(port: number): Promise<string | undefined> {
  const { promise, resolve } = Promise.withResolvers<string | undefined>();
  const starting: Server = createServer((request, response) => {
    response.writeHead(503).end();
    resolve(request.url);
  }).listen(port, '127.0.0.1');
  const asked = await promise;
  starting.closeAllConnections();
  await new Promise((done) => starting.close(done));
  return asked;
}
