/** Ways into the screens of the ticket kiosk. */
import type { Page } from 'playwright-core';
import type { Answer, Answering, Stage } from '../pages/stage.ts';
import type { Scene, Size } from './gallery.ts';

export type Act = (page: Page, stage: Stage) => Promise<void>;

/** Standing glass, and a tablet on a stand. */
export const kioskSizes: readonly Size[] = [
  [1080, 1920],
  [1280, 800],
];
/** Lying glass and a standing tablet too, for what most people see. */
const everySize: readonly Size[] = [...kioskSizes, [1920, 1080], [800, 1280]];
export const everywhere = (scene: Scene): Scene => ({ ...scene, sizes: everySize });

/** Each by its key: two taps of a test are quicker than a finger, and would count as one. */
export const tap =
  (...names: readonly (string | RegExp)[]): Act =>
  async (page) => {
    for (const name of names) await page.getByRole('button', { name }).first().press('Enter');
  };

/** On a keyboard, when the screen is there. */
export const type =
  (at: string, keys: string, ...more: readonly string[]): Act =>
  async (page) => {
    await page.locator(`main[data-screen="${at}"]`).waitFor();
    for (const key of [...keys, ...more]) await page.keyboard.press(key);
  };

export const after =
  (...acts: readonly Act[]): Act =>
  async (page, stage) => {
    for (const act of acts) await act(page, stage);
  };

export const lost: Act = async (page, stage) => {
  await page.locator('[data-live="true"]').waitFor();
  await stage.close();
  await page.locator('[data-live="false"]').waitFor();
};

/** A camera that sees a grey wall, or one that the browser does not give. */
export const withCamera =
  (given: boolean): Act =>
  (page) =>
    page.evaluate((may) => {
      const { mediaDevices } = navigator;
      const wall = document.createElement('canvas');
      [wall.width, wall.height] = [1280, 720];
      const ink = wall.getContext('2d');
      if (ink) ink.fillStyle = '#5b6670';
      // A picture comes whenever something is drawn.
      setInterval(() => ink?.fillRect(0, 0, wall.width, wall.height), 50);
      mediaDevices.enumerateDevices = async () => [{ kind: 'videoinput' } as MediaDeviceInfo];
      mediaDevices.getUserMedia = async () => {
        if (!may) throw new DOMException('', 'NotAllowedError');
        return wall.captureStream(10);
      };
    }, given);

/** Nobody has touched it for so long. */
export const leftFor =
  (ms: number, ...acts: readonly Act[]): Act =>
  async (page, stage) => {
    await page.clock.install();
    for (const act of acts) await act(page, stage);
    await page.clock.fastForward(ms);
  };

/** The reader of the phone's code is fetched and drawn. */
export const drawn: Act = (page) => page.locator('.square svg').first().waitFor();

export const answers =
  (known: Readonly<Record<string, Answer>>): Answering =>
  ({ path }) =>
    known[path];

export const refusal = (code: string, details: object = {}): Answer => ({
  status: 409,
  body: { type: 'about:blank', title: code, status: 409, code, ...details },
});

/** The same screen for somebody who sits; the README shows the other one. */
export const low = ({ readme, ...scene }: Scene): Scene => ({
  ...scene,
  state: `${scene.state}-low`,
  act: after(tap('Tombol di bawah'), scene.act ?? (async () => {})),
});
