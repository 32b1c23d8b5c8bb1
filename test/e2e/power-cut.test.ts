/** `kill -9` of a real hub under load, again and again: nothing acknowledged is lost, and nothing counts twice. */
import { beforeAll, expect, test, vi } from 'vitest';
import type { LobbyView } from '../../server/contract/views.ts';
import type { DomainEvent } from '../../server/domain/events.ts';
import { watch } from '../stories/office.ts';
import { type Client, clientOf, tokenFor } from './client.ts';
import { choosePorts, type HubOrder, type HubProcess, startHub } from './hub-process.ts';
import { officeFile, officeText, temporaryFolder } from './office-file.ts';
import { type Box, type Kiosk, type PluggedIn, plugIn, pressOn, take, takeOn } from './office-under-load.ts';
import { pagesBuilt } from './pages-built.ts';
import { doubledCalls, only, readRecorded } from './recorded.ts';

beforeAll(pagesBuilt);

const password = 'rahasia-sekali-2026';
const rounds = 5;
const many = 5;

async function equip(http: number, boxCount = 1, kioskCount = 1) {
  const supervisor = clientOf(http, await tokenFor(http, password, 'supervisor'));
  const boxes: Box[] = [];
  for (let counter = 1; counter <= boxCount; counter += 1) {
    const id = `box-${counter}`;
    const { body } = await supervisor.send('POST', '/devices', { id, driver: 'loket', counter });
    const account = { username: id, password: String(body.password) };
    boxes.push({ id, counter, account, presses: [] });
    await supervisor.send('POST', `/counters/${counter}/open`);
  }
  const kiosks: Kiosk[] = [];
  for (let n = 1; n <= kioskCount; n += 1) {
    const token = await tokenFor(http, password, 'kiosk');
    kiosks.push({ name: `kiosk-${n}`, token, service: n % 2 ? 'passport' : 'collection', tickets: [] });
  }
  return { supervisor, boxes, kiosks };
}

/** Everybody at once, until the hub is killed: right after so many acknowledgements, with others under way. */
async function killUnderLoad(
  { http, mqtt }: HubOrder,
  hub: HubProcess,
  { boxes, kiosks }: { boxes: readonly Box[]; kiosks: readonly Kiosk[] },
): Promise<void> {
  const killAfter = 5 + Math.floor(Math.random() * 120);
  let heard = 0;
  const load = {
    acknowledged() {
      heard += 1;
      if (heard === killAfter) void hub.kill('SIGKILL');
    },
  };
  const lines = await Promise.all(boxes.map((box) => plugIn(mqtt, box)));
  await Promise.all([
    ...boxes.map((box, index) => pressOn(lines[index] as PluggedIn, box, load)),
    ...kiosks.map((kiosk) => takeOn(http, kiosk, load)),
  ]);
  expect(heard).toBeGreaterThanOrEqual(killAfter);
  expect(await hub.ended).toEqual({ code: null, signal: 'SIGKILL' });
}

/** Before anybody has done anything. */
async function everythingIsShown(
  mqtt: number,
  board: LobbyView,
  boxes: readonly Box[],
  lobby: Awaited<ReturnType<typeof watch<LobbyView>>>,
) {
  for (const box of boxes) {
    const line = await plugIn(mqtt, box);
    const atCounter = board.counters.find(({ counter }) => counter === box.counter);
    expect(atCounter?.state).toBe('open');
    await vi.waitFor(() => expect(line.shown).toEqual([atCounter?.number ?? '']), { timeout: 8000 });
    await line.unplug();
  }
  const numbers = board.counters.flatMap(({ number }) => number ?? []);
  expect(new Set(numbers).size).toBe(numbers.length);
  await lobby.shows((view) => expect(view).toEqual(board));
}

/** With the name that it had: whether it was recorded before the cut, nobody can know. */
async function retry(order: HubOrder, boxes: readonly Box[], kiosks: readonly Kiosk[]) {
  for (const box of boxes) {
    const line = await plugIn(order.mqtt, box);
    for (const press of box.presses.filter(({ answer }) => answer === null)) await line.press(press);
    await line.unplug();
  }
  for (const kiosk of kiosks) {
    for (const ticket of kiosk.tickets.filter(({ answer }) => answer === null))
      expect(await take(order.http, kiosk, ticket)).toMatchObject({ status: 201 });
  }
}

const numberOf = (ticket: Kiosk['tickets'][number]) => String(ticket.answer?.body.number);
const codeOf = (ticket: Kiosk['tickets'][number]) => String(ticket.answer?.body.code);

/** The last press and the last tickets of everybody, once more: the first answer, word for word. */
async function askAgain(order: HubOrder, boxes: readonly Box[], kiosks: readonly Kiosk[]) {
  for (const box of boxes) {
    const line = await plugIn(order.mqtt, box);
    for (const press of box.presses) {
      const first = press.answer;
      expect(await line.press(press)).toEqual(first);
    }
    await line.unplug();
  }
  for (const kiosk of kiosks) {
    for (const ticket of kiosk.tickets.slice(-15)) {
      const first = ticket.answer;
      expect(await take(order.http, kiosk, ticket)).toEqual(first);
    }
  }
}

