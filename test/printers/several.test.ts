/** Several printers: whose turn it is, who steps in, and that no paper comes out twice. */
import { expect, test } from 'vitest';
import { officeWith, plugIn, printerAt } from './office.ts';
import { ticket } from './papers.ts';

const station = (role: string, token: string | null = null) => ({ role, token });

test('the first is out of paper: the next one prints, and only it', async () => {
  const [first, second] = [await plugIn({ paper: 'out' }), await plugIn()];
  const office = officeWith([printerAt('a', first.at), printerAt('b', second.at)]);
  expect(await office.print()).toEqual({ outcome: 'printed', printer: 'b' });
  expect(first.printed).toHaveLength(0);
  expect(second.papers()).toHaveLength(1);
  expect(office.started).toEqual(['b']);
});

test('the paper ends in the middle on the first: the second prints nothing', async () => {
  const [first, second] = [await plugIn({ outAfter: 300 }), await plugIn()];
  const office = officeWith([printerAt('a', first.at), printerAt('b', second.at)]);
  expect(await office.print()).toMatchObject({ outcome: 'unsure', printer: 'a' });
  expect(second.printed).toHaveLength(0);
});

test('both are out: certainly nothing', async () => {
  const [first, second] = [await plugIn({ paper: 'out' }), await plugIn({ cover: 'open' })];
  const office = officeWith([printerAt('a', first.at), printerAt('b', second.at)]);
  expect(await office.print()).toEqual({ outcome: 'failed', printer: null, why: 'out' });
});

test('a spare printer prints only when the own one cannot', async () => {
  const [spare, own] = [await plugIn(), await plugIn()];
  const office = officeWith([printerAt('spare', spare.at, { spare: true }), printerAt('own', own.at)]);
  expect(await office.print()).toMatchObject({ printer: 'own' });
  own.set({ paper: 'out' });
  expect(await office.print()).toMatchObject({ printer: 'spare' });
  own.set({ paper: 'enough' });
  await office.printers.identify('own');
  expect(await office.print()).toMatchObject({ printer: 'own' });
});

test('one named for this station comes before those of its role', async () => {
  const [ofRole, ofStation] = [await plugIn(), await plugIn()];
  const office = officeWith([
    printerAt('all', ofRole.at, { for: ['kiosk'] }),
    printerAt('mine', ofStation.at, { for: ['kiosk-2'] }),
  ]);
  expect(await office.print(ticket(), station('kiosk', 'kiosk-2'))).toMatchObject({ printer: 'mine' });
  expect(await office.print(ticket(), station('kiosk', 'kiosk-1'))).toMatchObject({ printer: 'all' });
  expect(office.printers.forStation(station('kiosk', 'kiosk-2'))).toMatchObject({ id: 'mine' });
});

test('a station that no printer serves: nothing is printed, and it is told so before', async () => {
  const printer = await plugIn();
  const office = officeWith([printerAt('door', printer.at, { for: ['door'] })]);
  expect(office.printers.forStation(station('counter'))).toBeNull();
  expect(await office.print(ticket(), station('counter'))).toEqual({
    outcome: 'failed',
    printer: null,
    why: 'no-printer',
  });
});

test('one that answered before and is silent now: the other prints', async () => {
  const [first, second] = [await plugIn(), await plugIn()];
  const office = officeWith([printerAt('a', first.at), printerAt('b', second.at)]);
  await office.print();
  first.set({ silent: true });
  expect(await office.print()).toEqual({ outcome: 'printed', printer: 'b' });
  expect(first.papers()).toHaveLength(1);
});

