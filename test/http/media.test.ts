/** Pictures and videos of the boards over HTTP: taken in, listed, read, taken away; and everything that is refused. */
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Patience } from '../../server/adapters/http/server-limits.ts';
import { silent } from '../../server/log.ts';
import { openMedia } from '../../server/media/media.ts';
import type { Room } from '../../server/media/receive.ts';
import { temporaryFolder } from '../journal/folder.ts';
import { html, hugePng, jpg, mkv, mov, mp4, png, svg, webm, webp } from './media-files.ts';
import { officeOf, officeText } from './office.ts';
import { mustDo, type Stage, startStage, told } from './stage.ts';

interface Options {
  readonly room?: Partial<Room>;
  readonly free?: () => Promise<number>;
  readonly before?: (folder: string) => void;
  readonly patience?: Patience;
}

async function withMedia({ before, patience, ...around }: Options = {}) {
  const data = temporaryFolder();
  const folder = join(data, 'media');
  before?.(folder);
  const media = await openMedia(data, { log: silent, ...around });
  const stage = await startStage({ media, ...(patience ? { patience } : {}) });
  const as = await stage.token('supervisor');
  const put = (name: string, body: Uint8Array<ArrayBuffer>) => stage.send(`PUT /media/${name}`, { as, body });
  const names = () => readdirSync(folder).sort();
  const list = async () => (await stage.send('GET /media', { as })).json as unknown as { files: object[] };
  return { stage, as, put, names, list, folder, media };
}

test('every kind is taken in, listed with what its head says, and read as its own bytes', async () => {
  const { stage, put, list, names } = await withMedia();
  const files = { 'a.png': png, 'b.jpg': jpg, 'c.webp': webp, 'd.mp4': mp4, 'e.webm': webm };
  for (const [name, bytes] of Object.entries(files)) expect((await put(name, bytes)).status).toBe(201);
  expect(await list()).toMatchObject({
    files: [
      { name: 'a.png', kind: 'picture', size: 200, width: 1920, height: 1080, duration: null, used: false },
      { name: 'b.jpg', kind: 'picture', size: 300, width: 1280, height: 720, duration: null },
      { name: 'c.webp', kind: 'picture', size: 108, width: 400, height: 300, duration: null },
      { name: 'd.mp4', kind: 'video', size: mp4.length, width: null, height: null, duration: 90_000 },
      { name: 'e.webm', kind: 'video', size: 120, width: null, height: null, duration: null },
    ],
    size: 200 + 300 + 108 + mp4.length + 120,
    mostOfOne: 200_000_000,
    mostOfAll: 2_000_000_000,
  });
  expect(names()).toEqual(['a.png', 'b.jpg', 'c.webp', 'd.mp4', 'e.webm']);
  const read = await fetch(`${stage.origin}/media/d.mp4`);
  expect(new Uint8Array(await read.arrayBuffer())).toEqual(mp4);
});

test('what is read is inert: its type, no guessing, a policy that lets nothing run', async () => {
  const { stage, put } = await withMedia();
  await put('a.png', png);
  const { headers } = await fetch(`${stage.origin}/media/a.png`);
  expect(headers.get('content-type')).toBe('image/png');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
  expect(headers.get('accept-ranges')).toBe('bytes');
});

