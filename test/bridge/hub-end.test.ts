/** A device's way to the hub over the real broker; what the hub commits, and when, the test decides. */
import { connect, createServer, type Socket } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openHubEnd } from '../../counter-firmware-bridge/hub-end.ts';
import type { Wanted } from '../../counter-firmware-bridge/line.ts';
import { called, hashOf } from '../mqtt/fake-hub.ts';
import { type Office, openOffice } from '../mqtt/office.ts';
import { publishPacket } from '../mqtt/wire.ts';

const wait = { timeout: 10_000, interval: 5 };
const next = { key: 'next', arg: null, seq: 17, boot: '7F3A', ageMs: 40 };

function join(port: number, password = 'ctr-03') {
  const shown: Wanted[] = [];
  const logged: string[] = [];
  let identified = 0;
  const end = openHubEnd({
    id: 'ctr-03',
    password,
    hub: { host: '127.0.0.1', port },
    boot: 'b00c',
    show: (wanted) => shown.push(wanted),
    identify: () => {
      identified += 1;
    },
    log: (message, what) => logged.push(`${message} ${JSON.stringify(what)}`),
  });
  onTestFinished(end.close);
  return { end, shown, logged, identified: () => identified };
}

/** Somebody who hears everything. */
async function listen(office: Office) {
  const wire = await office.integration('watcher', { read: ['loket/v1/#'], write: ['loket/v1/#'] });
  const of = (topic: string) =>
    wire.messages
      .filter((message) => message.topic === `loket/v1/ctr-03/${topic}`)
      .map(({ payload }) => payload);
  return { wire, of };
}

/** The device is there: it has subscribed, and its first state is on the broker. */
async function joined(office: Office) {
  const heard = await listen(office);
  const device = join(office.port);
  await vi.waitFor(() => expect(heard.of('status')).toContain('offline'), wait);
  return { ...device, heard };
}

