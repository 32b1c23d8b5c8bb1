/** A serial line of Q1 devices: bytes and timers around the two machines, point to point and bus. */
import type { SerialLine } from '../../server/contract/office.ts';
import type { LineParts, MakeLine } from '../line.ts';
import { createDevice, type Device } from './device.ts';
import { encode, type Frame, type Heard } from './frame.ts';
import type { DeviceInput, Output } from './input.ts';
import { createReader } from './reader.ts';
import { createStrangers, pageText, tellHub } from './telling.ts';
import { createBusWire, createLinkWire } from './wires.ts';

export const makeQ1Line: MakeLine = (line, parts) => {
  const addresses = new Map(line.devices.map(({ address, id }) => [id, address]));
  const worked = createWorks(line, parts);
  const hear = createEar(line, parts, worked);
  let reader = createReader();

  const toDevice = (id: string, input: DeviceInput): void => {
    const address = addresses.get(id);
    if (address !== undefined) worked.one(address, input);
  };
  return {
    opened() {
      reader = createReader();
      worked.all('opened');
    },
    closed: () => worked.all('closed'),
    bytes(chunk) {
      worked.all('bytes');
      for (const heard of reader(chunk)) hear(heard);
    },
    show: (id, wanted) => toDevice(id, { kind: 'show', wanted }),
    identify: (id) => toDevice(id, { kind: 'identify' }),
    stop: () => worked.stop(),
  };
};

interface Works {
  all(kind: 'opened' | 'closed' | 'tick' | 'bytes'): void;
  one(address: number, input: DeviceInput): void;
  stop(): void;
}

/** Does what the machine says, and wakes it when it wants to be woken. */
function createWorks(line: SerialLine, parts: LineParts): Works {
  const devices = devicesOf(line);
  const wire =
    line.mode === 'bus' ? createBusWire(devices, line.baud, parts.now) : createLinkWire(devices, parts.now);
  const hubs = hubsOf(line, parts);
  let stopped = false;
  let cancel = (): void => {};

  const work = (outputs: readonly Output[]): void => {
    for (const output of outputs) {
      const hub = hubs.get(output.address);
      if (output.kind === 'send') send(output.frame, parts, hub);
      else if (hub !== undefined) {
        const { address } = output;
        tellHub(hub, output.tell, (boot, seq, said) =>
          works.one(address, { kind: 'answered', boot, seq, said }),
        );
      }
    }
    cancel();
    const wakesAt = wire.wakesAt();
    if (!Number.isFinite(wakesAt)) return;
    cancel = parts.later(Math.max(1, Math.ceil(wakesAt - parts.now())), () => works.all('tick'));
  };
  const works: Works = {
    all: (kind) => {
      if (!stopped) work(wire.all(kind));
    },
    one: (address, input) => {
      if (!stopped) work(wire.one(address, input));
    },
    stop: () => {
      stopped = true;
      cancel();
    },
  };
  return works;
}

/** By chance, so that a started bridge is not taken for its own echo (Q-ONCE). */
const chance = (): number => 1 + Math.floor(Math.random() * 65_535);

const devicesOf = ({ devices, baud, mode }: SerialLine): Device[] =>
  devices.map(({ address, board = null }) =>
    createDevice({ address, board, baud, mode, firstSeq: chance() }),
  );

const hubsOf = (line: SerialLine, { hub }: LineParts) =>
  new Map(line.devices.map(({ address, id }) => [address, hub.get(id)]));

function send(frame: Frame, { write }: LineParts, hub: ReturnType<LineParts['hub']['get']>): void {
  const bytes = encode(frame);
  if (bytes === undefined) return;
  write(bytes);
  const text = pageText(frame, Buffer.from(bytes).toString('latin1').trimEnd());
  if (text !== undefined) hub?.note('out', text);
}

/** Brings what was read to its device; what belongs to none is noted. */
function createEar(line: SerialLine, parts: LineParts, worked: Works): (heard: Heard) => void {
  const hubs = hubsOf(line, parts);
  const strange = createStrangers(line.port, parts);
  return (heard) => {
    const whole = heard.kind === 'frame';
    const address = whole ? heard.frame.address : heard.address;
    if (address === null || !hubs.has(address)) {
      strange(whole ? `address ${address} is not in the list` : 'a frame was damaged');
      return;
    }
    const text = whole ? pageText(heard.frame, heard.text) : undefined;
    if (text !== undefined) hubs.get(address)?.note('in', text);
    worked.one(address, { kind: 'heard', heard });
  };
}
