/** A device's connection to the hub: MQTT with its own account; what one connection did not deliver, no later one repeats. */
import { connect as connectSocket, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { type IClientOptions, MqttClient } from 'mqtt';
import { topics } from '../server/contract/devices.ts';

export interface HubAddress {
  readonly host: string;
  readonly port: number;
  readonly tls?: boolean;
}

export interface HubClientOrder {
  readonly id: string;
  readonly password: string;
  readonly hub: HubAddress;
  /** Subscribed to before anything is said. */
  readonly filters: readonly string[];
  readonly heard: {
    ready(): void;
    lost(): void;
    message(topic: string, payload: Buffer): void;
  };
  readonly log: (message: string, what: object) => void;
}

export interface HubClient {
  isReady(): boolean;
  /** A message of the moment, QoS 1: lost while there is no connection. */
  say(topic: string, message: string): void;
  /** The same with QoS 0. */
  mention(topic: string, message: string): void;
  /** A state, retained: said again on every connection, as a broker that starts anew has forgotten it. */
  keep(topic: string, message: string): void;
  /** Ends the connection hard: what is still on its way does not arrive. The next one follows by itself. */
  cut(): void;
  /** Says `offline`, then goes. */
  close(): Promise<void>;
}

const farewellWithinMs = 1000;
const againMs = 500;
/** A password that is wrong is not right half a second later, and the hub slows down who guesses. */
const refusedAgainMs = 5000;

const options = (id: string, password: string): IClientOptions => ({
  clientId: id,
  username: id,
  password,
  protocolVersion: 4,
  clean: true,
  keepalive: 15,
  reconnectPeriod: againMs,
  reconnectOnConnackError: true,
  connectTimeout: 4000,
  resubscribe: false,
  queueQoSZero: false,
  will: { topic: topics.status(id), payload: Buffer.from('offline'), qos: 1, retain: true },
});

/** The library leaves Nagle's delay on, which costs 40 ms for every press. */
function socketTo({ host, port, tls = false }: HubAddress): Socket {
  if (!tls) return connectSocket({ host, port, noDelay: true });
  // An address of numbers has no server name (RFC 6066, section 3).
  return connectTls({ host, port, ...(/^[\d.]+$|:/.test(host) ? {} : { servername: host }) }).setNoDelay(
    true,
  );
}

export function openHubClient({ id, password, hub, filters, heard, log }: HubClientOrder): HubClient {
  const kept = new Map<string, string>();
  let isReady = false;
  let socket: Socket | undefined;
  const client = new MqttClient(
    () => {
      socket = socketTo(hub);
      return socket;
    },
    options(id, password),
  );
  const sender = createSender(client);
  const failed = createFailures(client, (error) => log('the hub cannot be reached', { device: id, error }));

  client.on('connect', () => {
    client.subscribe([...filters], { qos: 1 }, (error) => {
      if (error) log('the hub refuses what the device must hear', { device: id, error: error.message });
      if (error || !client.connected) return;
      isReady = true;
      failed.forget();
      for (const [topic, message] of kept) sender.send(topic, message, true);
      heard.ready();
    });
  });
  client.on('close', () => {
    isReady = false;
    sender.takeBack();
    heard.lost();
  });
  client.on('error', failed.note);
  client.on('message', heard.message);

  return {
    isReady: () => isReady,
    say: (topic, message) => isReady && sender.send(topic, message, false),
    mention: (topic, message) => isReady && client.publish(topic, message, { qos: 0 }),
    keep(topic, message) {
      if (kept.get(topic) === message) return;
      kept.set(topic, message);
      if (isReady) sender.send(topic, message, true);
    },
    cut: () => (hub.tls ? socket?.destroy() : socket?.resetAndDestroy()),
    async close() {
      if (isReady) await farewell(client, id);
      await client.endAsync(true);
    },
  };
}

/** What has no PUBACK is taken back when the connection ends: the library would send it again on the next one. */
function createSender(client: MqttClient) {
  const underWay = new Set<number>();
  return {
    send(topic: string, message: string, retain: boolean): void {
      let number = 0;
      client.publish(topic, message, { qos: 1, retain }, () => underWay.delete(number));
      number = client.getLastMessageId();
      underWay.add(number);
    },
    takeBack(): void {
      for (const number of [...underWay]) client.removeOutgoingMessage(number);
      underWay.clear();
    },
  };
}

/** Each trouble is said once, until the hub was reached again or it is another one. */
function createFailures(client: MqttClient, say: (error: string) => void) {
  let last = '';
  return {
    note(error: Error & { code?: number | string }): void {
      // 4 and 5: the password or the account is wrong (MQTT 3.1.1, section 3.2.2.3).
      const isRefused = error.code === 4 || error.code === 5;
      client.options.reconnectPeriod = isRefused ? refusedAgainMs : againMs;
      const words = isRefused
        ? 'the hub does not know this account, or its password is another one'
        : error.message || String(error.code);
      if (words !== last) say(words);
      last = words;
    },
    forget(): void {
      last = '';
      client.options.reconnectPeriod = againMs;
    },
  };
}

function farewell(client: MqttClient, id: string): Promise<void> {
  return new Promise((resolve) => {
    const limit = setTimeout(resolve, farewellWithinMs);
    client.publish(topics.status(id), 'offline', { qos: 1, retain: true }, () => {
      clearTimeout(limit);
      resolve();
    });
  });
}
