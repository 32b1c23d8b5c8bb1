/** What passes through the broker: publishes in the order of their device, subscriptions, deliveries. */
import type { AedesOptions } from 'aedes';
import { deviceStatus, topics } from '../../contract/devices.ts';
import type { Hub } from '../../hub.ts';
import { mayDeliver, type Retained } from './delivery.ts';
import { alreadyCounted, type Guard } from './guard.ts';
import type { PresenceBook } from './presence.ts';
import type { Presses } from './presses.ts';
import type { Session, Sessions } from './sessions.ts';
import { isIntegration } from './types.ts';

type Hooks = Required<Pick<AedesOptions, 'authorizePublish' | 'authorizeSubscribe' | 'authorizeForward'>>;
type Publish = Parameters<Hooks['authorizePublish']>[1];
type Answer = (error: Error | null) => void;

interface Parts {
  readonly hub: Hub;
  readonly sessions: Sessions;
  readonly presses: Presses;
  readonly presence: PresenceBook;
  readonly guard: Guard;
  readonly retained: Retained;
}

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
        () => (mayDeliver(client, packet, sessions.of(client), retained, guard) ? packet : null),
        () => null,
      ),
  };
}

const bytesOf = (payload: Publish['payload']): Buffer =>
  typeof payload === 'string' ? Buffer.from(payload) : payload;

function createPublishing(parts: Parts) {
  const { hub, presses, presence, guard, retained } = parts;

  /** Not recorded: the box is told, and then must not have a PUBACK; 3.1.1 has no other way of saying so. */
  async function press(session: Session, { payload, qos }: Publish, answer: Answer): Promise<() => void> {
    const { device } = session.account;
    const now = hub.state.calendar.devices.get(device.id) ?? device;
    const { result, recorded } = await presses.submit(now, bytesOf(payload));
    return () => {
      if (recorded || qos === 0) {
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

  /** False: it says nothing that later subscribers should hear. */
  function note(session: Session, { topic, payload }: Publish): boolean {
    const { id } = session.account.device;
    const bytes = bytesOf(payload);
    presence.seen(id);
    if (topic === topics.info(id)) presence.info(id, bytes);
    else if (topic === topics.displayState(id)) presence.display(id, bytes);
    else if (topic === topics.status(id) && !deviceStatus.safeParse(bytes.toString()).success) {
      guard.drop('malformed-message', { device: id });
      return false;
    }
    return true;
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
      if (!note(session, packet)) packet.retain = false;
      return pass(() => answer(null));
    }
    presence.seen(device.id);
    return press(session, packet, answer).then(pass, (error: unknown) => {
      pass(() => {});
      throw error;
    });
  };
}
