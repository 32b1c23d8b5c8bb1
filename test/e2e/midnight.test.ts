/** Midnight in the three zones of Indonesia, with everything open, and with the hub away: one roll-over each. */
import { expect, test, vi } from 'vitest';
import type { TicketAnswer } from '../../server/contract/http.ts';
import {
  type CounterView,
  connectBox,
  type LobbyView,
  startOffice,
  type TicketView,
  type watch,
} from '../stories/office.ts';
import { officeFile, officeText, temporaryFolder } from './office-file.ts';
import { only, readRecorded } from './recorded.ts';
import { stoppedMachine } from './stopped-machine.ts';

/** Local midnight between 26 and 27 November 2026: WIB, WITA and WIT are 7, 8 and 9 hours ahead of UTC. */
const zones = [
  { timeZone: 'Asia/Jakarta', midnight: '2026-11-26T17:00:00.000Z' },
  { timeZone: 'Asia/Makassar', midnight: '2026-11-26T16:00:00.000Z' },
  { timeZone: 'Asia/Jayapura', midnight: '2026-11-26T15:00:00.000Z' },
] as const;

const minutes = 60_000;
/** Hub milliseconds in a real one. */
const rate = 30;
/** Real milliseconds before midnight at which the clock begins to run: half a minute of the hub. */
const lead = 1000;

type Office = Awaited<ReturnType<typeof startOffice>>;

/** One visit in each state, at counters 1 (called) and 2 (serving); its box has pressed the call at counter 1. */
async function fillTheDay(office: Office) {
  const { api } = office;
  const box = await office.plugInBox(1);
  await office.open(1, 2, 3);
  const at = (counter: number, action: string, body?: object) =>
    api('POST', `/counters/${counter}/${action}`, body);
  const states = [
    'done',
    'no-show',
    'incomplete',
    'held',
    'serving',
    'called',
    'waiting',
    'cancelled',
  ] as const;
  const taken = await office.take('passport', states.length);
  const tickets = Object.fromEntries(states.map((state, n) => [state, taken[n]])) as Record<
    (typeof states)[number],
    TicketAnswer
  >;
  await at(2, 'next');
  await at(2, 'done');
  await at(2, 'next');
  await at(2, 'no-show');
  await at(2, 'next');
  await at(2, 'incomplete', { reasons: ['missing'] });
  await at(2, 'next');
  await at(2, 'hold');
  await at(2, 'next');
  await at(2, 'start');
  const call = await box.press('next');
  await api('DELETE', `/tickets/${tickets.cancelled.code}`);
  return { box, tickets, call };
}

async function openOffice(timeZone: string, from: number) {
  const folder = temporaryFolder();
  const clock = stoppedMachine();
  const order = { folder, office: officeFile(officeText(timeZone, 3)), rehearsal: { from, rate } };
  return { folder, clock, order, office: await startOffice({ ...order, machine: clock }) };
}

type Phones = Map<string, Awaited<ReturnType<typeof watch<TicketView>>>>;

const lastSaid = (phones: Phones) =>
  Object.fromEntries([...phones].map(([state, phone]) => [state, phone.last().state]));

