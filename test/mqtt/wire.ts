/** An MQTT 3.1.1 client at the byte: it says exactly what a test wants said, and shows what comes back. */
import { connect, type Socket } from 'node:net';

export interface Packet {
  readonly type: number;
  readonly flags: number;
  readonly body: Buffer;
}
export interface Message {
  readonly topic: string;
  readonly payload: string;
  readonly retain: boolean;
  readonly qos: number;
}

export const type = {
  connack: 2,
  publish: 3,
  puback: 4,
  pubrec: 5,
  pubcomp: 7,
  suback: 9,
  pingresp: 13,
} as const;

export interface ConnectOptions {
  id: string;
  username?: string | undefined;
  password?: string | undefined;
  clean?: boolean;
  keepalive?: number;
  level?: number;
  will?: { topic: string; payload: string; retain?: boolean };
}

export const word = (value: number): Buffer => Buffer.from([value >> 8, value & 255]);
export function text(value: string | Buffer): Buffer {
  const bytes = Buffer.from(value as string);
  return Buffer.concat([word(bytes.length), bytes]);
}
export function packet(header: number, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const length: number[] = [];
  for (let rest = body.length, first = true; rest > 0 || first; rest >>= 7, first = false)
    length.push(rest > 127 ? (rest & 127) | 128 : rest);
  return Buffer.concat([Buffer.from([header, ...length]), body]);
}

export function connectPacket({ id, username, password, will, ...rest }: ConnectOptions): Buffer {
  const { clean = true, keepalive = 30, level = 4 } = rest;
  let flags = clean ? 2 : 0;
  if (will) flags |= 4 | 8 | (will.retain ? 32 : 0);
  if (username !== undefined) flags |= 128;
  if (password !== undefined) flags |= 64;
  const fields = [id, ...(will ? [will.topic, will.payload] : [])];
  if (username !== undefined) fields.push(username);
  if (password !== undefined) fields.push(password);
  return packet(0x10, text('MQTT'), Buffer.from([level, flags]), word(keepalive), ...fields.map(text));
}

export const publishPacket = (
  topic: string | Buffer,
  payload: string | Buffer,
  id = 0,
  flags = id ? 2 : 0,
): Buffer =>
  packet(0x30 | flags, text(topic), ...(flags & 6 ? [word(id)] : []), Buffer.from(payload as string));

export const subscribePacket = (id: number, filters: readonly string[], qos = 1): Buffer =>
  packet(0x82, word(id), ...filters.map((filter) => Buffer.concat([text(filter), Buffer.from([qos])])));

function cut(bytes: Buffer, each: (packet: Packet) => void): Buffer {
  let at = 0;
  for (;;) {
    let length = 0;
    let start = at + 1;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[start];
      if (byte === undefined) return bytes.subarray(at);
      start += 1;
      length |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    if (start + length > bytes.length) return bytes.subarray(at);
    const header = bytes[at] ?? 0;
    each({ type: header >> 4, flags: header & 15, body: bytes.subarray(start, start + length) });
    at = start + length;
  }
}

export function readPublish({ flags, body }: Packet): Message & { id: number } {
  const end = 2 + body.readUInt16BE(0);
  const qos = (flags >> 1) & 3;
  const payload = body.toString('utf8', qos ? end + 2 : end);
  const topic = body.toString('utf8', 2, end);
  return { topic, payload, retain: (flags & 1) !== 0, qos, id: qos ? body.readUInt16BE(end) : 0 };
}

export interface Wire {
  readonly socket: Socket;
  /** Everything that came, in order. */
  readonly packets: Packet[];
  readonly messages: Message[];
  send(...bytes: Buffer[]): void;
  /** Resolves once this is true of what came, or rejects when the connection ends before. */
  until(what: string, condition: () => boolean): Promise<void>;
  /** Resolves when the hub has ended the connection. */
  readonly closed: Promise<void>;
  isClosed(): boolean;
  end(): void;
}

/** Acknowledges QoS 1 messages. */
export function openWire(port: number, localAddress = '127.0.0.1'): Wire {
  const socket = connect({ host: '127.0.0.1', port, localAddress, noDelay: true });
  const packets: Packet[] = [];
  const messages: Message[] = [];
  const waiting = new Set<() => void>();
  const { promise: closed, resolve } = Promise.withResolvers<void>();
  let rest: Buffer = Buffer.alloc(0);
  let over = false;
  socket.on('error', () => {});
  socket.on('close', () => {
    over = true;
    resolve();
    for (const look of waiting) look();
  });
  socket.on('data', (chunk: Buffer) => {
    rest = cut(Buffer.concat([rest, chunk]), (found) => {
      packets.push(found);
      if (found.type !== type.publish) return;
      const { id, ...message } = readPublish(found);
      messages.push(message);
      if (message.qos === 1) socket.write(packet(0x40, word(id)));
    });
    for (const look of waiting) look();
  });
  return {
    socket,
    packets,
    messages,
    closed,
    isClosed: () => over,
    send: (...bytes) => void socket.write(Buffer.concat(bytes)),
    until: (what, condition) =>
      new Promise((done, fail) => {
        const look = () => {
          if (condition()) done();
          else if (over) fail(new Error(`closed before: ${what}`));
          else return;
          waiting.delete(look);
        };
        waiting.add(look);
        look();
      }),
    end: () => void socket.destroy(),
  };
}

/** The return code of CONNACK; null if the connection was closed without one. */
export async function returnCode(wire: Wire): Promise<number | null> {
  const connack = () => wire.packets.find((found) => found.type === type.connack);
  await Promise.race([
    wire.until('CONNACK', () => connack() !== undefined).catch(() => undefined),
    wire.closed,
  ]);
  return connack()?.body[1] ?? null;
}

export async function signIn(port: number, id: string, options: Partial<ConnectOptions> = {}): Promise<Wire> {
  const wire = openWire(port);
  wire.send(connectPacket({ id, username: id, password: id, ...options }));
  const code = await returnCode(wire);
  if (code !== 0) throw new Error(`${id}: refused, code ${code}`);
  return wire;
}

/** @returns the granted QoS of each filter, 0x80 where it was refused. */
export async function subscribe(wire: Wire, ...filters: string[]): Promise<number[]> {
  const before = wire.packets.filter((found) => found.type === type.suback).length;
  wire.send(subscribePacket(7, filters));
  const subacks = () => wire.packets.filter((found) => found.type === type.suback);
  await wire.until('SUBACK', () => subacks().length > before);
  return [...(subacks()[before]?.body.subarray(2) ?? [])];
}

/** A round trip: everything sent before has been read by the hub. */
export async function ping(wire: Wire): Promise<void> {
  const count = () => wire.packets.filter((found) => found.type === type.pingresp).length;
  const before = count();
  wire.send(Buffer.from([0xc0, 0]));
  await wire.until('PINGRESP', () => count() > before);
}
