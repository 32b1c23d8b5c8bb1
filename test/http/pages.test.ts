/** Pages, health, and what browsers are told. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { startStage, told } from './stage.ts';

function buildPages(): string {
  const folder = mkdtempSync(join(tmpdir(), 'loket-pages-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const files = [
    'display/start',
    'display/ticket',
    'display/lobby',
    'display/index',
    'kiosk/index',
    'kiosk/desk',
  ];
  for (const part of ['display', 'kiosk', 'assets']) mkdirSync(join(folder, part));
  for (const file of files) writeFileSync(join(folder, `${file}.html`), `<p>${file}</p>`);
  writeFileSync(join(folder, 'assets/start-Ab3d.js'), 'export {}');
  writeFileSync(join(folder, 'assets/packed-Ab3d.js'), 'plain');
  writeFileSync(join(folder, 'assets/packed-Ab3d.js.gz'), gzipSync('packed'));
  writeFileSync(join(folder, '.hidden'), 'secret');
  return folder;
}

test.each([
  ['//', 'display/start'],
  [`//t/${'x'.repeat(22)}`, 'display/ticket'],
  ['//display/', 'display/index'],
  ['//kiosk/', 'kiosk/index'],
  ['//kiosk/desk', 'kiosk/desk'],
  ['//display/lobby.html', 'display/lobby'],
])('%s is the page %s, asked for anew each time', async (path, page) => {
  const { send } = await startStage({ distFolder: buildPages() });
  const answer = await send(`GET ${path}`);
  expect([answer.status, answer.text]).toEqual([200, `<p>${page}</p>`]);
  expect(answer.headers.get('cache-control')).toBe('no-cache');
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
});

test('assets never change under their names', async () => {
  const { send } = await startStage({ distFolder: buildPages() });
  const answer = await send('GET //assets/start-Ab3d.js');
  expect(answer.status).toBe(200);
  expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
});

test('a script is sent packed to those who take it so, and as it is to others', async () => {
  const { send } = await startStage({ distFolder: buildPages() });
  const packed = await send('GET //assets/packed-Ab3d.js', { headers: { 'accept-encoding': 'gzip' } });
  expect([packed.status, packed.text]).toEqual([200, 'packed']);
  expect(packed.headers.get('content-type')).toMatch(/^text\/javascript/);
  expect(packed.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  const plain = await send('GET //assets/packed-Ab3d.js', { headers: { 'accept-encoding': 'identity' } });
  expect([plain.text, plain.headers.get('vary')]).toEqual(['plain', 'Accept-Encoding']);
});

test('nothing outside the folder and nothing hidden is served', async () => {
  const { send } = await startStage({ distFolder: buildPages() });
  for (const path of [
    '//.hidden',
    '//..%2f..%2fetc%2fpasswd',
    '//assets/..%2f.hidden',
    '//nothing',
    '//t/',
    '//package.json',
  ])
    expect((await send(`GET ${path}`)).status, path).toBe(404);
});

test('before the pages are built, it is said so', async () => {
  const { send } = await startStage();
  for (const path of ['//', '//kiosk/', '//t/abc']) {
    const answer = await send(`GET ${path}`);
    expect([answer.status, answer.text]).toEqual([503, 'The pages are not built yet. Run: npm run build\n']);
  }
  expect(told(await send('GET /nothing'))).toEqual([404, 'not-found']);
});

test('healthz is well while the process lives, readyz while the hub can work; nobody needs an account', async () => {
  const state = { ready: false };
  const { send } = await startStage({ ready: () => state.ready });
  const health = await send('GET //healthz');
  expect(health.status).toBe(200);
  expect(health.headers.get('x-powered-by')).toBeNull();
  expect((await send('GET //readyz')).status).toBe(503);
  state.ready = true;
  expect((await send('GET //readyz', { as: 'nonsense' })).status).toBe(200);
});

test('browsers are told to run nothing of anybody else', async () => {
  const { send, port } = await startStage({ distFolder: buildPages() });
  const { headers } = await send('GET //');
  expect(headers.get('content-security-policy')).toBe(
    `default-src 'self';connect-src 'self' ws://127.0.0.1:${port};base-uri 'none';form-action 'self';` +
      "frame-ancestors 'self';object-src 'none'",
  );
  expect(headers.get('permissions-policy')).toBe('camera=(self), microphone=(), geolocation=()');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  for (const name of ['x-powered-by', 'strict-transport-security', 'access-control-allow-origin'])
    expect(headers.get(name), name).toBeNull();
});
