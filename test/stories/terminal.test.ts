/** A face terminal beside the hub: the technician sees it come, what came of its readings, and why it is refused. */
import { expect, test } from 'vitest';
import { startOffice } from './office.ts';

test('a terminal is seen on its page, refused or not; whom it measured is not', async () => {
  const { api, loket } = await startOffice();
  const { body } = await api('POST', '/devices', { id: 'face-1', driver: 'hikvision' });
  const push = (key: unknown, celsius: number) =>
    fetch(`http://127.0.0.1:${loket.httpPort}/webhooks/temperature/face-1?key=${key}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        AccessControllerEvent: { name: 'Siti Aminah', serialNo: 7, currTemperature: celsius },
      }),
    });
  const page = async () => {
    const found = (await api('GET', '/devices')).body as unknown as { id: string }[];
    const { messages } = (await api('GET', '/devices/face-1/messages')).body;
    return { ...found.find(({ id }) => id === 'face-1'), messages };
  };
  expect(await page()).toMatchObject({ lastSeen: null, trouble: null, messages: [] });
  expect((await push('guess', 36.4)).status).toBe(401);
  const path = '/webhooks/temperature/face-1';
  expect(await page()).toMatchObject({ lastSeen: null, trouble: { why: 'password', topic: path, times: 1 } });
  expect((await push(body.password, 36.4)).status).toBe(200);
  const seen = await page();
  expect(seen).toMatchObject({
    lastSeen: expect.any(String),
    address: '127.0.0.1',
    messages: [{ way: 'from', topic: path, text: '', kind: 'reading', verdict: 'shown' }],
  });
  expect(JSON.stringify(seen)).not.toMatch(/Siti|36\.4|guess/);
  expect(JSON.stringify(seen)).not.toContain(String(body.password));
});
