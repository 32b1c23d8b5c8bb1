/** A box at a counter: it presses `next` and is the LED board too, as the devices of the contract are. */
import { type MqttAccount, openMqtt } from './wire/mqtt.ts';

export interface BoxListener {
  /** The PUBACK of the last press. */
  acknowledged(): void;
  /** A new text for the board. */
  lit(): void;
  /** The press had no effect; `answer` says why. */
  refused(answer: string): void;
  closed(reason: string): void;
}

export interface Box {
  press(): void;
  close(): void;
}

export interface BoxOrder {
  readonly port: number;
  readonly account: MqttAccount;
  /** Whether the board publishes what it shows. */
  readonly confirm: boolean;
}

const boot = '7F3A';
/** Packet ids: presses go round below this one, the board's confirmations use the one. */
const confirmationId = 60_000;

export async function openBox({ port, account, confirm }: BoxOrder, listener: BoxListener): Promise<Box> {
  const base = `loket/v1/${account.id}`;
  let seq = 0;
  const line = await openMqtt(port, account, {
    acknowledged(packetId) {
      if (packetId < confirmationId) listener.acknowledged();
    },
    received(topic, payload) {
      if (topic.endsWith('/event/result')) {
        if (!called(payload)) listener.refused(payload.toString());
        return;
      }
      listener.lit();
      if (confirm) line.publish(`${base}/display/state`, shown(payload), confirmationId, true);
    },
    closed: listener.closed,
  });
  await line.subscribe([`${base}/display/set`, `${base}/event/result`]);
  line.publish(`${base}/status`, 'online', confirmationId, true);
  line.publish(
    `${base}/info`,
    JSON.stringify({ model: 'bench', fw: '1', proto: 1, boot, caps: {} }),
    confirmationId,
    true,
  );
  return {
    press() {
      seq += 1;
      const body = { event_type: 'next', seq, boot, arg: null, age_ms: 0 };
      line.publish(`${base}/event`, JSON.stringify(body), 1 + (seq % (confirmationId - 1)));
    },
    close: line.close,
  };
}

/** A press on an empty queue is answered ok too, without a ticket: such a press would compare nothing. */
function called(result: Buffer): boolean {
  return result.includes('"ok":true') && !result.includes('"ticket":null');
}

/** `{"rev":812,"text":"A-012",…}` is confirmed as `{"rev":812,"text":"A-012","ok":true}`. */
function shown(payload: Buffer): string {
  const { rev, text }: { rev?: unknown; text?: unknown } = JSON.parse(payload.toString());
  return JSON.stringify({ rev, text, ok: true });
}
