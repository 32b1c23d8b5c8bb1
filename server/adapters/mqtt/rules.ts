/** What an account may publish, subscribe to and be sent: its own branch, or an integration's own lists. */
import { base, topics } from '../../contract/devices.ts';
import { covers, isFilter, matches } from './filters.ts';
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
}

/** What a device may publish under its own id. */
const published = ['event', 'status', 'info', 'display/state', 'temperature', 'telemetry'];
/** Answers to `cmd/<name>`. */
const commandResult = /^cmd\/[a-z0-9-]{1,32}\/result$/;
const kept = ['status', 'info', 'display/state'];
const event = new RegExp(`^${base}/[^/]+/event$`);

export const rulesOf = (device: Device): Rules =>
  isIntegration(device) ? integrationRules(device) : deviceRules(device.id);

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
  };
}