test('a video can be sought in: a range is answered with that part, one beyond the end with 416', async () => {
  const { stage, put } = await withMedia();
  await put('d.mp4', mp4);
  const ask = (range: string) => fetch(`${stage.origin}/media/d.mp4`, { headers: { range } });
  const part = await ask('bytes=4-7');
  expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([
    206,
    `bytes 4-7/${mp4.length}`,
    'ftyp',
  ]);
  const beyond = await ask('bytes=9999-');
  expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${mp4.length}`]);
});

test('an address that names the content is kept for good; another content has another address', async () => {
  const { stage, put } = await withMedia();
  const address = async (name: string, bytes: Uint8Array<ArrayBuffer>) =>
    String((await put(name, bytes)).json.src);
  const first = await address('a.png', png);
  const kept = await fetch(stage.origin + first);
  expect(kept.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  const tag = kept.headers.get('etag') ?? '';
  const again = await fetch(stage.origin + first, { headers: { 'if-none-match': tag, 'cache-control': '' } });
  expect(again.status).toBe(304);
  const other = png.slice();
  other[199] = 1;
  const second = await put('a.png', other);
  expect(second.status).toBe(200);
  expect(second.json.src).not.toBe(first);
  const old = await fetch(stage.origin + first);
  expect(old.headers.get('cache-control')).toBe('no-cache');
  expect(new Uint8Array(await old.arrayBuffer())).toEqual(other);
});

test.each([
  ['a.png', jpg, 'content'],
  ['a.jpg', png, 'content'],
  ['a.webp', html, 'content'],
  ['a.mp4', mov, 'content'],
  ['a.webm', mkv, 'content'],
  ['a.png', svg, 'content'],
  ['a.png', new Uint8Array(0), 'content'],
  ['a.png', png.slice(0, 4), 'content'],
  ['a.png', hugePng, 'pixels'],
  ['a.svg', svg, 'name'],
  ['a.html', html, 'name'],
  ['A.png', png, 'name'],
  ['..%2fa.png', png, 'name'],
  ['%2e%2e%2fa.png', png, 'name'],
  ['.a.png', png, 'name'],
  ['a.png%00.jpg', png, 'name'],
  [`${'a'.repeat(90)}.png`, png, 'name'],
] as const)(
  '%s is refused where it is not what it says, and nothing is left (%#)',
  async (name, bytes, path) => {
    const { put, names } = await withMedia();
    const answer = await put(name, bytes as Uint8Array<ArrayBuffer>);
    expect(told(answer)).toEqual([400, 'malformed']);
    expect(answer.json.fields).toMatchObject([{ path }]);
    expect(names()).toEqual([]);
  },
);

test('a file that is too large, or one too much, is refused with what is possible; with a length and without one', async () => {
  const { stage, as, put, names } = await withMedia({ room: { file: 250, total: 450 } });
  expect(await put('b.jpg', jpg)).toMatchObject({ status: 413, json: { code: 'too-large', most: 250 } });
  expect((await put('a.png', png)).status).toBe(201);
  expect((await put('b.png', png)).status).toBe(201);
  const more = { status: 413, json: { code: 'too-large', most: 450, fields: [{ path: 'total' }] } };
  expect(await put('c.png', png)).toMatchObject(more);
  // What it replaces makes room for it.
  expect((await put('a.png', png)).status).toBe(200);
  expect(await inChunks(stage, as, 'c.png', [png])).toBe(413);
  expect(await inChunks(stage, as, 'a.jpg', [jpg])).toBe(413);
  expect(names()).toEqual(['a.png', 'b.png']);
});

test('no room to spare on the disk: what the office records goes first', async () => {
  let free = 1_000_000_000;
  const { put, names } = await withMedia({ room: { spare: 500 }, free: async () => free });
  expect((await put('a.png', png)).status).toBe(201);
  free = 600;
  expect(told(await put('b.png', png))).toEqual([503, 'storage']);
  expect(names()).toEqual(['a.png']);
});

test('a folder that takes nothing is said, and nothing is left behind', async () => {
  const { put, folder, list } = await withMedia();
  rmSync(folder, { recursive: true });
  writeFileSync(folder, 'in its place');
  expect(told(await put('a.png', png))).toEqual([503, 'storage']);
  expect((await list()).files).toEqual([]);
});

test('in memory there are no media: the list is empty, nothing is taken in', async () => {
  const stage = await startStage({ media: await openMedia(null, { log: silent }) });
  const as = await stage.token('supervisor');
  expect((await stage.send('GET /media', { as })).json).toEqual({
    files: [],
    size: 0,
    mostOfOne: 0,
    mostOfAll: 0,
  });
  expect(told(await stage.send('PUT /media/a.png', { as, body: png }))).toEqual([503, 'storage']);
  expect(told(await stage.send('GET //media/a.png'))).toEqual([404, 'not-found']);
});

test('two at once under one name: one of the two is there whole, and no part of the other', async () => {
  const { stage, as, put, names, folder } = await withMedia();
  const long = new Uint8Array(3_000_000).fill(7);
  long.set(png);
  const [slow, quick] = await Promise.all([
    inChunks(stage, as, 'a.png', [long.slice(0, 1_000_000), long.slice(1_000_000)]),
    put('a.png', png),
  ]);
  expect([slow, quick.status].every((status) => status === 200 || status === 201)).toBe(true);
  expect([200, 3_000_000]).toContain(readFileSync(join(folder, 'a.png')).length);
  expect(names()).toEqual(['a.png']);
});

test('a sender that goes away in the middle leaves nothing', async () => {
  const { stage, as, names } = await withMedia();
  const sent = request(`${stage.origin}/api/v1/media/a.png`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${as}`, 'content-length': '1000000' },
  });
  sent.on('error', () => undefined);
  sent.write(png);
  await expect.poll(() => names().length).toBe(1);
  sent.destroy();
  await expect.poll(names).toEqual([]);
});

