/** A WebSocket client (RFC 6455) that reads text frames and little else: thousands of them must cost little. */
import { createConnection, type Socket } from 'node:net';

export interface WebSocketListener {
  /** One text frame; the bytes are only valid during the call. */
  text(frame: Buffer): void;
  closed(reason: string): void;
}

export interface WebSocketLine {
  send(text: string): void;
  close(): void;
}

export interface WebSocketAddress {
  /** This machine when absent. */
  readonly host?: string | undefined;
  readonly port: number;
  readonly path: string;
  /** The client's own address, where many clients should not look like one. */
  readonly from?: string | undefined;
}

/** One for all sockets of the process: each chunk is read to its end before the next one comes. */
const inbox = Buffer.alloc(65_536);

const nothing: Buffer = Buffer.alloc(0);

const opcode = { text: 1, close: 8, ping: 9, pong: 10 };

function handshake({ host = '127.0.0.1', port, path }: WebSocketAddress): string {
  const lines = ['Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13'];
  const key = Buffer.alloc(16, 7).toString('base64');
  return [
    `GET ${path} HTTP/1.1`,
    `Host: ${host}:${port}`,
    ...lines,
    `Sec-WebSocket-Key: ${key}`,
    '',
    '',
  ].join('\r\n');
}

/** A client must mask; a key of zeros masks without changing a byte. */
function masked(kind: number, payload: Buffer): Buffer {
  if (payload.length > 125) throw new Error('This client sends short frames only.');
  return Buffer.concat([Buffer.from([0x80 | kind, 0x80 | payload.length, 0, 0, 0, 0]), payload]);
}

/** Calls `each` for every whole frame and answers what is left of the bytes. */
function eachFrame(bytes: Buffer, each: (kind: number, payload: Buffer) => void): Buffer {
  let start = 0;
  while (bytes.length - start >= 2) {
    let length = (bytes[start + 1] ?? 0) & 127;
    let head = 2;
    if (length === 126) {
      if (bytes.length - start < 4) break;
      length = bytes.readUInt16BE(start + 2);
      head = 4;
    } else if (length === 127) {
      if (bytes.length - start < 10) break;
      length = Number(bytes.readBigUInt64BE(start + 2));
      head = 10;
    }
    const end = start + head + length;
    if (end > bytes.length) break;
    each((bytes[start] ?? 0) & 15, bytes.subarray(start + head, end));
    start = end;
  }
  return bytes.subarray(start);
}

/** Opens a line; rejects when the server does not upgrade. */
export function openWebSocket(
  address: WebSocketAddress,
  listener: WebSocketListener,
): Promise<WebSocketLine> {
  const local = address.from === undefined ? {} : { localAddress: address.from };
  const onread = { buffer: inbox, callback: (length: number) => read(inbox.subarray(0, length)) };
  const { host = '127.0.0.1', port } = address;
  const socket = createConnection({ host, port, noDelay: true, onread, ...local });
  const { promise, resolve, reject } = Promise.withResolvers<WebSocketLine>();
  let rest = nothing;
  let upgraded = false;

  function handle(kind: number, payload: Buffer): void {
    if (kind === opcode.text) listener.text(payload);
    else if (kind === opcode.ping) socket.write(masked(opcode.pong, payload));
    else if (kind === opcode.close) socket.end();
  }

  /** Takes the answer to the handshake off the front of the bytes. */
  function upgrade(bytes: Buffer): Buffer {
    const end = bytes.indexOf('\r\n\r\n');
    if (end === -1) return bytes;
    upgraded = bytes.toString('latin1', 0, 12) === 'HTTP/1.1 101';
    if (upgraded) resolve(lineOver(socket));
    else reject(new Error(`WebSocket refused: ${bytes.toString('utf8', 0, 300)}`));
    return bytes.subarray(end + 4);
  }

  /** Keeps a copy of what is left, as the inbox is overwritten. */
  function read(chunk: Buffer): boolean {
    let left = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    if (!upgraded) left = upgrade(left);
    if (upgraded) left = eachFrame(left, handle);
    rest = left.length === 0 ? nothing : Buffer.from(left);
    return true;
  }

  socket.once('connect', () => socket.write(handshake(address)));

  socket.once('error', reject);
  socket.once('close', () => {
    reject(new Error('WebSocket closed before it was open'));
    listener.closed('WebSocket closed by the hub');
  });
  return promise;
}

function lineOver(socket: Socket): WebSocketLine {
  return {
    send: (text) => socket.write(masked(opcode.text, Buffer.from(text))),
    close() {
      socket.removeAllListeners('close');
      socket.destroy();
    },
  };
}
