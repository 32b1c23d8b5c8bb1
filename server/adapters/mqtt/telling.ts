/** What the hub does, told on the broker: boards first, then everybody else; and devices that come, change and go. */
import { topics } from '../../contract/devices.ts';
import type { Hub } from '../../hub.ts';
import { createBoards } from './boards.ts';
import type { Notes } from './book.ts';
import type { Counters } from './counters.ts';
import type { Retained } from './delivery.ts';
import { matches } from './filters.ts';
import type { ForeignBoards } from './foreign-boards.ts';
import type { Guard } from './guard.ts';
import type { Foreign, Known } from './makers.ts';
import type { Pace } from './pace.ts';
import type { PresenceBook } from './presence.ts';
import { createPublicState } from './public-state.ts';
import type { Publisher } from './publisher.ts';
import type { Sessions } from './sessions.ts';
import type { Told } from './types.ts';

export interface Telling {
  readonly hub: Hub;
  readonly publisher: Publisher;
  readonly sessions: Sessions;
  readonly presence: PresenceBook;
  readonly guard: Guard;
  readonly notes: Notes;
  readonly pace: Pace;
  readonly counters: Counters;
  readonly foreign: Foreign;
  readonly foreignBoards: ForeignBoards;
  readonly retained: Retained;
}

type Event = Told['events'][number];

/** The desired state of everything, now and after each batch. @returns the end of it */
export function tellAll(parts: Telling): () => void {
  const { hub, publisher, guard, foreignBoards } = parts;
  const boards = createBoards(publisher);
  const publicState = createPublicState(publisher, guard);
  let stopped = false;
  boards.all(hub.state, hub.now());
  publicState.all(hub.state);
  publisher.keep(topics.hubStatus, 'online');
  foreignBoards.all();

  hub.onTold((told: Told) => {
    if (stopped) return;
    const work = () => {
      followDevices(parts, told);
      boards.told(hub.state, told);
      publicState.told(hub.state, told);
      foreignBoards.told(told);
    };
    guard.run('told', work, () => undefined);
  });
  return () => {
    stopped = true;
    foreignBoards.stop();
    parts.counters.close();
  };
}

function followDevices(parts: Telling, { events, reloaded }: Told): void {
  const ofDevices = events.filter(({ type }) => type.startsWith('Device'));
  if (ofDevices.length === 0 && !reloaded) return;
  const before = new Map([...parts.foreign.all()].map((known) => [known.device.id, known]));
  for (const event of ofDevices) follow(parts, event);
  parts.foreign.take(parts.hub.state);
  for (const [id, known] of before) {
    const now = parts.foreign.of(id);
    if (now === known) continue;
    parts.foreignBoards.forget(known);
    if (now?.filters.join() !== known.filters.join()) clearTopics(parts, known);
  }
}

function follow({ hub, sessions, presence, publisher, ...parts }: Telling, event: Event): void {
  // Its connections end without a farewell, and with them what is known of those behind it.
  if (event.type === 'DeviceRemoved' || event.type === 'DevicePasswordSet')
    for (const { device } of parts.foreign.behind(event.id)) presence.lost(device.id);
  if (event.type === 'DeviceRemoved') {
    sessions.end(event.id);
    presence.forget(event.id);
    parts.notes.forget(event.id);
    parts.counters.forget(event.id);
    parts.pace.forget(event.id);
    for (const topic of [topics.displaySet, topics.displayState, topics.status, topics.info])
      publisher.clear(topic(event.id));
  }
  // Who came in with the old password goes; it comes back with the new one.
  if (event.type === 'DevicePasswordSet') {
    sessions.end(event.id);
    presence.disconnected(event.id);
    publisher.keep(topics.status(event.id), 'offline');
  }
  if (event.type === 'DeviceChanged') {
    const device = hub.state.calendar.devices.get(event.id);
    if (device) sessions.change(device);
  }
}

/** What it said of itself in its maker's scheme. */
function clearTopics({ retained, publisher }: Telling, { filters }: Known): void {
  for (const topic of [...retained.keys()])
    if (filters.some((filter) => matches(filter, topic))) publisher.clear(topic);
}
