/** A hub that starts, stops, and refuses to start: what it says to the person who runs it. */
import { beforeAll, expect, test } from 'vitest';
import { clientOf, tokenFor } from './client.ts';
import { choosePorts, runHub, startHub } from './hub-process.ts';
import { officeFile, officeText, temporaryFolder } from './office-file.ts';
import { pagesBuilt } from './pages-built.ts';

beforeAll(pagesBuilt);

const password = 'rahasia-sekali-2026';
const clock = { LOKET_CLOCK: '2026-11-26T01:05:00.000Z' };

async function order() {
  return { folder: temporaryFolder(), ...(await choosePorts()), office: officeFile() };
}

test('SIGTERM ends the hub with exit code 0, and what it acknowledged is there at the next start', async () => {
  const given = { ...(await order()), settings: { LOKET_SUPERVISOR_PASSWORD: password } };
  const hub = await startHub(given);
  const token = await tokenFor(given.http, password, 'supervisor');
  const taken = await clientOf(given.http, token).send('POST', '/tickets', { service: 'passport' });
  expect(taken).toMatchObject({ status: 201, body: { number: 'A-001' } });
  // A screen that waits for news must not hold up the end.
  const polling = `http://127.0.0.1:${given.http}/socket.io/?EIO=4&transport=polling`;
  const opened = await (await fetch(polling)).text();
  const { sid } = JSON.parse(opened.slice(1)) as { sid: string };
  const news = fetch(`${polling}&sid=${sid}`).then((answer) => answer.text());
  news.catch(() => undefined);
  expect(await hub.kill('SIGTERM')).toEqual({ code: 0, signal: null });

  await startHub(given);
  const found = await clientOf(given.http, token).send('GET', `/tickets/${taken.body.code}`);
  expect(found).toMatchObject({ status: 200, body: { number: 'A-001', state: 'waiting' } });
});

test('a second hub on the same folder or port refuses in words, and the first one goes on', async () => {
  const given = await order();
  await startHub(given);
  const second = await runHub({ ...given, ...(await choosePorts()) });
  expect(await second.ended).toEqual({ code: 1, signal: null });
  expect(second.errors()).toBe('Loket does not start.\nAnother hub is running on this data folder.\n');

  const other = { ...given, folder: temporaryFolder() };
  const onHttp = await runHub({ ...other, mqtt: (await choosePorts()).mqtt });
  expect(await onHttp.ended).toEqual({ code: 1, signal: null });
  expect(onHttp.errors()).toBe(
    `Loket does not start.\nLOKET_HTTP: port ${given.http} is in use by another program\n`,
  );
  const onMqtt = await runHub({ ...other, http: (await choosePorts()).http });
  expect(await onMqtt.ended).toEqual({ code: 1, signal: null });
  expect(onMqtt.errors()).toBe(
    `Loket does not start.\nLOKET_MQTT: port ${given.mqtt} is in use by another program\n`,
  );
  expect((await clientOf(given.http).send('GET', '/board')).status).toBe(200);
});

test('wrong settings: one message lists every mistake', async () => {
  const settings = {
    LOKET_HTTP: 'everywhere',
    LOKET_MQTT: '127.0.0.1:70000',
    LOKET_SUPERVISOR_PASSWORD: 'x'.repeat(201),
    LOKET_PUBLIC_URL: 'http://loket.example',
    LOKET_CLOCK: 'noon',
    LOKET_CLOCK_RATE: 'fast',
    LOKET_JOURNAL: 'mysql:',
  };
  const hub = await runHub({ ...(await order()), settings });
  expect(await hub.ended).toEqual({ code: 1, signal: null });
  const [first, ...mistakes] = hub.errors().trimEnd().split('\n');
  expect(first).toBe('Loket does not start.');
  expect(mistakes.map((line) => line.split(':')[0]).sort()).toEqual(Object.keys(settings).sort());
});

test('a wrong office file: every mistake with its line, and nothing is begun', async () => {
  const lines = officeText('Asia/Jakarta').split('\n');
  const zone = lines.findIndex((line) => line.startsWith('timeZone:'));
  const counter = lines.findIndex((line) => line.includes('number: 2'));
  lines[zone] = 'timeZone: Asia/Atlantis';
  lines[counter] = '  - { number: two, steps: [desk] }';
  lines.push('colour: red', '');
  const office = officeFile(lines.join('\n'));
  const given = { ...(await order()), office };
  const hub = await runHub(given);
  expect(await hub.ended).toEqual({ code: 1, signal: null });
  const said = hub.errors();
  expect(said).toContain(office);
  for (const line of [zone, counter, lines.indexOf('colour: red')])
    expect(said).toMatch(new RegExp(`\\b${line + 1}\\b`));
  for (const what of ['Asia/Atlantis', 'two', 'colour']) expect(said).toContain(what);

  await startHub({ ...given, office: officeFile() });
  const board = await clientOf(given.http).send('GET', '/board');
  expect(board.body).toMatchObject({ office: { id: 'contoh' } });
});

test('an office file that is not there is named', async () => {
  const hub = await runHub({ ...(await order()), office: '/nowhere/office.yaml' });
  expect(await hub.ended).toEqual({ code: 1, signal: null });
  expect(hub.errors()).toBe(
    'Loket does not start.\nLOKET_OFFICE: no such file or shipped office: /nowhere/office.yaml\n',
  );
});

test('a rehearsal and real days do not mix', async () => {
  const real = await order();
  await (await startHub(real)).kill('SIGTERM');
  const rehearsalOfReal = await runHub({ ...real, settings: clock });
  expect(await rehearsalOfReal.ended).toEqual({ code: 1, signal: null });
  expect(rehearsalOfReal.errors()).toContain('holds real days: start without LOKET_CLOCK');

  const rehearsal = { ...(await order()), settings: clock };
  await (await startHub(rehearsal)).kill('SIGTERM');
  const realOfRehearsal = await runHub({ ...rehearsal, settings: {} });
  expect(await realOfRehearsal.ended).toEqual({ code: 1, signal: null });
  expect(realOfRehearsal.errors()).toContain('is of a rehearsal: start with LOKET_CLOCK');

  await startHub(rehearsal);
  expect((await clientOf(rehearsal.http).send('GET', '/board')).body).toMatchObject({
    office: { rehearsal: true },
  });
});
