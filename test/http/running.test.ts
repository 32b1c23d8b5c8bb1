/** What is running here, for whoever sets up screens. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { DeviceSources } from '../../server/adapters/http/parts.ts';
import { startStage } from './stage.ts';

const sources: DeviceSources = {
  ...{ messages: () => [], trouble: () => null, battery: () => null, board: () => null, printer: () => null },
  ...{ knocks: () => [], setUp: () => [], identify: () => false, commandOf: () => undefined },
  address: ({ host }) => ({
    host: host === '127.0.0.1' ? '192.0.2.7' : 'elsewhere',
    httpPort: 80,
    mqttPort: 1883,
  }),
};

test('the supervisor is told the version, the address for other machines, and the zones', async () => {
  const stage = await startStage({ devices: sources });
  const { status, json } = await stage.send('GET /running', { as: await stage.token('supervisor') });
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect([status, json]).toEqual([
    200,
    { version, address: 'http://192.0.2.7:80', mqttPort: 1883, zones: [] },
  ]);
});

test('where phones reach it by a public address, that is the one', async () => {
  const stage = await startStage({ devices: sources, publicUrl: 'https://antrean.example.id' });
  const { json } = await stage.send('GET /running', { as: await stage.token('supervisor') });
  expect(json.address).toBe('https://antrean.example.id');
});
