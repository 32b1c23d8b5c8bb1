/** Every action at a counter over HTTP becomes the command of its name. */
import { expect, test } from 'vitest';
import type { Append, Journal } from '../../server/journal/journal.ts';
import { startStage, told } from './stage.ts';

test('a visit goes through its steps by the actions of two counters', async () => {
  const { send, token, take, hub } = await startStage();
  const as = await token('supervisor');
  const { code } = await take(as);
  await take(as);
  const at = async (counter: number, action: string, json: object = {}) => {
    const answer = await send(`POST /counters/${counter}/${action}`, { as, json });
    return [answer.status, answer.json.ticket ?? answer.json.code ?? null];
  };
  const visit = () => hub.state.day.visits.get(code);
  expect(await at(1, 'open', { steps: ['documents'], lanes: ['regular'] })).toEqual([200, null]);
  expect(await at(1, 'next')).toEqual([200, 'A-001']);
  expect(await at(1, 'recall')).toEqual([409, 'too-soon']);
  expect(await at(1, 'no-show')).toEqual([409, 'too-soon']);
  expect(await at(1, 'start')).toEqual([200, 'A-001']);
  expect(await at(1, 'undo')).toEqual([200, 'A-001']);
  expect(await at(1, 'hold')).toEqual([200, 'A-001']);
  expect(visit()?.state).toBe('held');
  expect(await at(1, 'call', { ticket: 'A1', reason: 'is back' })).toEqual([200, 'A-001']);
  expect(await at(1, 'incomplete', { reasons: ['missing'] })).toEqual([200, 'A-001']);
  expect(await at(1, 'return', { ticket: code })).toEqual([200, 'A-001']);
  expect(await at(1, 'call', { ticket: code })).toEqual([200, 'A-001']);
  expect(await at(1, 'transfer', { to: { counter: 9 } })).toEqual([409, 'unknown-counter']);
  expect(await at(1, 'transfer', { to: { step: 'interview' } })).toEqual([200, 'A-001']);
  await at(3, 'open');
  expect(await at(3, 'next')).toEqual([200, 'A-001']);
  expect(await at(3, 'done', { outcome: 'gold' })).toEqual([409, 'unknown-outcome']);
  expect(await at(3, 'done')).toEqual([200, 'A-001']);
  expect(visit()?.state).toBe('done');
  expect(await at(3, 'pause', { reason: 'lunch', until: '2099-01-01T08:00:00+08:00' })).toEqual([200, null]);
  expect(hub.state.day.counters.get(3)?.pause).toEqual({ reason: 'lunch', until: Date.UTC(2099, 0, 1) });
  expect(await at(1, 'close')).toEqual([409, 'confirm']);
  expect(await at(1, 'close', { confirm: true })).toEqual([200, null]);
});

test('a refusal says what can be done about it', async () => {
  const { send, token, take } = await startStage();
  const as = await token('counter', 1);
  await take(await token('kiosk'));
  await send('POST /counters/1/open', { as });
  const { json } = await send('POST /counters/1/close', { as });
  expect(json).toEqual({
    type: 'about:blank',
    title: 'The last counter that can serve somebody waiting closes only when confirmed',
    status: 409,
    code: 'confirm',
    tickets: ['A-001'],
  });
  await send('POST /counters/1/next', { as });
  const recall = await send('POST /counters/1/recall', { as });
  expect(recall.json).toMatchObject({ code: 'too-soon', availableAt: expect.stringMatching(/Z$/) });
  expect(told(await send('POST /counters/1/call', { as, json: { ticket: 'A-077' } }))).toEqual([
    409,
    'unknown-ticket',
  ]);
});

test('a full disk is 503, and not an answer to keep', async () => {
  const disk = { full: false };
  const full = async <T>(write: () => Promise<T>): Promise<T> => {
    if (disk.full) throw new Error('SQLITE_FULL');
    return write();
  };
  const wrapJournal = (journal: Journal): Journal => ({
    ...journal,
    append: (append: Append) => full(() => journal.append(append)),
    probe: () => full(() => journal.probe()),
  });
  const { send, token } = await startStage({ wrapJournal });
  const as = await token('kiosk');
  const take = () => send('POST /tickets', { as, key: 'k', json: { service: 'passport' } });
  disk.full = true;
  expect(told(await take())).toEqual([503, 'storage']);
  disk.full = false;
  expect(await take()).toMatchObject({ status: 201, json: { number: 'A-001' } });
});
