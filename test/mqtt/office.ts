/** A broker over the fake hub, with a box at counter 3, closed after each test. */
import { onTestFinished } from 'vitest';
import { createMqtt, type Mqtt } from '../../server/adapters/mqtt/broker.ts';
import type { CounterMemory } from '../../server/adapters/mqtt/counters.ts';
import { toCommand } from '../../server/devices/loket.ts';
import { makers } from '../../server/listen.ts';
import type { Log } from '../../server/log.ts';
import { createFakeHub, type FakeHub, verify } from './fake-hub.ts';
import { type ConnectOptions, signIn, subscribe, type Wire } from './wire.ts';

export interface Office {
  readonly hub: FakeHub;
  readonly mqtt: Mqtt;
  readonly port: number;
  /** Lines of the log that the broker wrote. */
  readonly lines: object[];
  signIn(id: string, options?: Partial<ConnectOptions>): Promise<Wire>;
  /** The box `ctr-03`, which listens to everything of its own. */
  box(): Promise<Wire>;
  /** An integration that may read and write these. */
  integration(id: string, lists: { read?: string[]; write?: string[] }): Promise<Wire>;
}

export async function openOffice(
  hub: FakeHub = createFakeHub(),
  counterMemory: CounterMemory = { read: () => null, write: () => {} },
): Promise<Office> {
  const lines: object[] = [];
  const write = (what: object) => void lines.push(what);
  const log: Log = { info: write, warn: write, error: write };
  if (!hub.state.calendar.devices.has('ctr-03')) hub.add({ id: 'ctr-03' });
  const listen = { host: '127.0.0.1', port: 0 };
  const mqtt = await createMqtt({ hub, log, listen, verify, toCommand, makers, counterMemory });
  const { port } = mqtt;
  const wires: Wire[] = [];
  onTestFinished(async () => {
    for (const wire of wires) wire.end();
    await mqtt.close();
  });

  async function open(id: string, options: Partial<ConnectOptions> = {}): Promise<Wire> {
    const wire = await signIn(port, id, options);
    wires.push(wire);
    return wire;
  }

  return {
    hub,
    mqtt,
    port,
    lines,
    signIn: open,
    async box() {
      const wire = await open('ctr-03');
      await subscribe(wire, 'loket/v1/ctr-03/#');
      return wire;
    },
    async integration(id, { read = [], write = [] }) {
      hub.add({ id, driver: 'integration', counter: null, read, write });
      const wire = await open(id);
      if (read.length > 0) await subscribe(wire, ...read);
      return wire;
    },
  };
}

export const press = (seq: number, key = 'next', more: object = {}): string =>
  JSON.stringify({ event_type: key, seq, boot: '7F3A', arg: null, ...more });
