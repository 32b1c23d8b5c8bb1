/** What the technician may see of each device: its messages, its trouble, its battery, and who knocks. */
import type { DeviceMessage, DeviceTrouble, Knock } from '../../contract/views-devices.ts';
import { createDiary, type Entry, isReading, keptOf } from './diary.ts';
import { createKnocks, createTroubles } from './troubles.ts';

export interface Book {
  /** The last fifty, newest first. */
  messages(id: string): readonly DeviceMessage[];
  trouble(id: string): DeviceTrouble | null;
  /** Percent; null where it does not say. */
  battery(id: string): number | null;
  /** Newest first. */
  knocks(): readonly Knock[];
  /** Called at once for each change, with the device's id; null: somebody knocked. It must be quick. */
  onChange(listener: (id: string | null) => void): void;
}

/** The same, to be written into. */
export interface Notes extends Book {
  /** @returns the entry, whose kind and verdict may be told later (with `judged`). */
  from(id: string, topic: string, payload: Buffer | string, kind: string): Entry;
  to(id: string, topic: string, payload: Buffer | string): void;
  /** A line of its bridge about the wire. */
  line(id: string, text: string, kind: string): void;
  judged(id: string, entry: Entry, kind: string, verdict: string | null): void;
  troubled(id: string, why: string, topic?: string): void;
  connected(id: string): void;
  taken(id: string): void;
  charged(id: string, percent: number): void;
  knocked(name: string, address: string, why: string): void;
  /** Somebody may want to look again. */
  changed(id: string): void;
  forget(id: string): void;
}

/** @param now milliseconds since 1970 */
export function createBook(now: () => number): Notes {
  const diary = createDiary();
  const troubles = createTroubles();
  const knocks = createKnocks();
  const batteries = new Map<string, number>();
  const listeners: ((id: string | null) => void)[] = [];
  const changed = (id: string | null) => {
    for (const listener of listeners) listener(id);
  };

  function note(id: string, way: Entry['way'], topic: string, payload: Buffer | string, kind: string): Entry {
    const kept = isReading(topic) ? '' : keptOf(payload);
    const entry: Entry = { at: now(), way, topic, payload: kept, kind, verdict: null };
    diary.note(id, entry);
    changed(id);
    return entry;
  }

  return {
    messages: diary.messages,
    trouble: (id) => troubles.of(id, now()),
    battery: (id) => batteries.get(id) ?? null,
    knocks: knocks.all,
    onChange: (listener) => void listeners.push(listener),
    from: (id, topic, payload, kind) => note(id, 'from', topic, payload, kind),
    to: (id, topic, payload) => void note(id, 'to', topic, payload, kindTo(topic)),
    line: (id, text, kind) => void note(id, 'line', '', text, kind),
    judged(id, entry, kind, verdict) {
      Object.assign(entry, { kind, verdict });
      changed(id);
    },
    troubled(id, why, topic) {
      troubles.troubled(id, why, topic ?? null, now());
      changed(id);
    },
    connected(id) {
      troubles.connected(id, now());
      changed(id);
    },
    taken(id) {
      troubles.taken(id, now());
      changed(id);
    },
    charged(id, percent) {
      batteries.set(id, percent);
      changed(id);
    },
    knocked(name, address, why) {
      knocks.knocked(name, address, why, now());
      changed(null);
    },
    changed,
    forget(id) {
      diary.forget(id);
      troubles.forget(id);
      batteries.delete(id);
      changed(id);
    },
  };
}

/** What a message to a device is, by its topic; a foreign device is told its text alone. */
function kindTo(topic: string): string {
  if (topic.endsWith('/event/result')) return 'result';
  if (/\/cmd\/[a-z0-9-]+$/.test(topic)) return 'command';
  return topic.startsWith('loket/v1/') && !topic.endsWith('/display/set') ? 'other' : 'show';
}
