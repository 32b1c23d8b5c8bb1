/** The private parts of aedes 1.2 that are touched, all in this file; the version is pinned for their sake. */
import type { Aedes, Client } from 'aedes';

interface ClientInsides {
  readonly _parser: { parse(bytes: Buffer): number };
  readonly duplicates: Record<string, number>;
}

interface Sub {
  readonly clientId: string;
}
interface Persistence {
  storeRetained(packet: { topic: string; payload: Buffer | string }): Promise<void>;
  outgoingEnqueueCombi(subs: readonly Sub[], packet: unknown): Promise<void>;
  outgoingClearMessageId(client: { id: string }, packet: unknown): Promise<unknown>;
}

const insidesOf = (client: Client) => client as unknown as ClientInsides;
const persistenceOf = (broker: Aedes) => (broker as unknown as { persistence: Persistence }).persistence;

/** Everything that a client sends passes `parse` first, which hands on what the parser may see. */
export function interceptBytes(
  client: Client,
  parse: (bytes: Buffer, handOn: (bytes: Buffer) => void) => void,
): void {
  const { _parser: parser } = insidesOf(client);
  const original = parser.parse.bind(parser);
  parser.parse = (bytes) => {
    parse(bytes, original);
    return 0;
  };
}

/**
 * Aedes remembers the highest message number delivered to a client and takes lower ones for repetitions. But a
 * retained message takes longer inside than one that is not, and QoS 1 longer than QoS 0: overtaken by a later one
 * in the same turn, it is dropped without a word. So its memory is switched off here; `createRepetitions` is exact.
 */
export function forgetHighest(broker: Aedes, client: Client): void {
  Object.defineProperty(insidesOf(client).duplicates, broker.id, { get: () => 0, set: () => {} });
}

export interface Repetitions {
  /** Whether the message was sent to the client already, over another of its subscriptions. */
  has(packet: { brokerId?: string; brokerCounter?: number }): boolean;
}

/** A client with overlapping subscriptions is sent a message once. Looks back over the last some hundred. */
export function createRepetitions(): Repetitions {
  const recent = new Set<number>();
  return {
    has({ brokerId, brokerCounter }) {
      // What was retained before the subscription has no broker's id.
      if (!brokerId || brokerCounter === undefined) return false;
      if (recent.has(brokerCounter)) return true;
      recent.add(brokerCounter);
      if (recent.size > 512) recent.delete(recent.values().next().value ?? 0);
      return false;
    },
  };
}

/** Bounds what waits for a client with a persistent session: beyond `most` messages further ones are not kept. */
export function boundQueues(broker: Aedes, most: number, onFull: (clientId: string) => void): void {
  const persistence = persistenceOf(broker);
  const enqueue = persistence.outgoingEnqueueCombi.bind(persistence);
  const clear = persistence.outgoingClearMessageId.bind(persistence);
  const waiting = new Map<string, number>();

  persistence.outgoingEnqueueCombi = (subs, packet) => {
    const fitting = subs.filter(({ clientId }) => {
      const count = waiting.get(clientId) ?? 0;
      if (count < most) waiting.set(clientId, count + 1);
      else onFull(clientId);
      return count < most;
    });
    return enqueue(fitting, packet);
  };
  persistence.outgoingClearMessageId = async (client, packet) => {
    const cleared = await clear(client, packet);
    const count = waiting.get(client.id) ?? 0;
    if (cleared && count > 1) waiting.set(client.id, count - 1);
    else if (cleared) waiting.delete(client.id);
    return cleared;
  };
}

/**
 * What is retained now, by topic. A new subscriber's messages are read ahead of their delivery, so without a look
 * here a board that subscribes while somebody is called would be sent the new text first and then the old one.
 */
export function watchRetained(broker: Aedes): ReadonlyMap<string, Buffer | string> {
  const persistence = persistenceOf(broker);
  const store = persistence.storeRetained.bind(persistence);
  const latest = new Map<string, Buffer | string>();
  persistence.storeRetained = (packet) => {
    if (packet.payload.length === 0) latest.delete(packet.topic);
    else latest.set(packet.topic, packet.payload);
    return store(packet);
  };
  return latest;
}
