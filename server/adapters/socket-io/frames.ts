/**
 * What the hub sends, encoded once for all who get it. Socket.IO would write the JSON anew for each socket that
 * is not in the same broadcast, and a broadcast cannot be cut into slices.
 */
import type { Socket } from 'socket.io';
import type { AnnounceMessage, ViewMessage } from '../../contract/socket.ts';

export interface Frame {
  /** The Socket.IO packet: EVENT (`2`) of the default namespace and its arguments (Socket.IO protocol 5). */
  readonly packet: string;
  /**
   * The same as a WebSocket frame, which engine.io takes as it is. It is how Socket.IO's own adapter
   * broadcasts; should engine.io forget it, the packet is encoded in the ordinary way.
   */
  readonly options: { compress: boolean; readonly wsPreEncodedFrame: readonly Buffer[] };
}

export const announceFrame = (message: AnnounceMessage): Frame => frame('announce', JSON.stringify(message));

/** @param view the view, already as JSON: it is also what tells whether anything changed */
export function viewFrame({ name, seq, at, rate }: Omit<ViewMessage, 'view'>, view: string): Frame {
  return frame('view', `${JSON.stringify({ name, seq, at, rate }).slice(0, -1)},"view":${view}}`);
}

export function send(socket: Socket, { packet, options }: Frame): void {
  socket.conn.send(packet, options);
}

/** Sends several in one write, where the transport is a stream; what was joined for one serves all who get the same. */
export function createJoinedSend(): (socket: Socket, frames: readonly Frame[]) => void {
  let last: { readonly of: readonly Frame[]; readonly frame: Frame } | null = null;

  function joined(of: readonly Frame[]): Frame {
    const isSame = last?.of.length === of.length && last.of.every((one, index) => one === of[index]);
    if (last && isSame) return last.frame;
    const bytes = Buffer.concat(of.flatMap(({ options }) => options.wsPreEncodedFrame));
    // The packet itself is not looked at where a frame is given.
    const frame = { packet: of[0]?.packet ?? '', options: { compress: false, wsPreEncodedFrame: [bytes] } };
    last = { of, frame };
    return frame;
  }

  return (socket, frames) => {
    const isStream = socket.conn.transport.name === 'websocket' && !socket.conn.upgrading;
    if (frames.length > 1 && isStream) send(socket, joined(frames));
    else for (const one of frames) send(socket, one);
  };
}

/** A packet of engine.io, before it is given to its transport. */
interface EnginePacket {
  readonly type: string;
  readonly data?: unknown;
  options: { compress?: boolean; wsPreEncodedFrame?: readonly Buffer[] };
}

/** engine.io protocol 4: PING and MESSAGE. */
const engineTypes: Readonly<Record<string, string>> = { ping: '2', message: '4' };

/**
 * For engine.io's `packetCreate`: packets that others make (answers, pings) leave in one piece too. As they are,
 * each is written as two, which costs the processor twice as much.
 */
export function inOnePiece(packet: EnginePacket): void {
  const type = engineTypes[packet.type];
  const { data = '', options } = packet;
  if (type === undefined || typeof data !== 'string' || options.wsPreEncodedFrame) return;
  packet.options = { ...options, wsPreEncodedFrame: data === '' ? pieceOf(type) : [textFrame(type + data)] };
}

const bare = new Map<string, readonly Buffer[]>();

function pieceOf(type: string): readonly Buffer[] {
  const known = bare.get(type) ?? [textFrame(type)];
  bare.set(type, known);
  return known;
}

function frame(event: string, json: string): Frame {
  const packet = `2["${event}",${json}]`;
  // `4` is engine.io's MESSAGE (engine.io protocol 4).
  return { packet, options: { compress: false, wsPreEncodedFrame: [textFrame(`4${packet}`)] } };
}

/** RFC 6455, 5.2: one unmasked text frame, header and payload in one piece. */
function textFrame(text: string): Buffer {
  const length = Buffer.byteLength(text);
  const head = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const bytes = Buffer.allocUnsafe(head + length);
  bytes[0] = 0x81;
  if (head === 2) bytes[1] = length;
  else if (head === 4) {
    bytes[1] = 126;
    bytes.writeUInt16BE(length, 2);
  } else {
    bytes[1] = 127;
    bytes.writeBigUInt64BE(BigInt(length), 2);
  }
  bytes.write(text, head);
  return bytes;
}
