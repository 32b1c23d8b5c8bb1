/** A counter box: it presses keys over MQTT and hears what became of them; its line can be lost and come back. */
import type { KeyName, PressResult } from '../../../server/contract/devices.ts';
import { topics } from '../../../server/contract/devices.ts';
import { type MqttAccount, type MqttLine, openMqtt } from '../../bench/wire/mqtt.ts';

export interface Box {
  /** Resolves with what the hub answered, also when the line is lost and found meanwhile. */
  press(key: KeyName, arg?: string | number): Promise<PressResult>;
  /** Sends the last press again, word for word. Resolves with the answer to it. */
  redeliver(): Promise<PressResult>;
  /** The line is gone until `connect`. */
  lose(): void;
  /** Comes (back); what was not answered is sent again. */
  connect(): Promise<void>;
  close(): void;
}

interface Press {
  readonly seq: number;
  readonly payload: string;
  readonly waiting: ((result: PressResult) => void)[];
}

const boot = 'A11CE';
const packetIds = 60_000;

export function createBox(port: number, account: MqttAccount, fault: (what: string) => void): Box {
  let line: MqttLine | null = null;
  let seq = 0;
  const unanswered = new Map<number, Press>();
  let last: Press | null = null;

  function send({ seq: number, payload }: Press): void {
    line?.publish(topics.event(account.id), payload, 1 + (number % packetIds));
  }

  function hear(result: PressResult): void {
    const press = result.boot === boot && result.seq !== null ? unanswered.get(result.seq) : undefined;
    const waiting = press?.waiting.shift();
    if (press?.waiting.length === 0) unanswered.delete(press.seq);
    waiting?.(result);
  }

  function answerTo(press: Press): Promise<PressResult> {
    unanswered.set(press.seq, press);
    return new Promise((resolve) => {
      press.waiting.push(resolve);
      send(press);
    });
  }

  return {
    press(key, arg) {
      seq += 1;
      const payload = JSON.stringify({ event_type: key, seq, boot, arg: arg ?? null, age_ms: 0 });
      last = { seq, payload, waiting: [] };
      return answerTo(last);
    },
    redeliver() {
      if (!last) throw new Error('nothing was pressed yet');
      return answerTo(last);
    },
    lose() {
      line?.close();
      line = null;
    },
    async connect() {
      line = await openMqtt(port, account, {
        acknowledged() {},
        received(topic, payload) {
          if (topic === topics.result(account.id)) hear(JSON.parse(payload.toString()));
        },
        closed: fault,
      });
      await line.subscribe([topics.result(account.id), topics.displaySet(account.id)]);
      line.publish(topics.status(account.id), 'online', packetIds + 1, true);
      const info = { model: 'rehearsal', fw: '1', proto: 1, boot, caps: {} };
      line.publish(topics.info(account.id), JSON.stringify(info), packetIds + 2, true);
      for (const press of [...unanswered.values()]) send(press);
    },
    close() {
      line?.close();
    },
  };
}
