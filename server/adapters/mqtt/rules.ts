/** What an account may publish, subscribe to and be sent: its own branch, its maker's topics, or an integration's own lists. */
import { base, topics } from '../../contract/devices.ts';
import { covers, isFilter, matches } from './filters.ts';
import { knownOf, type Makers } from './makers.ts';
import type { Device } from './types.ts';
import { isIntegration } from './types.ts';

export interface Rules {
  mayPublish(topic: string): boolean;
  maySubscribe(filter: string): boolean;
  /** Asked again for every message on its way to the client. */
  mayReceive(topic: string): boolean;
  /** Whether a message on this topic may stay for later subscribers; otherwise its flag is taken off. */
  mayRetain(topic: string): boolean;
  mayHaveWill(topic: string, payload: string): boolean;
  /** Published by habit of its maker, of no use here: acknowledged and dropped, and nobody is troubled. */
  isAside(topic: string): boolean;
  /** Whether it is closed for publishing what it may not. */
  readonly isStrict: boolean;
}

/** What a device may publish under its own id. */
const published = ['event', 'status', 'info', 'display/state', 'temperature', 'telemetry', 'log'];
/** Answers to `cmd/<name>`. */
const commandResult = /^cmd\/[a-z0-9-]{1,32}\/result$/;
const kept = ['status', 'info', 'display/state'];
const event = new RegExp(`^${base}/[^/]+/event$`);

export function rulesOf(device: Device, makers?: Makers): Rules {
  if (isIntegration(device)) return integrationRules(device);
  const own = deviceRules(device.id);
  return makers ? withMakersTopics(own, device, makers) : own;
}

function deviceRules(id: string): Rules {
  const branch = `${base}/${id}/`;
  const ownEvent = topics.event(id);
  const own = (topic: string): string => (topic.startsWith(branch) ? topic.slice(branch.length) : '');
  return {
    mayPublish: (topic) => published.includes(own(topic)) || commandResult.test(own(topic)),
    maySubscribe: (filter) => isFilter(filter) && (own(filter) !== '' || filter === topics.hubStatus),
    // Its own presses would only be an echo.
    mayReceive: (topic) => (topic.startsWith(branch) && topic !== ownEvent) || topic === topics.hubStatus,
    mayRetain: (topic) => kept.includes(own(topic)),
    mayHaveWill: (topic, payload) =>
      topic === topics.status(id) && (payload === 'online' || payload === 'offline'),
    isAside: () => false,
    isStrict: true,
  };
}

/**
 * A device of another maker has its maker's topics as well. What it publishes elsewhere is acknowledged and dropped, as
 * MQTT 3.1.1 allows (section 3.3.5): its firmware cannot be told to leave that out, and its presses must come through.
 */
function withMakersTopics(own: Rules, device: Device, makers: Makers): Rules {
  const known = knownOf(makers, device);
  if (!known) return own;
  const { family, foreign, filters } = known;
  const reads = family.reads(foreign);
  const aside = family.aside?.(foreign) ?? [];
  const isOf = (list: readonly string[], topic: string) => list.some((filter) => matches(filter, topic));
  // A power cut must not call anybody.
  const calls = (topic: string, payload: string): boolean =>
    family
      .hear(foreign, { topic, payload: Buffer.from(payload), retain: false })
      .some(({ kind }) => kind === 'press' || kind === 'level');
  return {
    mayPublish: (topic) => own.mayPublish(topic) || isOf(filters, topic),
    maySubscribe: (filter) =>
      own.maySubscribe(filter) || (isFilter(filter) && reads.some((allowed) => covers(allowed, filter))),
    mayReceive: (topic) => own.mayReceive(topic) || isOf(reads, topic),
    mayRetain: (topic) => own.mayRetain(topic) || isOf(filters, topic),
    mayHaveWill: (topic, payload) =>
      own.mayHaveWill(topic, payload) ||
      (!/[+#]/.test(topic) && isOf(filters, topic) && !calls(topic, payload)),
    isAside: (topic) => isOf(aside, topic),
    isStrict: false,
  };
}

function integrationRules({ read, write }: Device): Rules {
  const mayPublish = (topic: string) =>
    !topic.startsWith('$') && write.some((filter) => matches(filter, topic));
  return {
    mayPublish,
    maySubscribe: (filter) =>
      isFilter(filter) && !filter.startsWith('$') && read.some((allowed) => covers(allowed, filter)),
    mayReceive: (topic) => !topic.startsWith('$') && read.some((filter) => matches(filter, topic)),
    // Nobody's press may come back to a new subscriber.
    mayRetain: (topic) => !event.test(topic),
    // A power cut must not call anybody, so not on a device's `event` whatever the list says.
    mayHaveWill: (topic) => !/[+#]/.test(topic) && !event.test(topic) && mayPublish(topic),
    isAside: () => false,
    isStrict: true,
  };
}