test.each(zones)(
  'midnight in $timeZone: boards go blank, counters close, visits end, numbers begin again, once',
  async ({ timeZone, midnight }) => {
    const { office, clock, folder } = await openOffice(timeZone, Date.parse(midnight) - 10 * minutes);
    const { box, tickets, call } = await fillTheDay(office);
    expect(call).toMatchObject({ ok: true, ticket: tickets.called.number });
    const lobby = await office.watch<LobbyView>('lobby');
    const board = await office.watch<CounterView>('counter:2');
    const phones: Phones = new Map();
    for (const [state, { code }] of Object.entries(tickets))
      phones.set(state, await office.watch<TicketView>(`ticket:${code}`));
    expect(lastSaid(phones)).toEqual(Object.fromEntries(Object.keys(tickets).map((state) => [state, state])));
    await box.shows(tickets.called.number);
    await board.shows({ state: 'open', number: tickets.serving.number });

    clock.skip((10 * minutes) / rate - lead);
    clock.run();
    await box.shows('');
    await board.shows({ state: 'closed', number: null, handover: null });
    await lobby.shows((view) => {
      expect(view.counters.map(({ state, number }) => [state, number])).toEqual(
        Array(3).fill(['closed', null]),
      );
      expect(view.calls).toEqual([]);
      expect(view.waiting.map(({ count }) => count)).not.toContain(1);
    });
    const over = { waiting: 'unfinished', called: 'unfinished', serving: 'unfinished', held: 'unfinished' };
    const asBefore = { done: 'done', 'no-show': 'no-show', incomplete: 'incomplete', cancelled: 'cancelled' };
    // What the phones say is judged at the end: the rest is to be seen also when they are wrong.
    const told = vi.waitFor(() => expect(lastSaid(phones)).toEqual({ ...over, ...asBefore }), 4000);
    told.catch(() => undefined);

    expect(await box.redeliver('next')).toEqual(call);
    const refused = await box.press('next');
    expect(refused).toMatchObject({ ok: false, error: { code: 'counter-closed' } });
    const [first] = await office.take('passport');
    expect(first).toMatchObject({ number: 'A-001', ahead: 0 });
    expect(await box.redeliver('next')).toEqual(refused);
    expect((await office.api('GET', `/tickets/${first?.code}`)).body).toMatchObject({ state: 'waiting' });
    await box.shows('');
    await told.catch(() => undefined);
    await office.close();

    const { days, events } = await readRecorded(folder, 'rehearsal');
    expect([...days.keys()]).toEqual(['day:2026-11-26', 'day:2026-11-27']);
    const open = [tickets.held, tickets.serving, tickets.called, tickets.waiting];
    expect(only(events, 'DayEnded')).toEqual([
      { type: 'DayEnded', at: Date.parse(midnight), unfinished: expect.any(Array) },
    ]);
    expect(only(events, 'DayEnded')[0]?.unfinished.toSorted()).toEqual(open.map(({ code }) => code).sort());
    const endsAt = Date.parse(midnight) + 24 * 60 * minutes;
    expect(only(events, 'DayBegan').slice(1)).toEqual([
      { type: 'DayBegan', at: Date.parse(midnight), date: '2026-11-27', endsAt },
    ]);
    expect(lastSaid(phones)).toEqual({ ...over, ...asBefore });
  },
);

/** An answer is kept for 48 hours: after that, a redelivery is a press of now. */
const absences = [
  ...zones.map((zone) => ({ ...zone, nights: 1, date: '2026-11-27', isKept: true })),
  { ...zones[2], nights: 5, date: '2026-12-01', isKept: false },
];

test.each(absences)(
  'the hub away in $timeZone for $nights night(s): one roll-over when it starts, and all is as after midnight',
  async ({ timeZone, midnight, nights, date, isKept }) => {
    const before = await openOffice(timeZone, Date.parse(midnight) - 10 * minutes);
    const { box, call } = await fillTheDay(before.office);
    await before.office.close();
    await box.end();

    const from = Date.parse(midnight) + ((nights - 1) * 24 + 8) * 60 * minutes;
    const machine = stoppedMachine();
    const office = await startOffice({ ...before.order, rehearsal: { from, rate }, machine });
    const again = await connectBox(office.loket.mqttPort, 'box-1', box.account);
    await again.shows('');
    const { counters, calls } = (await office.api('GET', '/board')).body as unknown as LobbyView;
    expect(counters.map(({ state }) => state)).toEqual(['closed', 'closed', 'closed']);
    expect(calls).toEqual([]);
    const answer = await again.press('next');
    if (isKept) expect(answer).toEqual(call);
    else expect(answer).toMatchObject({ ok: false, error: { code: 'counter-closed' } });
    expect((await office.take('passport'))[0]).toMatchObject({ number: 'A-001', ahead: 0 });
    await office.close();

    const { days, events } = await readRecorded(before.folder, 'rehearsal');
    expect([...days.keys()]).toEqual(['day:2026-11-26', `day:${date}`]);
    expect(only(events, 'DayEnded').map(({ at }) => at)).toEqual([Date.parse(midnight)]);
    expect(only(events, 'DayEnded')[0]?.unfinished).toHaveLength(4);
    expect(only(events, 'DayBegan').map((began) => began.date)).toEqual(['2026-11-26', date]);
    expect(only(events, 'TicketCalled')).toHaveLength(6);
  },
);