/** Every attempt was answered in the end, and is in the journal as it was answered. */
function eachTicketIsThereOnce(events: readonly DomainEvent[], kiosks: readonly Kiosk[]): void {
  const tickets = kiosks.flatMap((kiosk) => kiosk.tickets);
  const taken = only(events, 'TicketTaken');
  expect(taken.map(({ code }) => code).sort()).toEqual(tickets.map(codeOf).sort());
  const numbers = taken.map(({ prefix, ordinal }) => `${prefix}-${String(ordinal).padStart(3, '0')}`);
  expect(numbers.toSorted()).toEqual(tickets.map(numberOf).sort());
  expect(new Set(numbers).size).toBe(numbers.length);
}

function eachPressCountsOnce(
  events: readonly DomainEvent[],
  boxes: readonly Box[],
  kiosks: readonly Kiosk[],
): void {
  const tickets = kiosks.flatMap((kiosk) => kiosk.tickets);
  const numberByCode = new Map(tickets.map((ticket) => [codeOf(ticket), numberOf(ticket)]));
  const calls = only(events, 'TicketCalled').map(
    ({ counter, code }) => `${numberByCode.get(code)} ${counter}`,
  );
  const answers = boxes.flatMap(({ presses }) => presses.flatMap(({ answer }) => answer ?? []));
  expect(answers).toHaveLength(boxes.reduce((sum, { presses }) => sum + presses.length, 0));
  const called = answers.flatMap((answer) =>
    answer.ok && answer.ticket !== null ? `${answer.ticket} ${answer.counter}` : [],
  );
  expect(calls.toSorted()).toEqual(called.sort());
  expect(new Set(calls.map((call) => call.split(' ')[0])).size).toBe(calls.length);
  const refused = answers.flatMap((answer) => (answer.ok ? [] : answer.error.code));
  expect(new Set(refused).isSubsetOf(new Set(['nobody-waiting']))).toBe(true);
  expect(doubledCalls(events)).toEqual([]);
  expect(calls.length).toBeGreaterThan(rounds);
}

async function boardOf(client: Client): Promise<LobbyView> {
  return (await client.send('GET', '/board')).body as unknown as LobbyView;
}

test('after kill -9 under load everything acknowledged is there, once, and every board is right by itself', async () => {
  const order: HubOrder = {
    folder: temporaryFolder(),
    ...(await choosePorts()),
    office: officeFile(officeText(undefined, many)),
    settings: { LOKET_SUPERVISOR_PASSWORD: password },
  };
  let hub = await startHub(order);
  const { supervisor, boxes, kiosks } = await equip(order.http, many, many);
  const lobby = await watch<LobbyView>(order.http, 'lobby');

  for (let round = 1; round <= rounds; round += 1) {
    await killUnderLoad(order, hub, { boxes, kiosks });
    const heardBefore = lobby.heard.length;
    hub = await startHub(order);
    const board = await boardOf(supervisor);
    await vi.waitFor(() => expect(lobby.heard.length).toBeGreaterThan(heardBefore), { timeout: 8000 });
    await everythingIsShown(order.mqtt, board, boxes, lobby);
    for (const ticket of kiosks.flatMap(({ tickets }) =>
      tickets.filter(({ acknowledged }) => acknowledged).slice(-5),
    ))
      expect(await supervisor.send('GET', `/tickets/${codeOf(ticket)}`)).toMatchObject({
        status: 200,
        body: { number: numberOf(ticket) },
      });
    await retry(order, boxes, kiosks);
  }
  await askAgain(order, boxes, kiosks);
  await hub.kill('SIGKILL');

  const { events } = await readRecorded(order.folder);
  eachTicketIsThereOnce(events, kiosks);
  eachPressCountsOnce(events, boxes, kiosks);
}, 120_000);

test('a refusal that was acknowledged before the cut is the same after it, though somebody waits by now', async () => {
  const order: HubOrder = {
    folder: temporaryFolder(),
    ...(await choosePorts()),
    office: officeFile(),
    settings: { LOKET_SUPERVISOR_PASSWORD: password },
  };
  const hub = await startHub(order);
  const { boxes, kiosks } = await equip(order.http);
  const [box, kiosk] = [boxes[0] as Box, kiosks[0] as Kiosk];
  const press = { name: 'box-1:1', seq: 1, acknowledged: false, answer: null };
  const refused = await (await plugIn(order.mqtt, box)).press(press);
  expect(refused).toMatchObject({ ok: false, boot: '7F3A', seq: 1, error: { code: 'nobody-waiting' } });
  expect(await take(order.http, kiosk, { name: 'one', acknowledged: false, answer: null })).toMatchObject({
    status: 201,
  });
  await hub.kill('SIGKILL');

  await startHub(order);
  const line = await plugIn(order.mqtt, box);
  expect(await line.press(press)).toEqual(refused);
  const next = await line.press({ name: 'box-1:2', seq: 2, acknowledged: false, answer: null });
  expect(next).toMatchObject({ ok: true, ticket: 'A-001', counter: 1 });
  await line.unplug();
}, 60_000);
