/** One virtual box: it presses, waits for the result, and shows what its LED board was told. */
import { connect as connectSocket } from 'node:net';
import { type IClientOptions, MqttClient } from 'mqtt';
import { type KeyName, type PressEvent, type PressResult, topics } from '../../contract/devices.ts';
import type { BoxView } from '../../contract/views.ts';
import type { Log } from '../../log.ts';

export interface BoxOrder {
  readonly id: string;
  readonly counter: number;
  readonly secret: string;
  /** Names a press for ever together with its sequence number, so no two boxes may have the same. */
  readonly boot: string;
  readonly port: () => number;
  readonly log: Log;
  /** What `view` says is different now. */
  readonly changed: () => void;
}

export interface VirtualBox {
  press(key: KeyName, arg?: string | number): Promise<PressResult>;
  view(): BoxView;
  close(): Promise<void>;
}

/** Long enough for a reconnection and the press after it; whoever stands before the page does not wait longer. */
const answerWithinMs = 5000;

const options = (id: string, secret: string): IClientOptions => ({
  clientId: id,
  username: id,
  password: secret,
  protocolVersion: 4,
  clean: true,
  keepalive: 15,
  reconnectPeriod: 500,
  connectTimeout: 4000,
  // A press that waited for a connection would be too old; the page says that there is none.
  queueQoSZero: false,
  will: { topic: topics.status(id), payload: Buffer.from('offline'), qos: 1, retain: true },
});

export function openVirtualBox(order: BoxOrder): VirtualBox {
  const { id, counter, boot, log, changed } = order;
  let shown: BoxView = { counter, connected: false, led: '', lastResult: null };
  let seq = 0;
  const waiting = new Map<number, (result: PressResult) => void>();
  // The library leaves Nagle's delay on, which costs 40 ms for every press.
  const client = new MqttClient(
    () => connectSocket({ host: '127.0.0.1', port: order.port(), noDelay: true }),
    options(id, order.secret),
  );

  function show(change: Partial<BoxView>): void {
    shown = { ...shown, ...change };
    changed();
  }

  function answered(result: PressResult): void {
    const code = result.ok ? null : result.error.code;
    show({ lastResult: { ok: result.ok, ticket: result.ok ? result.ticket : null, code } });
    if (result.boot === boot && result.seq !== null) waiting.get(result.seq)?.(result);
  }

  function say(topic: string, message: string): void {
    client.publish(topic, message, { qos: 1, retain: true });
  }

  client.on('connect', () => {
    client.subscribe([topics.result(id), topics.displaySet(id)], { qos: 1 });
    say(topics.info(id), JSON.stringify({ model: 'virtual', fw: '1', proto: 1, boot, caps: {} }));
    say(topics.status(id), 'online');
    show({ connected: true });
  });
  client.on('close', () => shown.connected && show({ connected: false }));
  client.on('error', (error) => log.warn({ device: id, error: error.message }, 'virtual box'));
  client.on('message', (topic, payload) => {
    // Both come from the hub itself, made by the same contract.
    const message = JSON.parse(payload.toString() || '{}');
    if (topic === topics.result(id)) answered(message);
    else {
      show({ led: message.text ?? '' });
      say(topics.displayState(id), JSON.stringify({ rev: message.rev ?? 0, text: shown.led, ok: true }));
    }
  });

  return {
    async press(key, arg) {
      seq += 1;
      const number = seq;
      const { promise, resolve } = Promise.withResolvers<PressResult>();
      const late = setTimeout(() => resolve(unanswered(boot, number)), answerWithinMs);
      waiting.set(number, resolve);
      const event: PressEvent = { event_type: key, seq: number, boot, arg: arg ?? null, age_ms: 0 };
      client.publish(topics.event(id), JSON.stringify(event), { qos: 1 });
      const result = await promise;
      clearTimeout(late);
      waiting.delete(number);
      return result;
    },
    view: () => shown,
    close: () => client.endAsync(true).then(() => undefined),
  };
}

const unanswered = (boot: string, seq: number): PressResult => ({
  boot,
  seq,
  ok: false,
  error: { code: 'unanswered', message: 'The hub did not answer.' },
});
