/** One press, and everything follows. */
import { expect, test } from 'vitest';
import type { CounterView, LobbyView, TicketView } from './office.ts';
import { startOffice } from './office.ts';

test('a press calls the next number: LED board, lobby, counter board and phone show it; a redelivery calls nobody', async () => {
  const office = await startOffice();
  const box = await office.plugInBox(3);
  await office.open(3);
  const [first, second] = await office.take('collection', 2);
  const lobby = await office.watch<LobbyView>('lobby');
  const board = await office.watch<CounterView>('counter:3');
  const phone = await office.watch<TicketView>(`ticket:${second?.code}`);
  expect(phone.last()).toMatchObject({ state: 'waiting', ahead: 1 });

  expect(await box.press('open')).toMatchObject({ ok: true });
  await office.api('POST', '/counters/3/open', { steps: ['handover'] });
  const result = await box.press('next');

  expect(result).toEqual({ boot: '7F3A', seq: 2, ok: true, ticket: 'C-001', counter: 3 });
  await box.shows('C-001');
  await lobby.shows(({ calls }) => expect(calls[0]).toMatchObject({ number: 'C-001', counter: 3, times: 1 }));
  await board.shows({ number: 'C-001', state: 'open', step: 'handover' });
  await phone.shows({ state: 'waiting', ahead: 0 });

  expect(await box.redeliver('next')).toEqual(result);
  expect((await office.api('GET', `/tickets/${second?.code}`)).body).toMatchObject({ state: 'waiting' });
  expect((await office.api('GET', `/tickets/${first?.code}`)).body).toMatchObject({
    state: 'called',
    counter: 3,
  });
});

test('the announcement reaches the lobby before the view of the same call', async () => {
  const office = await startOffice();
  const box = await office.plugInBox(1);
  await office.open(1);
  await office.take('passport');
  const lobby = await office.watch<LobbyView>('lobby');
  await box.press('next');
  await lobby.shows(({ calls }) => expect(calls).toHaveLength(1));
  const announced = lobby.heard.findIndex((one) => 'announce' in one);
  const viewed = lobby.heard.findIndex((one) => 'view' in one && one.view.view.calls.length === 1);
  expect(announced).toBeGreaterThan(-1);
  expect(announced).toBeLessThan(viewed);
  expect(lobby.heard[announced]).toMatchObject({
    announce: { number: 'A-001', counter: 1, step: 'documents', times: 1 },
  });
});

test('RE3 a redelivered refusal is refused again, though somebody waits by now', async () => {
  const office = await startOffice();
  const box = await office.plugInBox(1);
  await office.open(1);
  const refused = await box.press('next');
  expect(refused).toMatchObject({ ok: false, error: { code: 'nobody-waiting' }, seq: 1 });
  await office.take('passport');
  expect(await box.redeliver('next')).toEqual(refused);
  expect(await box.press('next')).toMatchObject({ ok: true, ticket: 'A-001', seq: 2 });
});

test('PR1 a press kept back longer than ten seconds is refused as stale; a retry of a done one is not', async () => {
  const office = await startOffice();
  const box = await office.plugInBox(1);
  await office.open(1);
  await office.take('passport', 2);
  expect(await box.press('next', { age_ms: 10_001 })).toMatchObject({ ok: false, error: { code: 'stale' } });
  const done = await box.press('next', { age_ms: 10_000 });
  expect(done).toMatchObject({ ok: true, ticket: 'A-001' });
  expect(await box.redeliver('next', { age_ms: 20_000 })).toEqual(done);
});

test('ten bounces of one key are one call', async () => {
  const office = await startOffice();
  const box = await office.plugInBox(1);
  await office.open(1);
  await office.take('passport', 12);
  const results = await Promise.all(Array.from({ length: 10 }, () => box.press('next')));
  expect(new Set(results.map((result) => (result.ok ? result.ticket : result.error.code)))).toEqual(
    new Set(['A-001']),
  );
});

test('two officers press at once: each gets somebody, nobody is called twice', async () => {
  const office = await startOffice();
  const [one, two] = [await office.plugInBox(1), await office.plugInBox(2)];
  await office.open(1, 2);
  await office.take('passport', 2);
  const results = await Promise.all([one.press('next'), two.press('next')]);
  expect(results.map((result) => result.ok && result.ticket).sort()).toEqual(['A-001', 'A-002']);
});

test('thirty kiosks at once are given thirty numbers', async () => {
  const office = await startOffice();
  const tickets = await Promise.all(Array.from({ length: 30 }, () => office.take('passport')));
  expect(new Set(tickets.flat().map(({ number }) => number)).size).toBe(30);
});

test('a visit of two steps keeps its number and is seen on the phone through both', async () => {
  const office = await startOffice();
  await office.open(1, 3);
  const [ticket] = await office.take('passport');
  const phone = await office.watch<TicketView>(`ticket:${ticket?.code}`);
  await office.api('POST', '/counters/1/next');
  await phone.shows({ state: 'called', counter: 1, step: 'documents' });
  await office.api('POST', '/counters/1/done');
  await phone.shows({ state: 'waiting', step: 'interview' });
  await office.api('POST', '/counters/3/next');
  await phone.shows({ state: 'called', counter: 3, step: 'interview', number: 'A-001' });
  await office.api('POST', '/counters/3/done', { outcome: 'passport-48' });
  await phone.shows({ state: 'done' });
});
