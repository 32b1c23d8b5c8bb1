/** An LED board: shows what it is told over MQTT, says so, and remembers all it has shown. */
import { topics } from '../../../server/contract/devices.ts';
import { type MqttAccount, openMqtt } from '../../bench/wire/mqtt.ts';

export interface Board {
  /** Every text in order; the same text again is a new call of the same number. */
  readonly texts: readonly string[];
  close(): void;
}

const packetId = 7;

export async function openBoard(
  port: number,
  account: MqttAccount,
  fault: (what: string) => void,
): Promise<Board> {
  const texts: string[] = [];
  let shown: number | null = null;
  const line = await openMqtt(port, account, {
    acknowledged() {},
    received(topic, payload) {
      if (topic !== topics.displaySet(account.id)) return;
      const { rev, text }: { rev: number; text: string } = JSON.parse(payload.toString());
      if (rev !== shown) texts.push(text);
      shown = rev;
      line.publish(topics.displayState(account.id), JSON.stringify({ rev, text, ok: true }), packetId, true);
    },
    closed: fault,
  });
  await line.subscribe([topics.displaySet(account.id)]);
  line.publish(topics.status(account.id), 'online', packetId, true);
  return { texts, close: line.close };
}
