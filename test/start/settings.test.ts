/** The environment: every mistake at once, and nothing guessed. */
import { expect, test } from 'vitest';
import { readSettings } from '../../server/settings.ts';

test('without any variable the defaults hold', () => {
  expect(readSettings({})).toEqual({
    ok: true,
    settings: {
      dataFolder: './data',
      http: { host: '0.0.0.0', port: 8080 },
      mqtt: { host: '0.0.0.0', port: 1883 },
      office: null,
      supervisorPassword: null,
      publicUrl: null,
      trustProxy: [],
      taskForce: null,
      ignored: [],
      rehearsal: null,
    },
  });
});

test('what is given is read', () => {
  const read = readSettings({
    LOKET_HTTP: '[::1]:80',
    LOKET_PUBLIC_URL: 'https://antrean.example.go.id/loket/',
    LOKET_TRUST_PROXY: 'loopback, 10.0.0.0/8,fd00::1',
    LOKET_CLOCK: '2026-11-26T08:00:00+08:00',
    LOKET_CLOCK_RATE: '60',
    LOKET_PUBLIK: 'x',
  });
  expect(read).toMatchObject({
    ok: true,
    settings: {
      http: { host: '::1', port: 80 },
      publicUrl: 'https://antrean.example.go.id/loket',
      trustProxy: ['loopback', '10.0.0.0/8', 'fd00::1'],
      rehearsal: { from: 1_795_651_200_000, rate: 60 },
      ignored: [{ variable: 'LOKET_PUBLIK', why: 'not known' }],
    },
  });
});

test.each([
  ['LOKET_HTTP', '8080', 'expected address:port'],
  ['LOKET_HTTP', '0.0.0.0:80808', 'expected a port up to 65535'],
  ['LOKET_MQTT', 'here', 'expected address:port'],
  ['LOKET_PUBLIC_URL', 'http://antrean.example', 'expected an HTTPS address'],
  ['LOKET_PUBLIC_URL', 'https://u:p@antrean.example', 'without user, password'],
  ['LOKET_PUBLIC_URL', 'https://antrean.example/?a=1', 'without user, password'],
  ['LOKET_TRUST_PROXY', 'nonsense', 'expected addresses or networks'],
  ['LOKET_TRUST_PROXY', '10.0.0.0/33', 'expected addresses or networks'],
  ['LOKET_CLOCK', 'yesterday', 'expected an instant'],
  ['LOKET_CLOCK_RATE', '2', 'expected LOKET_CLOCK beside it'],
  ['LOKET_JOURNAL', 'mysql://x', 'expected sqlite:'],
  ['LOKET_TASK_FORCE_URL', 'http://satgas.lan/x', 'expected LOKET_TASK_FORCE_SECRET beside it'],
  ['LOKET_TASK_FORCE_SECRET', 'sixteen-characters', 'expected LOKET_TASK_FORCE_URL beside it'],
  ['LOKET_TLS_CERT', 'cert.pem', 'does not know it yet'],
])('%s=%s is a mistake', (name, value, message) => {
  const read = readSettings({ [name]: value });
  expect(read.ok ? [] : read.mistakes).toEqual([
    expect.stringMatching(new RegExp(`^${name}: .*${message.replace(/[()?.]/g, '.')}`)),
  ]);
});

test.each([
  ['LOKET_OFICE', 'not known: did you mean LOKET_OFFICE?'],
  ['LOKET_HTPP', 'not known: did you mean LOKET_HTTP?'],
  ['LOKET_TLS_CRT', 'not known: did you mean LOKET_TLS_CERT?'],
  ['LOKET_OFFICIAL', 'not known'],
  ['LOKET_WHATSAPP_TOKEN', 'this version does not use it yet'],
])('%s is warned of: %s', (variable, why) => {
  expect(readSettings({ [variable]: 'x' })).toMatchObject({ settings: { ignored: [{ variable, why }] } });
});

test('all mistakes are told at once', () => {
  const read = readSettings({ LOKET_HTTP: 'x', LOKET_MQTT: 'y', LOKET_TRUST_PROXY: 'z', LOKET_CLOCK: 'c' });
  expect(read.ok ? 0 : read.mistakes.length).toBe(4);
});

test.each([
  ['ftp://satgas.example', 'sixteen-characters', 'LOKET_TASK_FORCE_URL: expected an HTTP or HTTPS address'],
  [
    'https://u:p@satgas.example',
    'sixteen-characters',
    'LOKET_TASK_FORCE_URL: expected an address without user',
  ],
  ['https://satgas.example', 'fifteen-letters', 'LOKET_TASK_FORCE_SECRET: expected at least 16 characters'],
])('the task force at %s with the secret %s is a mistake', (url, secret, message) => {
  const read = readSettings({ LOKET_TASK_FORCE_URL: url, LOKET_TASK_FORCE_SECRET: secret });
  expect(read.ok ? [] : read.mistakes).toEqual([expect.stringContaining(message)]);
  expect(JSON.stringify(read)).not.toContain('fifteen-letters');
});

test('the task force’s receiver may be in the office’s own network', () => {
  const given = {
    LOKET_TASK_FORCE_URL: 'http://192.168.1.9:9000/notices?office=uji',
    LOKET_TASK_FORCE_SECRET: 'sixteen-characters',
  };
  expect(readSettings(given)).toMatchObject({
    settings: {
      taskForce: { url: 'http://192.168.1.9:9000/notices?office=uji', secret: 'sixteen-characters' },
    },
  });
});
