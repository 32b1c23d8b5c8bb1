/** A box as it stands on a counter: a real MQTT client with keys and an LED board, which comes back by itself. */
import { Socket } from 'node:net';
import { connectAsync } from 'mqtt';
import { expect, onTestFinished, vi } from 'vitest';
import type { KeyName, PressResult } from '../../server/contract/devices.ts';

export interface Account {
  /** Also the client's id. */
  readonly username: string;
  readonly password: string;
}

export interface CounterBox {
  press(key: KeyName, arg?: string | number): Promise<PressResult>;
  /** Waits until the hub has told the board, over the present line, to stand at this text; empty: blank. */
  led(text: string): Promise<void>;
  /** Waits until the hub has cut it off. */
  isUnplugged(): Promise<void>;
}

const boot = '7F3A';
/** Soon: a box tries again until the hub is back. */
const reconnectPeriod = 100;
const within = { timeout: 15_000 };

/** @param port of the broker, on this machine */
export async function plugInBox(port: number, account: Account): Promise<CounterBox> {
  const id = account.username;
  const own = `loket/v1/${id}`;
  const client = await connectAsync(`mqtt://127.0.0.1:${port}`, {
    clientId: id,
    ...account,
    reconnectPeriod,
    will: { topic: `${own}/status`, payload: Buffer.from('offline'), qos: 1, retain: true },
  });
  onTestFinished(() => client.endAsync(true));
  const waiting = new Map<number, (result: PressResult) => void>();
  let seq = 0;
  let text: string | null = null;

  function greet(): void {
    // The library leaves Nagle's delay on: 40 ms for each press.
    if (client.stream instanceof Socket) client.stream.setNoDelay(true);
    client.publish(`${own}/status`, 'online', { qos: 1, retain: true });
  }
  greet();
  client.on('connect', greet);
  client.on('close', () => {
    text = null;
  });
  // While the hub is away; it is tried again.
  client.on('error', () => undefined);
  client.on('message', (topic, payload) => {
    const message = JSON.parse(payload.toString());
    if (!topic.endsWith('/display/set')) {
      waiting.get(message.seq)?.(message);
      return;
    }
    text = message.text;
    const state = JSON.stringify({ rev: message.rev, text, ok: true });
    client.publish(`${own}/display/state`, state, { qos: 1, retain: true });
  });
  await client.subscribeAsync([`${own}/event/result`, `${own}/display/set`], { qos: 1 });

  return {
    async press(key, arg) {
      seq += 1;
      const press = { event_type: key, seq, boot, arg: arg ?? null, age_ms: 0 };
      const result = new Promise<PressResult>((resolve) => waiting.set(press.seq, resolve));
      await client.publishAsync(`${own}/event`, JSON.stringify(press), { qos: 1 });
      return result;
    },
    led: (wanted) => vi.waitFor(() => expect(text).toBe(wanted), within),
    isUnplugged: () => vi.waitFor(() => expect(client.connected).toBe(false), within),
  };
}
