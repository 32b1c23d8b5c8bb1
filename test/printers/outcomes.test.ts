/** What came of a paper: printed, certainly not, or perhaps. A real connection to a printer that fails in every way. */

import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import type { Mood } from './machine.ts';
import { officeWith, plugIn, printerAt } from './office.ts';
import { ticket } from './papers.ts';

const oneWith = async (mood: Partial<Mood> = {}) => {
  const printer = await plugIn(mood);
  return { printer, office: officeWith([printerAt('lobby', printer.at)]) };
};

test('a printer that is well prints the paper once, and it is written down before', async () => {
  const { printer, office } = await oneWith();
  expect(await office.print()).toEqual({ outcome: 'printed', printer: 'lobby' });
  expect(printer.papers()).toHaveLength(1);
  expect(printer.papers()[0]?.lines).toContain('A-012');
  expect(office.started).toEqual(['lobby']);
  expect(printer.mostAtOnce).toBe(1);
});

test('near the end of its paper it still prints, and says so', async () => {
  const { office } = await oneWith({ paper: 'near-end' });
  expect(await office.print()).toEqual({ outcome: 'printed', printer: 'lobby' });
  expect(office.printers.state('lobby')).toMatchObject({ state: 'near-end', waiting: 0 });
});

test.each<[string, Partial<Mood>, string]>([
  ['no paper', { paper: 'out' }, 'out'],
  ['an open cover', { cover: 'open' }, 'cover'],
  ['switched offline', { offline: true }, 'offline'],
  ['a jammed cutter', { error: true }, 'error'],
])('%s: certainly nothing was printed, and nothing was written down', async (_what, mood, why) => {
  const { printer, office } = await oneWith(mood);
  expect(await office.print()).toEqual({ outcome: 'failed', printer: null, why });
  expect(office.started).toEqual([]);
  expect(printer.printed).toHaveLength(0);
  expect(office.printers.state('lobby')?.state).toBe(why);
});

test('put right again, the next paper comes out', async () => {
  const { printer, office } = await oneWith({ paper: 'out' });
  await office.print();
  printer.set({ paper: 'enough' });
  expect(await office.print()).toEqual({ outcome: 'printed', printer: 'lobby' });
  expect(printer.papers()).toHaveLength(1);
});

test('the paper ends in the middle: perhaps, and it is not sent again', async () => {
  const { printer, office } = await oneWith({ outAfter: 300 });
  expect(await office.print()).toEqual({ outcome: 'unsure', printer: 'lobby', why: 'out' });
  expect(printer.begun).toBe(300);
  expect(office.started).toEqual(['lobby']);
});

test('the power of the printer goes in the middle: perhaps', async () => {
  const { office } = await oneWith({ breaksAfter: 200 });
  expect(await office.print()).toMatchObject({ outcome: 'unsure', printer: 'lobby' });
});

test('a printer that answers but never says the end is believed when it is well', async () => {
  const { printer, office } = await oneWith({ endless: true });
  expect(await office.print()).toEqual({ outcome: 'printed', printer: 'lobby' });
  expect(await office.print()).toEqual({ outcome: 'printed', printer: 'lobby' });
  expect(printer.papers()).toHaveLength(2);
});

test('one that always said the end and does not this time: perhaps', async () => {
  const { printer, office } = await oneWith();
  await office.print();
  printer.set({ busy: true });
  expect(await office.print()).toEqual({ outcome: 'unsure', printer: 'lobby', why: 'unfinished' });
});

test('a printer that answers nothing prints, and its state is not known', async () => {
  const { printer, office } = await oneWith({ silent: true });
  expect(await office.print()).toEqual({ outcome: 'printed', printer: 'lobby' });
  expect(printer.papers()).toHaveLength(1);
  expect(office.printers.state('lobby')?.state).toBe('unknown');
});

test('a silent printer is asked seldom', async () => {
  const { printer, office } = await oneWith({ silent: true });
  for (let count = 0; count < 3; count += 1) await office.print();
  expect(printer.papers()).toHaveLength(3);
  expect(printer.asked).toBe(1);
});

test('a silent printer whose power goes in the middle: perhaps', async () => {
  const { office } = await oneWith({ silent: true, breaksAfter: 200 });
  expect(await office.print()).toMatchObject({ outcome: 'unsure', why: 'broken' });
});

test('one that has answered and is silent now gets the paper where no other can; what came of it is not known', async () => {
  const { printer, office } = await oneWith();
  await office.print();
  printer.set({ silent: true });
  expect(await office.print()).toEqual({ outcome: 'unsure', printer: 'lobby', why: 'silent' });
});

test('a silent printer that never hangs up is believed: nothing can be noticed there', async () => {
  const { printer, office } = await oneWith({ silent: true, clings: true });
  for (let count = 0; count < 2; count += 1)
    expect(await office.print()).toEqual({ outcome: 'printed', printer: 'lobby' });
  expect(printer.papers()).toHaveLength(2);
});

test('a silent one that always hung up and does not this time: perhaps', async () => {
  const { printer, office } = await oneWith({ silent: true });
  await office.print();
  printer.set({ clings: true });
  expect(await office.print()).toEqual({ outcome: 'unsure', printer: 'lobby', why: 'unfinished' });
});

test('switched off: certainly nothing; switched on again it prints', async () => {
  const { printer, office } = await oneWith();
  await printer.switchOff();
  expect(await office.print()).toEqual({ outcome: 'failed', printer: null, why: 'offline' });
  expect(office.printers.state('lobby')?.state).toBe('offline');
  await printer.switchOn();
  expect(await office.print()).toEqual({ outcome: 'printed', printer: 'lobby' });
});

test('what cannot be written down is not sent', async () => {
  const { printer, office } = await oneWith();
  const station = { role: 'kiosk', token: null };
  const started = () => Promise.reject(new Error('the disk is full'));
  expect(await office.printers.print({ paper: ticket(), station, started })).toEqual({
    outcome: 'failed',
    printer: null,
    why: 'not-recorded',
  });
  expect(printer.printed).toHaveLength(0);
});

test('a power cut of the hub while the start is written: no byte has left', async () => {
  const { printer, office } = await oneWith();
  const station = { role: 'kiosk', token: null };
  const asked = new Promise<() => void>((resolve) => {
    void office.printers.print({
      paper: ticket(),
      station,
      started: () => new Promise((written) => resolve(written)),
    });
  });
  const written = await asked;
  // Time for three questions and answers would have been time for a paper.
  const other = officeWith([printerAt('same', printer.at)]);
  await other.until(() => other.printers.state('same')?.state === 'ok');
  expect(printer.printed).toHaveLength(0);
  written();
  await printer.until((one) => one.papers().length === 1);
});

test('answers with wrong fixed bits are no answers: its state is not known', async () => {
  const server = createServer((socket) => {
    socket.on('error', () => {}).on('data', () => socket.write(Uint8Array.of(0xff, 0x00, 0x7f)));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const office = officeWith([printerAt('lobby', `tcp://127.0.0.1:${port}`)]);
  expect(await office.print()).toEqual({ outcome: 'printed', printer: 'lobby' });
  expect(office.printers.state('lobby')?.state).toBe('unknown');
});
