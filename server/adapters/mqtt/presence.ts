/** What is known of each device since the hub started: for the supervisor's screen. */
import { type DeviceInfo, deviceInfo, displayState } from '../../contract/devices.ts';
import type { Guard } from './guard.ts';
import type { Presence } from './types.ts';

export interface PresenceBook {
  connected(id: string, address: string): void;
  disconnected(id: string): void;
  /** The gateway that speaks for it is away; when it was heard last is another matter. */
  lost(id: string): void;
  /** Something came from it. */
  seen(id: string): void;
  /** Something came from it over its gateway. */
  heard(id: string, address: string): void;
  /** It came to the hub in another way than over the broker, and went again. */
  visited(id: string, address: string): void;
  /** What it, or its bridge, says of itself: it may be away while the connection lives. */
  status(id: string, online: boolean): void;
  info(id: string, payload: Buffer): void;
  display(id: string, payload: Buffer): void;
  forget(id: string): void;
  of(id: string): Presence | undefined;
  all(): ReadonlyMap<string, Presence>;
}

/** Written at every press, read seldom: an instant is spelt out when somebody asks. */
type Entry = { -readonly [Key in keyof Omit<Presence, 'lastSeen' | 'online'>]: Presence[Key] } & {
  seenAt: number;
  isConnected: boolean;
  /** What was said since the connection began. */
  saysAway: boolean;
};

const shown = ({ seenAt, isConnected, saysAway, ...entry }: Entry): Presence => ({
  ...entry,
  online: isConnected && !saysAway,
  lastSeen: new Date(seenAt).toISOString(),
});

const unknown = { isConnected: false, saysAway: false, seenAt: 0, info: null, display: null, address: '' };

/** @param now milliseconds since 1970 */
export function createPresence(now: () => number, guard: Guard): PresenceBook {
  const book = new Map<string, Entry>();

  function note(id: string, change: Partial<Entry>): void {
    const entry = book.get(id) ?? { ...unknown };
    book.set(id, Object.assign(entry, change, { seenAt: now() }));
  }

  function parsed<Value>(
    id: string,
    payload: Buffer,
    schema: { safeParse(value: unknown): { data?: Value | undefined } },
  ): Value | null {
    const { data } = schema.safeParse(readJson(payload));
    if (data === undefined) guard.drop('malformed-message', { device: id });
    return data ?? null;
  }

  return {
    connected: (id, address) => note(id, { isConnected: true, saysAway: false, address }),
    disconnected: (id) => note(id, { isConnected: false }),
    lost(id) {
      const entry = book.get(id);
      if (entry) entry.isConnected = false;
    },
    seen: (id) => note(id, {}),
    heard: (id, address) => note(id, { isConnected: true, saysAway: false, address }),
    visited: (id, address) => note(id, { address }),
    status: (id, online) => note(id, { saysAway: !online }),
    info(id, payload) {
      const info: DeviceInfo | null = parsed(id, payload, deviceInfo);
      if (info) note(id, { info });
    },
    display(id, payload) {
      const display = parsed(id, payload, displayState);
      if (display) note(id, { display });
    },
    forget: (id) => void book.delete(id),
    of(id) {
      const entry = book.get(id);
      return entry && shown(entry);
    },
    all: () => new Map([...book].map(([id, entry]) => [id, shown(entry)])),
  };
}

/** Undefined where it is no JSON. */
export function readJson(payload: Buffer): unknown {
  try {
    return JSON.parse(payload.toString());
  } catch {
    return undefined;
  }
}
