/** MQTT 3.1.1 at the byte, as light as it can be: the client must not be what is measured. */
import { createConnection, type Socket } from 'node:net';

export interface MqttAccount {
  /** Also the client id. */
  readonly id: string;
  readonly username: string;
  readonly password: string;
  /** Where the broker is; this machine when absent. */
  readonly host?: string | undefined;
}

export interface MqttListener {
  acknowledged(packetId: number): void;
  /** Acknowledged by the line itself after this returns. */
  received(topic: string, payload: Buffer): void;
  closed(reason: string): void;
}

export interface MqttLine {
  subscribe(filters: readonly string[]): Promise<void>;
  /** QoS 1. */
  publish(topic: string, payload: string, packetId: number, retain?: boolean): void;
  close(): void;
}

const keepAliveSeconds = 60;
const packet = {
  connect: 0x10,
  connack: 0x20,
  publish: 0x30,
  puback: 0x40,
  subscribe: 0x82,
  suback: 0x90,
  ping: 0xc0,
};

/** Section 2.2.3: seven bits a byte, the lowest first. */
function framed(header: number, body: Buffer): Buffer {
  const length: number[] = [];
  for (let rest = body.length; rest > 0 || length.length === 0; rest >>= 7) {
    length.push(rest > 127 ? (rest & 127) | 128 : rest);
  }
  return Buffer.concat([Buffer.from([header, ...length]), body]);
}

function word(value: number): Buffer {
  return Buffer.from([value >> 8, value & 255]);
}

function text(value: string): Buffer {
  const bytes = Buffer.from(value);
  return Buffer.concat([word(bytes.length), bytes]);
}

function connectPacket({ id, username, password }: MqttAccount): Buffer {
  const flags = 0b1100_0010; // user name, password, clean session
  const variable = Buffer.concat([text('MQTT'), Buffer.from([4, flags]), word(keepAliveSeconds)]);
  return framed(packet.connect, Buffer.concat([variable, text(id), text(username), text(password)]));
}

/** Calls `each` for every whole packet and answers what is left of the bytes. */
function eachPacket(bytes: Buffer, each: (header: number, body: Buffer) => void): Buffer {
  let start = 0;
  for (;;) {
    let length = 0;
    let at = start + 1;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at];
      if (byte === undefined) return bytes.subarray(start);
      at += 1;
      length |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    if (at + length > bytes.length) return bytes.subarray(start);
    each(bytes[start] ?? 0, bytes.subarray(at, at + length));
    start = at + length;
  }
}

/** Opens a line and signs in; rejects when the broker refuses. */
export function openMqtt(port: number, account: MqttAccount, listener: MqttListener): Promise<MqttLine> {
  const socket = createConnection({ host: account.host ?? '127.0.0.1', port, noDelay: true });
  const { promise: accepted, resolve, reject } = Promise.withResolvers<void>();
  const subscribed = Promise.withResolvers<void>();
  let rest: Buffer = Buffer.alloc(0);

  function handle(header: number, body: Buffer): void {
    const kind = header & 0xf0;
    if (kind === packet.publish) receive(socket, header, body, listener);
    else if (kind === packet.puback) listener.acknowledged(body.readUInt16BE(0));
    else if (kind === packet.suback) subscribed.resolve();
    else if (kind === packet.connack && body[1] === 0) resolve();
    else if (kind === packet.connack) reject(new Error(`MQTT ${account.id}: refused, code ${body[1]}`));
  }

  socket.once('connect', () => socket.write(connectPacket(account)));
  socket.on('data', (chunk: Buffer) => {
    rest = eachPacket(rest.length === 0 ? chunk : Buffer.concat([rest, chunk]), handle);
  });
  socket.once('error', reject);
  socket.once('close', () => {
    reject(new Error(`MQTT ${account.id}: closed before it was accepted`));
    listener.closed(`MQTT ${account.id}: closed by the hub`);
  });
  return accepted.then(() => lineOver(socket, subscribed.promise));
}

function receive(socket: Socket, header: number, body: Buffer, listener: MqttListener): void {
  const topicEnd = 2 + body.readUInt16BE(0);
  const withId = (header & 0b110) !== 0;
  listener.received(body.toString('utf8', 2, topicEnd), body.subarray(topicEnd + (withId ? 2 : 0)));
  if (withId) socket.write(framed(packet.puback, body.subarray(topicEnd, topicEnd + 2)));
}

function lineOver(socket: Socket, subscribed: Promise<void>): MqttLine {
  const pings = setInterval(() => socket.write(framed(packet.ping, Buffer.alloc(0))), keepAliveSeconds * 400);
  return {
    subscribe(filters) {
      const wanted = filters.map((filter) => Buffer.concat([text(filter), Buffer.from([1])]));
      socket.write(framed(packet.subscribe, Buffer.concat([word(1), ...wanted])));
      return subscribed;
    },
    publish(topic, payload, packetId, retain = false) {
      const body = Buffer.concat([text(topic), word(packetId), Buffer.from(payload)]);
      socket.write(framed(packet.publish | 0b10 | (retain ? 1 : 0), body));
    },
    close() {
      clearInterval(pings);
      socket.removeAllListeners('close');
      socket.destroy();
    },
  };
}
