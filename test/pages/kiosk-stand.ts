/** The ticket kiosk on a stage: what the hub answers it, and the ways through its screens. */
import { at, kiosk } from './scenes.ts';
import type { Answer } from './stage.ts';
import type { Stand, Stands } from './stand.ts';

export const given: Answer = {
  status: 201,
  body: {
    ...{ code: 'x'.repeat(22), shortCode: 'K7PD2M', number: 'A-031', service: 'passport', lane: 'regular' },
    ...{ step: 'documents', ahead: 7, estimate: null, promiseAt: at('11:15') },
  },
};

export const refused = (status: number, code: string, details: object = {}): Answer => ({
  status,
  body: { type: 'about:blank', title: code, status, code, ...details },
});

export async function openKiosk(stands: Stands, view: object = kiosk): Promise<Stand> {
  const stand = await stands.open();
  stand.stage.show('kiosk', view);
  await stand.page.goto(`${stand.stage.origin}/kiosk/`);
  await stand.page.locator('time.clock').waitFor();
  return stand;
}

export async function atLane(stands: Stands): Promise<Stand> {
  const stand = await openKiosk(stands);
  await stand.page.getByRole('button', { name: /^Paspor/ }).click();
  return stand;
}

/** What was posted, without the requests that a page makes by itself. */
export const posted = ({ stage }: Stand) =>
  stage.asked.flatMap(({ method, path, body, key }) =>
    method === 'POST' && path !== '/session' && !path.startsWith('/pairings') ? [{ path, body, key }] : [],
  );

/** Answers the posts to this path, and nothing else. */
export function answering({ stage }: Stand, wanted: string, ...answers: Answer[]): void {
  const left = [...answers];
  stage.answer(({ path }) => (path === wanted ? (left.length > 1 ? left.shift() : left[0]) : undefined));
}

export const tapKeys = async ({ page }: Stand, keys: string): Promise<void> => {
  for (const key of keys) await page.getByRole('button', { name: key, exact: true }).click();
};

/** A place on Friday at nine for one person, without a telephone. What comes before it is answered by the test. */
export async function bookFriday(stand: Stand): Promise<void> {
  const { page } = stand;
  const tap = (name: string | RegExp) => page.getByRole('button', { name }).click();
  await tap('Pesan hari lain');
  await tap(/^Jumat, 27 November/);
  await tap(/^09:00/);
  await sayWho(stand, 'Siti', '05111987');
  await withoutPhone(stand);
}

/** A name and a birth date, on the screen's own keys. */
export async function sayWho(stand: Stand, name: string, born: string): Promise<void> {
  const { page } = stand;
  await page.locator('main[data-screen="name"]').waitFor();
  await tapKeys(stand, name.toUpperCase());
  await page.getByRole('button', { name: 'Lanjut' }).click();
  await page.locator('main[data-screen="birth"]').waitFor();
  await tapKeys(stand, born);
  await page.getByRole('button', { name: 'Lanjut' }).click();
}

/** By the keyboard: a tap so soon where the last one was would be the second of a double tap. */
export async function withoutPhone({ page }: Stand): Promise<void> {
  await page.locator('main[data-screen="phone"]').waitFor();
  await page.getByRole('button', { name: 'Tanpa telepon' }).press('Enter');
}

/** What a layout makes of a stroke: `code` is the key's place on an American keyboard. */
export interface Struck {
  readonly key: string;
  readonly code: string;
  readonly shiftKey?: boolean;
}

/** The strokes of a scanner, all of one moment, to whatever has the focus. */
export const strike = ({ page }: Stand, strokes: readonly Struck[]): Promise<void> =>
  page.evaluate((all) => {
    for (const stroke of all)
      (document.activeElement ?? document.body).dispatchEvent(
        new KeyboardEvent('keydown', { ...stroke, bubbles: true, cancelable: true }),
      );
  }, strokes);

const ended: Struck = { key: 'Enter', code: 'Enter' };
/** On a machine that has the layout that the scanner was made for. */
export const scan = (stand: Stand, text: string): Promise<void> =>
  strike(stand, [...[...text].map((key) => ({ key, code: '' })), ended]);
