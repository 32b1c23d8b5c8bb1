/** Whether and how a message goes on to one client: asked for every message and every client. */
import type { Socket } from 'node:net';
import type { AedesOptions, Client } from 'aedes';
import { matches } from './filters.ts';
import type { Guard } from './guard.ts';
import type { Session } from './sessions.ts';

export type Forward = NonNullable<AedesOptions['authorizeForward']>;
type Forwarded = Parameters<Forward>[1];
/** What is retained now, by topic. */
export type Retained = ReadonlyMap<string, Buffer | string>;

/** Bytes that may wait in the socket of a client that does not read. */
const mostUnsent = 256 * 1024;

/** @param packet a copy of the message for this client alone; it is changed to what the client may have. */
export function mayDeliver(
  client: Client,
  packet: Forwarded,
  session: Session | undefined,
  retained: Retained,
  guard: Guard,
): boolean {
  if (!session?.account.rules.mayReceive(packet.topic)) return false;
  // A persistent session counts each copy, and the standard allows copies (section 3.3.5).
  if (client.clean && session.repetitions.has(packet)) return false;
  if (packet.qos > 0) lower(packet, session);
  if (!isOfNow(packet, retained)) return false;
  const socket = client.conn as Socket;
  if (socket.writableLength <= mostUnsent) return true;
  guard.drop('too-slow', { device: client.id });
  socket.destroy();
  return false;
}

/** A retained message for a new subscriber; it says what is true now, whatever it said when it was fetched. */
function isOfNow(packet: Forwarded, retained: Retained): boolean {
  if (!packet.retain || packet.brokerId) return true;
  const latest = retained.get(packet.topic);
  if (latest !== undefined) packet.payload = latest;
  return latest !== undefined;
}

/** No more than was subscribed with [MQTT-3.8.4-6]: aedes sees to it only where the filter has no wildcard. */
function lower(packet: Forwarded, { filters }: Session): void {
  const exact = filters.get(packet.topic);
  let granted = exact ?? 0;
  if (exact !== undefined && exact >= packet.qos) return;
  for (const [filter, qos] of filters)
    if (qos > granted && matches(filter, packet.topic)) granted = qos as 1 | 2;
  if (granted < packet.qos) packet.qos = granted as 0 | 1;
}
