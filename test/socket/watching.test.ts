/** Watching views: the first one, every change, and nothing else. */
import { expect, test } from 'vitest';
import { contoh } from '../domain/office.ts';
import { openStage } from './stage.ts';

test('the view comes at once after watch, and on every change', async () => {
  const stage = await openStage();
  stage.day.opens(1);
  stage.day.takes('08:00');
  const screen = await stage.screen();
  expect(await screen.watch('lobby')).toBeNull();
  const first = await screen.view('lobby');
  expect(first).toMatchObject({ name: 'lobby', at: '2026-11-26T00:00:00.000Z', rate: 1 });
  expect(first.view.counters[0]).toEqual({ counter: 1, state: 'open', number: null });

  stage.passes(60_000);
  stage.day.next(1, '08:01');
  stage.tell();
  const second = await screen.view('lobby', 2);
  expect(second.at).toBe('2026-11-26T00:01:00.000Z');
  expect(second.seq).toBeGreaterThan(first.seq);
  expect(second.view.counters[0]).toEqual({ counter: 1, state: 'open', number: 'A-001' });
});

test('the announcement comes before the view of the same call, also when it is said again', async () => {
  const stage = await openStage();
  stage.day.opens(1);
  stage.day.takes('08:00');
  const screen = await stage.screen();
  await screen.watch('lobby');
  stage.day.next(1, '08:01');
  stage.tell();
  await screen.view('lobby', 2);
  stage.day.does({ type: 'RecallTicket', counter: 1 }, '08:02');
  stage.tell();
  await screen.view('lobby', 3);
  const callId = stage.day.visit('A-001').callId;
  expect(screen.heard.map(({ type, message }) => (type === 'announce' ? message : type))).toEqual([
    'view',
    { callId, number: 'A-001', counter: 1, step: 'documents', times: 1 },
    'view',
    { callId, number: 'A-001', counter: 1, step: 'documents', times: 2 },
    'view',
  ]);
});

test('a zone hears its own calls, once, though it watches the whole office too', async () => {
  const stage = await openStage();
  stage.day.opens(1, 5);
  stage.day.takes('08:00');
  stage.day.takes('08:00', 'collection');
  const [hall, both] = await Promise.all([stage.screen(), stage.screen()]);
  expect(await hall.watch('lobby:hall')).toBeNull();
  await both.watch('lobby');
  await both.watch('lobby:yard');
  stage.day.next(5, '08:01');
  stage.tell();
  stage.day.next(1, '08:02');
  stage.tell();
  const calls = (screen: typeof hall) =>
    screen.heard.flatMap(({ type, message }) => (type === 'announce' ? message.number : []));
  await both.until(() => calls(both).length >= 2);
  await hall.until(() => calls(hall).length >= 1);
  await both.view('lobby', 2);
  expect(calls(both)).toEqual(['C-001', 'A-001']);
  expect(calls(hall)).toEqual(['A-001']);
});

test('every zone hears a counter that has no zone', async () => {
  const counters = [
    { number: 1, steps: ['documents', 'interview', 'handover'] },
    { number: 2, steps: ['documents'], zone: 'hall' },
  ];
  const stage = await openStage({ office: contoh({ counters }) });
  stage.day.opens(1);
  stage.day.takes('08:00');
  const screen = await stage.screen();
  await screen.watch('lobby:hall');
  stage.day.next(1, '08:01');
  stage.tell();
  await screen.view('lobby:hall', 2);
  expect(screen.heard.map(({ type }) => type)).toEqual(['view', 'announce', 'view']);
});

test('what has not changed is not sent again, though the hub has told of something', async () => {
  const stage = await openStage();
  const screen = await stage.screen();
  await screen.watch('counter:3');
  await screen.watch('lobby');
  stage.day.takes('08:00');
  stage.tell();
  await screen.view('lobby', 2);
  stage.day.opens(3);
  stage.tell();
  await screen.view('counter:3', 2);
  expect(screen.views('counter:3').map(({ view }) => view.state)).toEqual(['closed', 'open']);
});

test('after unwatch nothing more comes; after watch again the view comes at once, and counts', async () => {
  const stage = await openStage();
  const screen = await stage.screen();
  await screen.watch('lobby');
  await screen.watch('counter:3');
  screen.send('unwatch', 'lobby');
  await screen.watch('kiosk');
  stage.day.opens(3);
  stage.tell();
  await screen.view('counter:3', 2);
  stage.day.does({ type: 'CloseCounter', counter: 3 }, '08:00');
  stage.tell();
  await screen.view('counter:3', 3);
  expect(screen.views('lobby')).toHaveLength(1);
  await screen.watch('lobby');
  await screen.view('lobby', 2);
  await screen.watch('lobby');
  await screen.view('lobby', 3);
  const seqs = screen.heard.flatMap(({ type, message }) => (type === 'view' ? message.seq : []));
  expect(seqs).toEqual([...new Set(seqs)].sort((a, b) => a - b));
});

test('after a reload everything is looked at again', async () => {
  const stage = await openStage();
  stage.day.takes('08:00');
  stage.tell();
  const screen = await stage.screen();
  const name = `ticket:${stage.day.visit('A-001').code}`;
  await screen.watch(name);
  await screen.watch('counter:1');
  stage.tell();
  stage.day.opens(1);
  stage.day.does({ type: 'CancelTicket', ticket: 'A-001' }, '08:01');
  stage.day.events.length = 0;
  stage.tell({ reloaded: true });
  expect((await screen.view(name, 2)).view.state).toBe('cancelled');
  expect((await screen.view('counter:1', 2)).view.state).toBe('open');
});

test('a name that the office no longer has gets nothing more, and the others go on', async () => {
  const stage = await openStage();
  const screen = await stage.screen();
  await screen.watch('counter:2');
  await screen.watch('counter:1');
  const counters = [{ number: 1, steps: ['documents', 'interview', 'handover'] }];
  stage.day.does(
    { type: 'ConfigureOffice', office: contoh({ counters, accent: '#ffffff' }), source: 'new' },
    '08:01',
  );
  stage.tell();
  expect((await screen.view('counter:1', 2)).view.office.accent).toBe('#ffffff');
  expect(screen.views('counter:2')).toHaveLength(1);
  expect((await screen.watch('counter:2'))?.code).toBe('not-found');
});

test('the virtual box is told as it changes', async () => {
  const stage = await openStage();
  const box = { counter: 3, connected: true, led: '', blinkMs: null, lastResult: null };
  stage.boxes.set(3, box);
  const screen = await stage.screen({ token: await stage.token('supervisor') });
  expect(await screen.watch('box:3')).toBeNull();
  stage.boxes.set(3, { ...box, led: 'A001' });
  stage.boxChanged(3);
  expect((await screen.view('box:3', 2)).view).toMatchObject({ counter: 3, led: 'A001' });
});

test('a screen that can only poll sees the same', async () => {
  const stage = await openStage();
  const screen = await stage.screen({ transports: ['polling'] });
  await screen.watch('counter:1');
  stage.day.opens(1);
  stage.tell();
  expect((await screen.view('counter:1', 2)).view.state).toBe('open');
});
