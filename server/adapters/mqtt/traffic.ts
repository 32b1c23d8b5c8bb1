/** What passes through the broker: publishes in the order of their device, subscriptions, deliveries. */
import type { AedesOptions } from 'aedes';
import { mayDeliver } from './delivery.ts';
import { createPublishing, type Parts } from './publishing.ts';
import type { Session } from './sessions.ts';
import { isIntegration, type Publish } from './types.ts';

type Hooks = Required<Pick<AedesOptions, 'authorizePublish' | 'authorizeSubscribe' | 'authorizeForward'>>;

const mostFilters = 200;

/** What the device itself said comes back to it where it listens to all of its own; that is no message to it. */
function noteSent(notes: Parts['notes'], { account }: Session, { topic, payload }: Publish): void {
  const { device, rules } = account;
  if (!isIntegration(device) && !rules.mayPublish(topic)) notes.to(device.id, topic, payload);
}

export function createTraffic(parts: Parts): Hooks {
  const { sessions, guard, retained, notes } = parts;
  const publishing = createPublishing(parts);
  return {
    authorizePublish: (client, packet, done) =>
      guard.hook('publish', done, (answer) => publishing(client, packet, answer), []),
    authorizeSubscribe(client, subscription, done) {
      const session = sessions.of(client);
      const work = (answer: Parameters<typeof guard.hook<[typeof subscription | null]>>[1]) => {
        const { topic } = subscription;
        if (session && session.filters.size < mostFilters && session.account.rules.maySubscribe(topic)) {
          session.filters.set(topic, subscription.qos);
          return answer(null, subscription);
        }
        guard.drop('refused-subscribe', { device: client.id, topic });
        if (session) notes.troubled(session.account.device.id, 'refused-subscribe', topic);
        // No subscription: SUBACK says 0x80 for this filter (section 3.9.3).
        answer(null, null);
      };
      guard.hook('subscribe', done, work, [null]);
    },
    authorizeForward: (client, packet) =>
      guard.run(
        'forward',
        () => {
          const session = sessions.of(client);
          if (!mayDeliver(client, packet, session, retained, guard)) return null;
          if (session) noteSent(notes, session, packet);
          return packet;
        },
        () => null,
      ),
  };
}
