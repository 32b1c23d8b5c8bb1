/** What a client publishes: let through, heard as a press or a word about itself, or dropped; in the order of its device. */
import type { Client } from 'aedes';
import { topics } from '../../contract/devices.ts';
import type { Hub } from '../../hub.ts';
import type { Notes } from './book.ts';
import type { Retained } from './delivery.ts';
import type { Ears } from './ears.ts';
import { alreadyCounted, type Guard } from './guard.ts';
import type { Foreign } from './makers.ts';
import { noteOwn } from './own-words.ts';
import type { Pace } from './pace.ts';
import { usualPayload } from './packets.ts';
import type { PresenceBook } from './presence.ts';
import type { Presses } from './presses.ts';
import type { Readings } from './readings.ts';
import type { Session, Sessions } from './sessions.ts';
import { bytesOf, isIntegration, type Publish } from './types.ts';

type Answer = (error: Error | null) => void;

export interface Parts {
  readonly hub: Hub;
  readonly sessions: Sessions;
  readonly presses: Presses;
  readonly readings: Readings;
  readonly presence: PresenceBook;
  readonly guard: Guard;
  readonly retained: Retained;
  readonly notes: Notes;
  readonly pace: Pace;
  readonly foreign: Foreign;
  readonly ears: Ears;
}

const mostRetained = 5000;
/** Of one device, so that none can take the room of the others. */
const mostOfDevice = 200;
/** A gateway's list of everything it knows: acknowledged, as it would come again for ever; too large for other clients. */
function tooLargeForOthers(packet: Publish): void {
  packet.topic = nowhere;
  packet.retain = false;
}

/** Nobody may subscribe to it, so it goes nowhere; and the client has its acknowledgement. */
const nowhere = '$loket/dropped';

export function createPublishing(parts: Parts) {
  const { hub, presses, readings, presence, guard, retained, notes, foreign, ears, pace } = parts;

  /** Not recorded: the box is told, and then must not have a PUBACK; 3.1.1 has no other way of saying so. */
  async function press(session: Session, packet: Publish, answer: Answer): Promise<() => void> {
    const { device } = session.account;
    const now = hub.state.calendar.devices.get(device.id) ?? device;
    const entry = notes.from(device.id, packet.topic, bytesOf(packet.payload), 'press');
    const { result, recorded } = await presses.submit(now, bytesOf(packet.payload));
    notes.judged(device.id, entry, 'press', result.ok ? 'ok' : result.error.code);
    return () => {
      if (recorded || packet.qos === 0) {
        presses.answer(device, result, () => {});
        answer(null);
        return;
      }
      guard.drop('not-recorded', { device: device.id });
      presses.answer(device, result, () => answer(alreadyCounted('not recorded')));
    };
  }

  /** As a press: acknowledged when what came of it is on disk, where anything is recorded. */
  async function measure(session: Session, packet: Publish, answer: Answer): Promise<() => void> {
    const { device } = session.account;
    const now = hub.state.calendar.devices.get(device.id) ?? device;
    const recorded = await readings.submit(now, packet);
    return () => {
      if (recorded || packet.qos === 0) return answer(null);
      guard.drop('not-recorded', { device: device.id });
      answer(alreadyCounted('not recorded'));
    };
  }

  /** Of foreign devices: heard by all whom it concerns, and passed on without the flag where somebody pressed. */
  async function listen(
    session: Session,
    topic: string,
    packet: Publish,
    answer: Answer,
  ): Promise<() => void> {
    const { retain, qos, dup, messageId } = packet;
    const message = { topic, payload: bytesOf(packet.payload), retain, qos, dup, messageId };
    const pressed = foreign
      .heardBy(session.account.device, topic)
      .map((known) => ears.hear(known, session, message))
      .filter((one) => one !== null);
    if (pressed.length === 0) return () => answer(null);
    packet.retain = false;
    const recorded = (await Promise.all(pressed)).every(Boolean);
    return () => {
      if (recorded || qos === 0) return answer(null);
      guard.drop('not-recorded', { device: session.account.device.id });
      answer(alreadyCounted('not recorded'));
    };
  }

  function mayStay({ topic, payload }: Publish, { device, rules, kept }: Session['account']): boolean {
    if (!rules.mayRetain(topic)) return false;
    if (payload.length === 0) kept.delete(topic);
    else if (!isIntegration(device) && kept.size < mostOfDevice) kept.add(topic);
    const hasRoom = retained.size < mostRetained && (isIntegration(device) || kept.has(topic));
    const fits = payload.length === 0 || retained.has(topic) || hasRoom;
    if (!fits) guard.drop('retained-full', { topic });
    return fits;
  }

  /** @returns the error that ends the connection; null: acknowledged, and goes nowhere. */
  function refuse(session: Session | null | undefined, packet: Publish): Error | null {
    const { topic } = packet;
    const { device, rules } = session?.account ?? {};
    if (device && rules?.isAside(topic)) notes.from(device.id, topic, packet.payload, 'ignored');
    else {
      guard.drop('refused-publish', { device: device?.id, topic });
      if (device) {
        const entry = notes.from(device.id, topic, packet.payload, 'ignored');
        notes.judged(device.id, entry, 'ignored', 'refused-publish');
        notes.troubled(device.id, 'refused-publish', topic);
        if (rules?.isStrict) pace.closed(device.id);
      }
      if (!rules || rules.isStrict) return alreadyCounted('not allowed to publish');
    }
    packet.topic = nowhere;
    packet.retain = false;
    return null;
  }

  return (client: Client | null, packet: Publish, answer: Answer): Promise<void> | void => {
    const session = client && parts.sessions.of(client);
    const { topic } = packet;
    const isAllowed = session?.account.rules.mayPublish(topic) === true;
    const refusal = isAllowed ? null : refuse(session, packet);
    if (!session || refusal) return answer(refusal);
    const { device, line } = session.account;
    if (packet.retain && !mayStay(packet, session.account)) packet.retain = false;
    if (packet.payload.length > usualPayload) tooLargeForOthers(packet);
    const isGateway = isIntegration(device);
    if (isGateway && (client.closed || foreign.heardBy(device, topic).length === 0)) return answer(null);
    const place = line.enter();
    if (!place) {
      guard.drop('too-many', { device: device.id });
      return answer(alreadyCounted('too many at once'));
    }
    const pass = (go: () => void) => place(() => guard.run('pass', go, () => undefined));
    const failed = (error: unknown) => {
      pass(() => {});
      throw error;
    };
    if (!isAllowed) return pass(() => answer(null));
    if (!isGateway && topic === topics.event(device.id)) {
      presence.seen(device.id);
      return press(session, packet, answer).then(pass, failed);
    }
    if (!isGateway && topic === topics.temperature(device.id)) {
      presence.seen(device.id);
      return measure(session, packet, answer).then(pass, failed);
    }
    // A will is heard after the end of its connection, and what it says of that is known.
    if (!isGateway && noteOwn(parts, device.id, packet, client.closed)) return pass(() => answer(null));
    if (client.closed || foreign.heardBy(device, topic).length === 0) return pass(() => answer(null));
    return listen(session, topic, packet, answer).then(pass, failed);
  };
}
