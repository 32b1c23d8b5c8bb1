/** Virtual counter boxes: real MQTT clients beside the hub, over TCP, worked from the start page. */
import { randomBytes } from 'node:crypto';
import type { KeyName, PressResult } from '../contract/devices.ts';
import type { BoxView } from '../contract/views-box.ts';
import type { Hub } from '../hub.ts';
import type { Log } from '../log.ts';
import { openVirtualBox, type VirtualBox } from './virtual-boxes/box.ts';

export interface VirtualBoxesOrder {
  readonly hub: Hub;
  readonly log: Log;
  /** Where the broker listens, on this machine; absent: its loopback address. */
  readonly mqttHost?: string;
  readonly mqttPort: () => number;
  readonly makeSecret: () => string;
  readonly hash: (secret: string) => Promise<string>;
}

export interface VirtualBoxes {
  /** Puts a box at the counter if there is none; refused with `unknown-counter` where the office has no such counter. */
  press(counter: number, key: KeyName, arg?: string | number): Promise<PressResult>;
  /** As a first press, without pressing: the board shows its text. */
  open(counter: number): Promise<void>;
  /** Null while there is no box at the counter. */
  view(counter: number): BoxView | null;
  /** Who looks at a box plugs it in: its board shows its text again after a restart, before any key is pressed. */
  look(counter: number): BoxView;
  onChange(listener: (counter: number) => void): void;
  close(): Promise<void>;
}

const account = 'virtual-boxes';
const idOf = (counter: number): string => `virtual-${counter}`;

export function createVirtualBoxes({
  hub,
  log,
  mqttHost = '127.0.0.1',
  mqttPort,
  makeSecret,
  hash,
}: VirtualBoxesOrder): VirtualBoxes {
  const boxes = new Map<number, VirtualBox>();
  const opening = new Map<number, Promise<VirtualBox | null>>();
  const listeners: ((counter: number) => void)[] = [];
  const changed = (counter: number) => {
    for (const listener of listeners) listener(counter);
  };

  /** A new account each time: its secret is kept nowhere. @returns whether the hub has it */
  async function addDevice(id: string, counter: number, secret: string): Promise<boolean> {
    const hashed = await hash(secret);
    if (hub.state.calendar.devices.has(id)) await hub.submit({ type: 'RemoveDevice', id }, { account });
    const outcome = await hub.submit(
      { type: 'AddDevice', id, driver: 'virtual', counter, label: null, hash: hashed, read: [], write: [] },
      { account },
    );
    if (!outcome.ok) log.warn({ device: id, code: outcome.refusal.code }, 'virtual box: no account');
    return outcome.ok;
  }

  async function create(counter: number): Promise<VirtualBox | null> {
    const id = idOf(counter);
    const secret = makeSecret();
    if (!hub.state.calendar.office?.counters.some(({ number }) => number === counter)) return null;
    if (!(await addDevice(id, counter, secret))) return null;
    const boot = randomBytes(4).toString('hex');
    const box = openVirtualBox({
      id,
      counter,
      secret,
      boot,
      host: mqttHost,
      port: mqttPort,
      log,
      changed: () => changed(counter),
    });
    boxes.set(counter, box);
    return box;
  }

  function boxAt(counter: number): Promise<VirtualBox | null> {
    const box = boxes.get(counter);
    if (box) return Promise.resolve(box);
    const started = opening.get(counter) ?? create(counter).finally(() => opening.delete(counter));
    opening.set(counter, started);
    return started;
  }

  // Somebody has removed the account: the box goes with it, and the next press makes another one.
  hub.onTold(({ events }) => {
    for (const event of events) {
      if (event.type !== 'DeviceRemoved') continue;
      for (const [counter, box] of boxes) {
        if (idOf(counter) !== event.id) continue;
        boxes.delete(counter);
        void box.close().then(() => changed(counter));
      }
    }
  });

  return {
    async press(counter, key, arg) {
      const box = await boxAt(counter);
      return box ? box.press(key, arg) : noBox;
    },
    open: async (counter) => void (await boxAt(counter)),
    view: (counter) => boxes.get(counter)?.view() ?? null,
    look(counter) {
      const box = boxes.get(counter);
      if (!box) void boxAt(counter);
      return box?.view() ?? { counter, connected: false, led: '', blinkMs: null, lastResult: null };
    },
    onChange: (listener) => void listeners.push(listener),
    async close() {
      await Promise.allSettled(opening.values());
      await Promise.all([...boxes.values()].map((box) => box.close()));
      boxes.clear();
    },
  };
}

const noBox: PressResult = {
  boot: null,
  seq: null,
  ok: false,
  error: { code: 'unknown-counter', message: 'There is no such counter.' },
};