test('a slow network has the time that it needs, where any other body is waited for no longer', async () => {
  const { stage, as, names } = await withMedia({
    patience: { headers: 5000, request: 100, silence: 60_000 },
  });
  const headers = { authorization: `Bearer ${as}`, 'content-length': '200' };
  const begin = (method: string, path: string, first: Uint8Array | string) => {
    const sent = request(`${stage.origin}/api/v1${path}`, { method, headers });
    const status = new Promise<number>((resolve, reject) => {
      sent.on('response', (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      sent.on('error', reject);
    });
    sent.write(first);
    return { sent, status };
  };
  const video = begin('PUT', '/media/a.png', png.slice(0, 100));
  await expect.poll(() => names().length).toBe(1);
  // It began later, and is given up earlier.
  expect(await begin('POST', '/tickets', '{').status).toBe(408);
  video.sent.end(png.slice(100));
  expect(await video.status).toBe(201);
});

test('taken away it is gone everywhere; what is not there is said', async () => {
  const { stage, as, put, names } = await withMedia();
  await put('a.png', png);
  expect((await stage.send('DELETE /media/a.png', { as })).status).toBe(204);
  expect(told(await stage.send('DELETE /media/a.png', { as }))).toEqual([404, 'not-found']);
  expect(told(await stage.send('GET //media/a.png'))).toEqual([404, 'not-found']);
  expect(names()).toEqual([]);
});

test('links, folders, hidden files and what is none of these kinds cannot be read', async () => {
  const { stage, list } = await withMedia({
    before(folder) {
      mkdirSync(join(folder, 'folder.png'), { recursive: true });
      writeFileSync(join(folder, '..', 'secret.png'), png);
      symlinkSync(join(folder, '..', 'secret.png'), join(folder, 'link.png'));
      writeFileSync(join(folder, '.hidden.png'), png);
      writeFileSync(join(folder, 'page.png'), html);
      writeFileSync(join(folder, 'good.png'), png);
      writeFileSync(join(folder, '.1234.part'), png);
    },
  });
  expect((await list()).files).toMatchObject([{ name: 'good.png' }]);
  const paths = ['link.png', 'folder.png', '.hidden.png', 'page.png', '.1234.part', '..%2fsecret.png'];
  const others = ['..%2f..%2fetc%2fpasswd', '%252e%252e%252fsecret.png', 'good.png%2f', 'good.png/x', ''];
  for (const path of [...paths, ...others])
    expect([path, ...told(await stage.send(`GET //media/${path}`))]).toEqual([path, 404, 'not-found']);
});

test('the lobby’s view has what is there and meant, and changes when a file comes', async () => {
  const { stage, put } = await withMedia();
  const source = `${officeText}notices: [{ text: { id: Libur, en: Closed } }, { text: Dulu, until: 2020-01-01 }]
media: [{ file: b.mp4 }, { file: a.png, still: PT5S }, { file: gone.png }]\n`;
  await mustDo(stage.hub, { type: 'ConfigureOffice', office: officeOf(source), source });
  const board = async () => (await stage.send('GET /board')).json;
  expect(await board()).toMatchObject({ notices: [{ id: 'Libur', en: 'Closed' }] });
  expect(await board()).not.toHaveProperty('media');
  const { src } = (await put('a.png', png)).json;
  const { src: video } = (await put('b.mp4', mp4)).json;
  expect((await board()).media).toEqual([
    { src: video, kind: 'video', still: 12_000 },
    { src, kind: 'picture', still: 5000 },
  ]);
});

/** Without saying how much comes. */
function inChunks(stage: Stage, as: string, name: string, chunks: readonly Uint8Array[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${as}`, 'transfer-encoding': 'chunked' };
    const sent = request(`${stage.origin}/api/v1/media/${name}`, { method: 'PUT', headers });
    sent.on('response', (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on('error', reject);
    for (const chunk of chunks) sent.write(chunk);
    sent.end();
  });
}