/** A cable to the hub that can be cut, or holds back what is sent until it is joined again. */
async function openCut(port: number) {
  const pairs = new Set<Socket>();
  let held: (() => void)[] = [];
  let isSlow = false;
  const server = createServer((near) => {
    const far = connect({ host: '127.0.0.1', port });
    for (const one of [near, far]) {
      pairs.add(one);
      one.on('error', () => undefined);
      one.on('close', () => {
        pairs.delete(one);
        near.destroy();
        far.destroy();
      });
    }
    far.on('data', (bytes) => near.write(bytes));
    near.on('data', (bytes) => {
      if (isSlow) held.push(() => far.destroyed || far.write(bytes));
      else far.write(bytes);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const one of pairs) one.destroy();
    server.close();
  });
  return {
    port: (server.address() as { port: number }).port,
    cut: () => [...pairs].map((one) => one.destroy()),
    isCut: () => pairs.size === 0,
    holdBack(): void {
      isSlow = true;
    },
    letGo(): void {
      isSlow = false;
      for (const send of held) send();
      held = [];
    },
  };
}

test('a press is answered after the commit, and not before', async () => {
  const office = await openOffice();
  const { end } = await joined(office);
  office.hub.answerWith(null);
  let answer: unknown;
  void end.press(next).then((given) => {
    answer = given;
  });
  await vi.waitFor(() => expect(office.hub.submitted).toHaveLength(1), wait);
  expect(answer).toBeUndefined();
  expect(office.hub.submitted[0]).toMatchObject({
    command: { type: 'CallNext', counter: 3, ageMs: 40 },
    from: { account: 'device:ctr-03', key: '7F3A:17' },
  });
  office.hub.submitted[0]?.settle(called('A-013'));
  await vi.waitFor(() => expect(answer).toEqual({ kind: 'ok', ticket: 'A-013' }), wait);
});

test('a press that was recorded and refused is refused, one that could not be recorded is not now', async () => {
  const office = await openOffice();
  const { end } = await joined(office);
  office.hub.answerWith(() => ({ ok: false, refusal: { code: 'nobody-waiting' } }));
  expect(await end.press(next)).toEqual({ kind: 'refused', code: 'nobody-waiting' });
  office.hub.answerWith(() => ({ ok: false, refusal: { code: 'storage' } }));
  expect(await end.press({ ...next, seq: 18 })).toEqual({ kind: 'not-now' });
  office.hub.answerWith(() => called('A-014'));
  await vi.waitFor(
    async () => expect(await end.press({ ...next, seq: 18 })).toEqual({ kind: 'ok', ticket: 'A-014' }),
    wait,
  );
  const names = office.hub.submitted.map(({ from }) => from.key);
  expect(names.slice(0, 2)).toEqual(['7F3A:17', '7F3A:18']);
});

test('while the hub is away a press is not now', async () => {
  const { end } = join(1);
  expect(await end.press(next)).toEqual({ kind: 'not-now' });
});

test('the same press twice at once is one message and one answer', async () => {
  const office = await openOffice();
  const { end } = await joined(office);
  office.hub.answerWith(() => called('A-013'));
  const answers = await Promise.all([end.press(next), end.press(next)]);
  expect(answers).toEqual([
    { kind: 'ok', ticket: 'A-013' },
    { kind: 'ok', ticket: 'A-013' },
  ]);
  expect(office.hub.submitted).toHaveLength(1);
});

test('a hub that does not answer: not now, and nothing old arrives later', async () => {
  const office = await openOffice();
  const heard = await listen(office);
  const line = await openCut(office.port);
  const { end, logged } = join(line.port);
  await vi.waitFor(() => expect(heard.of('status')).toContain('offline'), wait);
  line.holdBack();
  expect(await end.press(next)).toEqual({ kind: 'not-now' });
  expect(logged).toEqual([
    'the hub did not answer a press in time {"device":"ctr-03","boot":"7F3A","seq":17}',
  ]);
  // What is under way is thrown away with the connection.
  await vi.waitFor(() => expect(line.isCut()).toBe(true), wait);
  line.letGo();
  await vi.waitFor(async () => expect((await end.press({ ...next, seq: 18 })).kind).toBe('ok'), wait);
  expect(office.hub.submitted.map(({ from }) => from.key)).not.toContain('7F3A:17');
});

test('a connection that is cut under a press: not now at once, and the library does not repeat it', async () => {
  const office = await openOffice();
  const heard = await listen(office);
  const line = await openCut(office.port);
  const { end } = join(line.port);
  await vi.waitFor(() => expect(heard.of('status')).toContain('offline'), wait);
  office.hub.answerWith(null);
  const answer = end.press(next);
  await vi.waitFor(() => expect(office.hub.submitted).toHaveLength(1), wait);
  line.cut();
  expect(await answer).toEqual({ kind: 'not-now' });
  office.hub.answerWith(() => called('A-013'));
  office.hub.submitted[0]?.settle(called('A-013'));
  await vi.waitFor(
    async () => expect(await end.press({ ...next, seq: 18 })).toEqual({ kind: 'ok', ticket: 'A-013' }),
    wait,
  );
  expect(office.hub.submitted.map(({ from }) => from.key)).toEqual(['7F3A:17', '7F3A:18']);
  // The same press again, by the box itself: anew, with its true age.
  await end.press({ ...next, ageMs: 4000 });
  expect(office.hub.submitted.at(-1)).toMatchObject({ command: { ageMs: 4000 }, from: { key: '7F3A:17' } });
});

test('status, info and the board are retained, and said again after the connection was lost', async () => {
  const office = await openOffice();
  const heard = await listen(office);
  const line = await openCut(office.port);
  const { end } = join(line.port);
  end.status(true);
  end.info({ model: 'qbtn', fw: '0.1.0', boot: '7F3A', caps: { keys: 4 } });
  end.shown({ rev: 812, text: 'A-012', ok: true });
  const info = '{"model":"qbtn","fw":"0.1.0","proto":1,"boot":"7F3A","caps":{"keys":4}}';
  await vi.waitFor(
    () => expect(heard.of('display/state')).toEqual(['{"rev":812,"text":"A-012","ok":true}']),
    wait,
  );
  expect(heard.of('info')).toEqual([info]);
  expect(heard.of('status')).toEqual(['online']);
  line.cut();
  await vi.waitFor(() => expect(heard.of('info')).toEqual([info, info]), wait);
  await vi.waitFor(() => expect(heard.of('status')).toEqual(['online', 'offline', 'online']), wait);
  end.status(false);
  await vi.waitFor(() => expect(heard.of('status').at(-1)).toBe('offline'), wait);
  expect(heard.of('status')).toHaveLength(4);
});

test('the board is told what to show, also what is retained already, and identify comes through', async () => {
  const office = await openOffice();
  office.hub.calls(3, 'A-012');
  const { shown, identified, heard } = await joined(office);
  await vi.waitFor(
    () => expect(shown.at(-1)).toMatchObject({ text: 'A-012', counter: 3, blinkForMs: 6000 }),
    wait,
  );
  heard.wire.send(
    publishPacket('loket/v1/ctr-03/display/set', '{"text":7}', 8),
    publishPacket('loket/v1/ctr-03/display/set', 'rubbish', 9),
    publishPacket('loket/v1/ctr-03/cmd/identify', '', 10),
  );
  await vi.waitFor(() => expect(identified()).toBe(1), wait);
  expect(shown).toHaveLength(1);
});

test('a temperature has the names of the contract, and its numbers count', async () => {
  const office = await openOffice();
  const { end, heard } = await joined(office);
  end.temperature({ object: 36.52, ambient: 27.1, kind: 'forehead' });
  end.temperature({ object: 36.1, ambient: null, body: 36.8, kind: 'forehead' });
  await vi.waitFor(() => expect(heard.of('temperature')).toHaveLength(2), wait);
  expect(heard.of('temperature').map((payload) => JSON.parse(payload))).toEqual([
    { seq: 1, boot: 'b00c', object_c: 36.52, ambient_c: 27.1, kind: 'forehead' },
    { seq: 2, boot: 'b00c', object_c: 36.1, ambient_c: null, body_c: 36.8, kind: 'forehead' },
  ]);
});

test('lines about the wire: twenty a second, then how many were left out; nobody’s temperature', async () => {
  const office = await openOffice();
  const { end, heard } = await joined(office);
  end.note('in', '$Q1,90,5,TMP,36.52,27.10,C,O*59F6');
  for (let line = 0; line < 100; line += 1) end.note('out', `line ${line}`);
  await vi.waitFor(() => expect(heard.of('log').at(-1)).toContain('left out'), wait);
  const lines = heard.of('log').map((payload) => JSON.parse(payload));
  expect(lines).toHaveLength(21);
  expect(lines[0]).toEqual({ way: 'in', text: '$Q1,90,5,TMP,…*59F6' });
  expect(lines[20]).toEqual({ way: 'wrong', text: '81 more lines were left out' });
});

test('a trouble of the port is told when the hub is there', async () => {
  const office = await openOffice();
  const heard = await listen(office);
  const { end } = join(office.port);
  end.note('wrong', '/dev/ttyUSB0: there is no such port');
  await vi.waitFor(
    () => expect(heard.of('log')).toEqual(['{"way":"wrong","text":"/dev/ttyUSB0: there is no such port"}']),
    wait,
  );
});

test('a wrong password is said once in words, and when the account is mended the device comes in', async () => {
  const office = await openOffice();
  const { logged, end } = join(office.port, 'guess');
  await vi.waitFor(
    () =>
      expect(logged).toEqual([
        'the hub cannot be reached {"device":"ctr-03","error":"the hub does not know this account, or its password is another one"}',
      ]),
    wait,
  );
  expect(await end.press(next)).toEqual({ kind: 'not-now' });
  office.hub.add({ id: 'ctr-03', hash: hashOf('guess') });
  await vi.waitFor(async () => expect((await end.press(next)).kind).toBe('ok'), { ...wait, timeout: 20_000 });
  expect(logged).toHaveLength(1);
});