test('a flood of papers: each comes out once, one connection at a time, and the rest certainly not', async () => {
  const printer = await plugIn();
  const office = officeWith([printerAt('lobby', printer.at)]);
  const results = await Promise.all(
    Array.from({ length: 30 }, (_, at) => office.print(ticket({ number: `A-${100 + at}` }))),
  );
  const printed = results.filter(({ outcome }) => outcome === 'printed');
  expect(printed).toHaveLength(20);
  expect(results.filter(({ why }) => why === 'full')).toHaveLength(10);
  const numbers = printer.papers().map(({ lines }) => lines.find((line) => /^A-\d+$/.test(line)));
  expect(numbers).toEqual(Array.from({ length: 20 }, (_, at) => `A-${100 + at}`));
  expect(printer.mostAtOnce).toBe(1);
  expect(office.printers.state('lobby')?.waiting).toBe(0);
});

test('a paper that waits too long for a busy printer goes to the next one', async () => {
  const [first, second] = [await plugIn(), await plugIn()];
  const office = officeWith([printerAt('a', first.at), printerAt('b', second.at)], { wait: 300 });
  let written = (): void => {};
  const begun = new Promise<void>((resolve) => {
    void office.printers.print({
      paper: ticket(),
      station: station('kiosk'),
      started: () => {
        resolve();
        return new Promise((done) => {
          written = done;
        });
      },
    });
  });
  await begun;
  expect(await office.print(ticket({ number: 'B-001' }))).toEqual({ outcome: 'printed', printer: 'b' });
  written();
  await first.until((one) => one.papers().length === 1);
  expect(first.papers()[0]?.lines).not.toContain('B-001');
});

test('a printer that moves while papers wait: they come out at the new place', async () => {
  const [before, after] = [await plugIn(), await plugIn()];
  const office = officeWith([printerAt('lobby', before.at)]);
  let written = (): void => {};
  const begun = new Promise<void>((resolve) => {
    void office.printers.print({
      paper: ticket(),
      station: station('kiosk'),
      started: () => {
        resolve();
        return new Promise((done) => {
          written = done;
        });
      },
    });
  });
  await begun;
  const waits = office.print(ticket({ number: 'B-001' }));
  office.devices[0] = printerAt('lobby', after.at);
  written();
  expect(await waits).toEqual({ outcome: 'printed', printer: 'lobby' });
  expect(after.papers()[0]?.lines).toContain('B-001');
  await before.until((one) => one.papers().length === 1);
});

test('a printer that is taken away while papers wait prints none of them', async () => {
  const printer = await plugIn();
  const office = officeWith([printerAt('lobby', printer.at)]);
  let written = (): void => {};
  const begun = new Promise<void>((resolve) => {
    void office.printers.print({
      paper: ticket(),
      station: station('kiosk'),
      started: () => {
        resolve();
        return new Promise((done) => {
          written = done;
        });
      },
    });
  });
  await begun;
  const waits = office.print(ticket({ number: 'B-001' }));
  office.devices.length = 0;
  written();
  expect(await waits).toMatchObject({ outcome: 'failed', why: 'gone' });
  expect(office.printers.state('lobby')).toBeNull();
});

test('while it has nothing to do it is asked how it is: an open cover is known before the next paper', async () => {
  const printer = await plugIn();
  const office = officeWith([printerAt('lobby', printer.at)], { idle: 30 });
  await office.until(() => office.printers.state('lobby')?.state === 'ok');
  printer.set({ cover: 'open' });
  await office.until(() => office.printers.state('lobby')?.state === 'cover');
  expect(office.printers.forStation(station('kiosk'))).toEqual({ id: 'lobby', state: 'cover' });
  await printer.switchOff();
  await office.until(() => office.printers.state('lobby')?.state === 'offline');
});

test('a test paper says which printer it is, how wide, and when', async () => {
  const printer = await plugIn();
  const office = officeWith([{ ...printerAt('pos-1', printer.at, { columns: 42 }), label: 'Kiosk' }]);
  expect(await office.printers.identify('pos-1')).toBe(true);
  const [paper] = printer.papers();
  expect(paper?.lines).toContain('Kiosk');
  expect(paper?.lines).toContain('123456789012345678901234567890123456789012');
  expect(paper?.qr).toEqual(['loket:pos-1']);
  expect(await office.printers.identify('nobody')).toBe(false);
});
