/** Modbus boards over a real pseudo-terminal, answered by somebody else's Modbus: one that shows, one that is silent, one that refuses. */
import { once } from 'node:events';
import { ServerSerial } from 'modbus-serial';
import { expect, onTestFinished, vi } from 'vitest';
import { makeModbusLine } from '../../../counter-firmware-bridge/boards/modbus.ts';
import { openPort } from '../../../counter-firmware-bridge/port.ts';
import { needs } from '../../needs.ts';
import { createCable } from '../pty.ts';
import { hubEnd, lineOf, noTold, wanted } from './line-under-test.ts';

const withSocat = needs('socat');
const wait = { timeout: 10_000, interval: 10 };
const [silent, refusing] = [4, 5];
const devices = [
  { address: 1, id: 'digits', board: { width: 6, characters: 'seven-segment' }, modbus: { as: 'digits' } },
  { address: 2, id: 'number', board: { width: 4, characters: 'digits' }, modbus: { as: 'number', flash: 3 } },
  { address: silent, id: 'silent', board: { width: 4, characters: 'digits' }, modbus: { as: 'number' } },
  { address: refusing, id: 'refusing', board: { width: 4, characters: 'digits' }, modbus: { as: 'number' } },
];

/** Boards on one bus: what is in their registers. */
async function startBoards(path: string) {
  const registers = new Map<string, number>();
  const boards = new ServerSerial(
    {
      setRegister(register: number, value: number, unit: number, done: (error: Error | null) => void) {
        if (unit === silent) return;
        if (unit === refusing) {
          done(Object.assign(new Error('no such register'), { modbusErrorCode: 2 }));
          return;
        }
        registers.set(`${unit}:${register}`, value);
        done(null);
      },
    },
    { path, baudRate: 9600, unitID: 255 },
  );
  await once(boards, 'initialized');
  onTestFinished(() => new Promise<void>((resolve) => boards.close(() => resolve())));
  return registers;
}

function openLine(port: string) {
  const serial = lineOf({ port, protocol: 'modbus', mode: 'bus', baud: 9600, devices });
  const told = new Map(serial.devices.map(({ id }) => [id, noTold()]));
  const parts = {
    write: (bytes: Uint8Array) => opened.write(bytes),
    now: () => performance.now(),
    later(ms: number, work: () => void) {
      const timer = setTimeout(work, ms);
      return () => clearTimeout(timer);
    },
    hub: new Map([...told].map(([id, one]) => [id, hubEnd(one)])),
    log: () => {},
  };
  const line = makeModbusLine(serial, parts);
  const opened = openPort(serial, { ...line, trouble: () => {} });
  onTestFinished(async () => {
    line.stop();
    await opened.close();
  });
  return { line, told: (id: string) => told.get(id) ?? noTold() };
}

withSocat(
  'what is called is in the registers of the boards; the silent and the refusing are told apart',
  async () => {
    const cable = createCable();
    await cable.plug();
    const registers = await startBoards(cable.far);
    const { line, told } = openLine(cable.path);
    for (const { id } of devices) line.show(id, wanted('A-012', { blinkMs: 500, blinkForMs: 60_000 }));
    await vi.waitFor(() => expect(told('refusing').shown).toEqual(['1 "" not']), wait);
    const digits = [0, 1, 2, 3, 4, 5].map((register) => registers.get(`1:${register}`));
    expect(String.fromCharCode(...digits.map(Number))).toMatch(/^(?:A-012 | {6})$/);
    expect([registers.get('2:0'), registers.get('2:3')]).toEqual([12, 1]);
    expect(told('digits')).toEqual({ online: [true], shown: ['1 "A-012" ok'], wrong: [] });
    expect(told('number')).toEqual({ online: [true], shown: ['1 "012" ok'], wrong: [] });
    expect(told('silent')).toMatchObject({ online: [false], shown: [] });
    expect(told('refusing')).toMatchObject({
      online: [true],
      wrong: ['Modbus exception 2: it has no such register'],
    });
    line.show('number', wanted('A-013', { rev: 2 }));
    await vi.waitFor(() => expect([registers.get('2:0'), registers.get('2:3')]).toEqual([13, 0]), wait);
  },
  20_000,
);
