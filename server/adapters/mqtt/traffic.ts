/** What passes through the broker: publishes in the order of their device, subscriptions, deliveries. */
import type { Socket } from 'node:net';
import type { AedesOptions, Client } from 'aedes';
import { deviceStatus, topics } from '../../contract/devices.ts';
import type { Hub } from '../../hub.ts';
import { matches } from './filters.ts';
import { alreadyCounted, type Guard } from './guard.ts';
import type { PresenceBook } from './presence.ts';
import type { Presses } from './presses.ts';
import type { Session, Sessions } from './sessions.ts';
import { isIntegration } from './types.ts';

type Hooks = Required<Pick<AedesOptions, 'authorizePublish' | 'authorizeSubscribe' | 'authorizeForward'>>;
type Forwarded = Parameters<Hooks['authorizeForward']>[1];
type Publish = Parameters<Hooks['authorizePublish']>[1];
type Answer = (error: Error | null) => void;

interface Parts {
  readonly hub: Hub;
  readonly sessions: Sessions;
  readonly presses: Presses;
  readonly presence: PresenceBook;
  readonly guard: Guard;
  /** What is retained now, by topic. */
  readonly retained: ReadonlyMap<string, Buffer | string>;
}

/** Bytes that may wait in the socket of a client that does not read. */
const mostUnsent = 256 * 1024;
const mostFilters = 200;
const mostRetained = 5000;

export function createTraffic(parts: Parts): Hooks {
  const { sessions, guard, retained } = parts;
  const publishing = createPublishing(parts);
  return {
    authorizePublish: (client, packet, done) =>
      guard.hook('publish', done, (answer) => publishing(client && sessions.of(client), packet, answer), []),
    authorizeSubscribe(client, subscription, done) {
      const session = sessions.of(client);
      const work = (answer: Parameters<typeof guard.hook<[typeof subscription | null]>>[1]) => {
        const { topic } = subscription;
        if (session && session.filters.size < mostFilters && session.account.rules.maySubscribe(topic)) {
          session.filters.set(topic, subscription.qos);
          return answer(null, subscription);
        }
        guard.drop('refused-subscribe', { device: client.id, topic });
        // No subscription: SUBACK says 0x80 for this filter (section 3.9.3).
        answer(null, null);
      };
      guard.hook('subscribe', done, work, [null]);
    },
    authorizeForward: (client, packet) =>
      guard.run(
        'forward',
        () => {
          if (!mayDeliver(client, packet, sessions.of(client), guard)) return null;
          return isOfNow(packet, retained) ? packet : null;
        },
        () => null,
      ),
  };
}

function mayDeliver(client: Client, packet: Forwarded, session: Session | undefined, guard: Guard): boolean {
  if (!session?.account.rules.mayReceive(packet.topic)) return false;
  // A persistent session counts each copy, and the standard allows copies (section 3.3.5).
  if (client.clean && session.repetitions.has(packet)) return false;
  if (packet.qos > 0) lower(packet, session);
  const socket = client.conn as Socket;
  if (socket.writableLength <= mostUnsent) return true;
  guard.drop('too-slow', { device: client.id });
  socket.destroy();
  return false;
}

/** A retained message for a new subscriber; it says what is true now, whatever it said when it was fetched. */
function isOfNow(packet: Forwarded, retained: Parts['retained']): boolean {
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

function createPublishing(parts: Parts) {
  const { hub, presses, presence, guard, retained } = parts;

  /** Not recorded: the box is told, and then must not have a PUBACK; 3.1.1 has no other way of saying so. */
  async function press(session: Session, payload: Buffer, answer: Answer): Promise<() => void> {
    const { device } = session.account;
    const now = hub.state.calendar.devices.get(device.id) ?? device;
    const { result, recorded } = await presses.submit(now, payload);
    return () => {
      if (recorded) {
        presses.answer(device, result, () => {});
        answer(null);
        return;
      }
      guard.drop('not-recorded', { device: device.id });
      presses.answer(device, result, () => answer(alreadyCounted('not recorded')));
    };
  }

  function mayStay({ topic, payload }: Publish, rules: Session['account']['rules']): boolean {
    if (!rules.mayRetain(topic)) return false;
    const fits = payload.length === 0 || retained.has(topic) || retained.size < mostRetained;
    if (!fits) guard.drop('retained-full', { topic });
    return fits;
  }

  function note(session: Session, { topic, payload }: Publish): void {
    const { id } = session.account.device;
    const bytes = Buffer.from(payload);
    presence.seen(id);
    if (topic === topics.info(id)) presence.info(id, bytes);
    else if (topic === topics.displayState(id)) presence.display(id, bytes);
    else if (topic === topics.status(id) && !deviceStatus.safeParse(bytes.toString()).success) {
      guard.drop('malformed-message', { device: id });
    }
  }

  return (session: Session | null | undefined, packet: Publish, answer: Answer): Promise<void> | void => {
    const { topic } = packet;
    if (!session?.account.rules.mayPublish(topic)) {
      guard.drop('refused-publish', { device: session?.account.device.id, topic });
      return answer(alreadyCounted('not allowed to publish'));
    }
    const { device, rules, line } = session.account;
    if (packet.retain && !mayStay(packet, rules)) packet.retain = false;
    if (isIntegration(device)) return answer(null);
    const place = line.enter();
    if (!place) {
      guard.drop('too-many', { device: device.id });
      return answer(alreadyCounted('too many at once'));
    }
    const pass = (go: () => void) => place(() => guard.run('pass', go, () => undefined));
    if (topic !== topics.event(device.id)) {
      note(session, packet);
      return pass(() => answer(null));
    }
    presence.seen(device.id);
    return press(session, Buffer.from(packet.payload), answer).then(pass, (error: unknown) => {
      pass(() => {});
      throw error;
    });
  };
}
