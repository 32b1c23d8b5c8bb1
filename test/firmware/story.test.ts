/** From finger to board: the compiled sketch in simavr, the bridge inside the hub, and the hub itself. */
import { expect, vi } from 'vitest';
import { officeFile, officeText } from '../e2e/office-file.ts';
import { freePort } from '../e2e/ports.ts';
import { needs } from '../needs.ts';
import { type LobbyView, startOffice, temporaryFolder } from '../stories/office.ts';
import { createWorkshop } from './build.ts';
import { startBox, wait } from './simulated-box.ts';

const withSimulator = needs('g++', 'make', 'avr-g++', 'simavr');
const workshop = createWorkshop();

/** An office with the box at counter 3 in its `serial` list. */
function officeWith(lines: readonly object[]): string {
  return officeFile(`${officeText()}serial: ${JSON.stringify(lines)}\n`);
}

const usbLine = (port: string) => ({
  port,
  protocol: 'q1',
  mode: 'p2p',
  baud: 115_200,
  devices: [{ address: 3, id: 'ser-3', counter: 3 }],
});

withSimulator(
  'a key calls a number: the box and the lobby show it; held long, the call is taken back',
  async () => {
    const box = await startBox(workshop);
    const office = await startOffice({ office: officeWith([usbLine(box.line)]) });
    const lobby = await office.watch<LobbyView>('lobby');
    await office.open(3);
    await office.take('passport', 2);
    await box.shows('    ');

    box.press('next');
    await lobby.shows(({ calls }) => expect(calls[0]).toMatchObject({ number: 'A-001', counter: 3 }));
    await box.shows('A001');

    box.press('next', 1500);
    await lobby.shows(({ calls }) => expect(calls).toEqual([]));
    await box.shows('    ');

    box.press('next');
    await box.shows('A001');
    box.press('recall');
    await lobby.shows(({ calls }) => expect(calls[0]).toMatchObject({ number: 'A-001', times: 2 }));
    box.press('done');
    await lobby.shows(({ counters }) => expect(counters[2]).toMatchObject({ counter: 3, number: null }));
    box.press('next');
    await box.shows('A002');
  },
);

withSimulator('nobody waits: dashes, and nothing is called', async () => {
  const box = await startBox(workshop);
  const office = await startOffice({ office: officeWith([usbLine(box.line)]) });
  const lobby = await office.watch<LobbyView>('lobby');
  await office.open(3);
  await box.shows('    ');
  box.press('next');
  await box.shows('----');
  await box.shows('    ');
  expect(lobby.last().calls).toEqual([]);
});

withSimulator('a box that loses its power is painted anew when it comes back, and calls on', async () => {
  const box = await startBox(workshop);
  const office = await startOffice({ office: officeWith([usbLine(box.line)]) });
  const lobby = await office.watch<LobbyView>('lobby');
  await office.open(3);
  await office.take('passport', 2);
  await box.shows('    ');
  box.press('next');
  await box.shows('A001');

  box.powerOff();
  await box.shows('    ');
  const before = box.shown.length;
  box.powerOn();
  await vi.waitFor(() => expect(box.shown.slice(before)).toContain('A001'), wait);
  box.press('next');
  await lobby.shows(({ calls }) => expect(calls[0]).toMatchObject({ number: 'A-002' }));
  await box.shows('A002');
});

withSimulator('the hub restarts: a key pressed meanwhile calls once, as soon as it is back', async () => {
  const box = await startBox(workshop);
  const folder = temporaryFolder();
  const mqtt = await freePort();
  const file = officeWith([usbLine(box.line)]);
  const first = await startOffice({ folder, office: file, mqtt });
  await first.open(3);
  await first.take('passport', 3);
  await box.shows('    ');
  box.press('next');
  await box.shows('A001');
  await first.close();

  box.press('next');
  const second = await startOffice({ folder, office: file, mqtt });
  const lobby = await second.watch<LobbyView>('lobby');
  await lobby.shows(({ calls }) => expect(calls[0]).toMatchObject({ number: 'A-002', counter: 3 }));
  await box.shows('A002');
  expect(lobby.last().waiting[0]).toMatchObject({ service: 'passport', count: 1 });
});

withSimulator('on RS-485 the same box with an eight-digit board works when it is polled', async () => {
  const box = await startBox(workshop, { BUS: 1, CHIP: 7219 });
  const line = { ...usbLine(box.line), mode: 'bus', baud: 19_200 };
  const office = await startOffice({ office: officeWith([line]) });
  const lobby = await office.watch<LobbyView>('lobby');
  await office.open(3);
  await office.take('passport', 1);
  await box.shows('        ');
  box.press('next');
  await lobby.shows(({ calls }) => expect(calls[0]).toMatchObject({ number: 'A-001', counter: 3 }));
  await box.shows('   A-001');
});
