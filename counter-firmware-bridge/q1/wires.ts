/** The two kinds of Q1 line under one face: point to point and bus, with the clock read for them. */
import { busStep, busWakesAt, createBus } from './bus.ts';
import type { Device } from './device.ts';
import type { DeviceInput, Output } from './input.ts';
import { linkStep, linkWakesAt } from './link.ts';

export interface Wire {
  /** What happens to the whole line. `bytes`: something came in, whatever it is. */
  all(kind: 'opened' | 'closed' | 'tick' | 'bytes'): readonly Output[];
  one(address: number, input: DeviceInput): readonly Output[];
  /** When it is to be ticked; infinite while there is nothing to do. */
  wakesAt(): number;
}

export function createBusWire(devices: readonly Device[], baud: number, now: () => number): Wire {
  let bus = createBus(devices, baud);
  const happen = (input: Parameters<typeof busStep>[1]): readonly Output[] => {
    const next = busStep(bus, input, now());
    bus = next.bus;
    return next.outputs;
  };
  return {
    all: (kind) => happen({ kind }),
    one: (address, input) => happen({ kind: 'device', address, input }),
    wakesAt: () => busWakesAt(bus),
  };
}

/** One box a port is usual; a box that speaks for several addresses is several links. */
export function createLinkWire(devices: readonly Device[], now: () => number): Wire {
  const links = new Map(devices.map((device) => [device.address, device]));
  const happen = (address: number, input: DeviceInput): readonly Output[] => {
    const link = links.get(address);
    if (link === undefined) return [];
    const { device, outputs } = linkStep(link, input, now());
    links.set(address, device);
    return outputs;
  };
  return {
    all: (kind) =>
      kind === 'bytes' ? [] : [...links.keys()].flatMap((address) => happen(address, { kind })),
    one: happen,
    wakesAt: () => Math.min(...[...links.values()].map(linkWakesAt)),
  };
}
