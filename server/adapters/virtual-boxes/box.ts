/** One virtual box: it presses, waits for the result, and shows what its LED board was told. */
import { connect as connectSocket } from 'node:net';
import { type IClientOptions, MqttClient } from 'mqtt';
import { z } from 'zod';
import { type KeyName, type PressEvent, type PressResult, topics } from '../../contract/devices.ts';
import type { BoxView } from '../../contract/views-box.ts';
import type { Log } from '../../log.ts';

export interface BoxOrder {
  readonly id: string;
  readonly counter: number;
  readonly secret: string;
  /** Names a press for ever together with its sequence number, so no two boxes may have the same. */
  readonly boot: string;
  /** Absent: this machine's loopback address. */
  readonly host?: string;
  readonly port: () => number;
  readonly log: Log;
  /** What `view` says is different now. */
  readonly changed: () => void;
}

export interface VirtualBox {
  /** Resolves with code `unanswered` when the hub says nothing in time; the press is then taken back. */
  press(key: KeyName, arg?: string | number): Promise<PressResult>;
  view(): BoxView;
  close(): Promise<void>;
}

/** Long enough for a reconnection and the press after it; whoever stands before the page does not wait longer. */
const answerWithinMs = 5000;

// Others may write to the box's topics too, if the office has allowed an integration to.
const board = z.object({
  rev: z.int(),
  text: z.string().max(32),
  blink_ms: z.int().min(0).max(10_000).default(0),
  blink_for_ms: z.int().min(0).max(60_000).default(0),
});
const names = { boot: z.string().nullable(), seq: z.number().nullable() };
const answer = z.discriminatedUnion('ok', [
  z.object({
    boot: z.string(),
    seq: z.number(),
    ok: z.literal(true),
    ticket: z.string().nullable(),
    counter: z.number(),
  }),
  z.object({ ...names, ok: z.literal(false), error: z.object({ code: z.string(), message: z.string() }) }),
]);

const options = (id: string, secret: string): IClientOptions => ({
  clientId: id,
  username: id,
  password: secret,
  protocolVersion: 4,
  clean: true,
  keepalive: 15,
  reconnectPeriod: 500,
  connectTimeout: 4000,
  resubscribe: false,
  will: { topic: topics.status(id), payload: Buffer.from('offline'), qos: 1, retain: true },
});

export function openVirtualBox(order: BoxOrder): VirtualBox {
  const { id, counter, boot, log, changed } = order;
  let shown: BoxView = { counter, connected: false, led: '', blinkMs: null, lastResult: null };
  let steady: ReturnType<typeof setTimeout> | undefined;
  let seq = 0;
  const waiting = new Map<number, (result: PressResult) => void>();
  /** The first subscription: a result before it would be lost. */
  const ready = Promise.withResolvers<void>();
  // The library leaves Nagle's delay on, which costs 40 ms for every press.
  const client = new MqttClient(
    () => connectSocket({ host: order.host ?? '127.0.0.1', port: order.port(), noDelay: true }),
    options(id, order.secret),
  );

  function show(change: Partial<BoxView>): void {
    shown = { ...shown, ...change };
    changed();
  }

  /** As the board does: a new text blinks for a while, and then stays. */
  function blink({ text, blink_ms: ms, blink_for_ms: forMs }: z.infer<typeof board>): void {
    clearTimeout(steady);
    const isBlinking = text !== '' && ms > 0 && forMs > 0;
    show({ led: text, blinkMs: isBlinking ? ms : null });
    if (isBlinking) steady = setTimeout(() => show({ blinkMs: null }), forMs);
  }

  function answered(result: PressResult): void {
    const code = result.ok ? null : result.error.code;
    show({ lastResult: { ok: result.ok, ticket: result.ok ? result.ticket : null, code } });
    if (result.boot !== boot || result.seq === null) return;
    waiting.get(result.seq)?.(result);
    waiting.delete(result.seq);
  }

  function say(topic: string, message: string): void {
    client.publish(topic, message, { qos: 1, retain: true });
  }

  client.on('connect', () => {
    client.subscribe([topics.result(id), topics.displaySet(id)], { qos: 1 }, (error) => {
      if (error) return;
      say(topics.info(id), JSON.stringify({ model: 'virtual', fw: '1', proto: 1, boot, caps: {} }));
      say(topics.status(id), 'online');
      show({ connected: true });
      ready.resolve();
    });
  });
  client.on('close', () => shown.connected && show({ connected: false }));
  client.on('error', (error) => log.warn({ device: id, error: error.message }, 'virtual box'));
  client.on('message', (topic, payload) => {
    const message = readJson(payload);
    const result = topic === topics.result(id) ? answer.safeParse(message).data : undefined;
    if (result) answered(result);
    const set = topic === topics.displaySet(id) ? board.safeParse(message).data : undefined;
    if (!set) return;
    blink(set);
    say(topics.displayState(id), JSON.stringify({ rev: set.rev, text: set.text, ok: true }));
  });

  function publish(press: PressEvent): number | undefined {
    client.publish(topics.event(id), JSON.stringify(press), { qos: 1 });
    return client.getLastMessageId();
  }

  return {
    async press(key, arg) {
      seq += 1;
      const press: PressEvent = { event_type: key, seq, boot, arg: arg ?? null, age_ms: 0 };
      const { promise, resolve } = Promise.withResolvers<PressResult>();
      let sent: number | undefined;
      const late = setTimeout(() => {
        // Otherwise the library would send it again whenever the connection returns.
        if (sent !== undefined) client.removeOutgoingMessage(sent);
        resolve(unanswered(boot, press.seq));
      }, answerWithinMs);
      waiting.set(press.seq, resolve);
      await Promise.race([ready.promise, promise]);
      if (waiting.has(press.seq)) sent = publish(press);
      return promise.finally(() => {
        clearTimeout(late);
        waiting.delete(press.seq);
      });
    },
    view: () => shown,
    close() {
      clearTimeout(steady);
      return client.endAsync(true).then(() => undefined);
    },
  };
}

function readJson(payload: Buffer): unknown {
  try {
    return JSON.parse(payload.toString());
  } catch {
    return undefined;
  }
}

const unanswered = (boot: string, seq: number): PressResult => ({
  boot,
  seq,
  ok: false,
  error: { code: 'unanswered', message: 'The hub did not answer.' },
});
