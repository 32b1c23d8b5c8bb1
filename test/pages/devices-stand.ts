/** The supervisor's devices in front of a browser, and what was asked of the hub there. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect } from 'vitest';
import { firstDevice, knocks, manyDevices, thirdDevice } from './device-scenes.ts';
import { box } from './scenes.ts';
import type { Stand, Stands } from './stand.ts';
import { quietRoom } from './supervisor-scenes.ts';

export const room = { ...quietRoom, devices: [...manyDevices], knocks };
/** What a new device is answered with. */
const made = {
  id: 'ctr-9',
  username: 'ctr-9',
  password: 'once-only',
  setUp: [{ kind: 'console', lines: ['Backlog MqttUser ctr-9; MqttPassword once-only'] }],
};

export async function openDevices(stands: Stands, hash = '', width = 1280): Promise<Stand> {
  const stand = await stands.open({ width, height: 800 });
  const { stage, page } = stand;
  stage.show('supervisor', room);
  stage.show('device:ctr-03', thirdDevice);
  stage.show('device:ctr-01', firstDevice);
  stage.show('box:1', { ...box, counter: 1, led: 'A-061', blinkMs: 500 });
  stage.answer(({ method, path }) => {
    if (path.endsWith('/press')) return { status: 200, body: { ok: true, ticket: 'A-063', counter: 3 } };
    return method === 'POST' ? { status: 201, body: made } : { status: 200, body: {} };
  });
  await page.goto(`${stage.origin}/kiosk/supervisor.html#devices${hash}`);
  await page.locator('nav').waitFor();
  return stand;
}

export const doneOn = ({ stage }: Stand) =>
  stage.asked
    .filter(({ method }) => method !== 'GET')
    .map(({ method, path, body }) => ({ method, path, body }));

/** Accessible, without complaints of the browser, and nothing sticks out. */
export async function isSound({ page, complaints }: Stand, width: number): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) }))).toEqual([]);
  expect(complaints).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
}
