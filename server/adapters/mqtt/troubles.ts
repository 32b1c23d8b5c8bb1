/** What each device did that its rules do not allow, and who knocks without being known. */
import type { DeviceTrouble, Knock } from '../../contract/views-devices.ts';

/** A connection that has lived so long without it shows that a trouble is over. */
const overAfterMs = 60_000;
/** Connections that take the place of each other so often in a minute are two devices, not one with a bad line. */
const oftenTaken = 3;
const mostKnocks = 50;
const longestName = 64;

export interface Troubles {
  /** @param at milliseconds since 1970. @param topic null where there is none */
  troubled(id: string, why: string, topic: string | null, at: number): void;
  connected(id: string, at: number): void;
  /** A connection of the device was ended by another one. */
  taken(id: string, at: number): void;
  /** Null: none, or none since it has been connected for a minute. */
  of(id: string, now: number): DeviceTrouble | null;
  forget(id: string): void;
}

interface Trouble {
  readonly why: string;
  readonly topic: string | null;
  at: number;
  times: number;
}

export function createTroubles(): Troubles {
  const troubles = new Map<string, Trouble>();
  const connectedAt = new Map<string, number>();
  const takings = new Map<string, number[]>();

  function isOver(id: string, { at }: Trouble, now: number): boolean {
    const since = connectedAt.get(id);
    return since !== undefined && since > at && now - since > overAfterMs;
  }

  function troubled(id: string, why: string, topic: string | null, at: number): void {
    const before = troubles.get(id);
    if (before && before.why === why && before.topic === topic && !isOver(id, before, at)) {
      before.at = at;
      before.times += 1;
    } else troubles.set(id, { why, topic: topic?.slice(0, 200) ?? null, at, times: 1 });
  }

  return {
    troubled,
    connected: (id, at) => void connectedAt.set(id, at),
    taken(id, at) {
      const recent = [...(takings.get(id) ?? []).filter((one) => at - one < overAfterMs), at];
      takings.set(id, recent);
      if (recent.length >= oftenTaken) troubled(id, 'duplicate', null, at);
    },
    of(id, now) {
      const found = troubles.get(id);
      if (!found || isOver(id, found, now)) return null;
      return { ...found, at: new Date(found.at).toISOString() };
    },
    forget(id) {
      for (const map of [troubles, connectedAt, takings]) map.delete(id);
    },
  };
}

export interface Knocks {
  knocked(name: string, address: string, why: string, at: number): void;
  /** Newest first. */
  all(): readonly Knock[];
}

/** The oldest are forgotten, so that inventing names cannot fill the memory. */
export function createKnocks(): Knocks {
  const knocks = new Map<string, Omit<Knock, 'at'> & { at: number }>();
  return {
    knocked(name, address, why, at) {
      const shown = name.slice(0, longestName).toWellFormed();
      const key = `${shown}\n${address}\n${why}`;
      const times = (knocks.get(key)?.times ?? 0) + 1;
      knocks.delete(key);
      knocks.set(key, { at, name: shown, address, why, times });
      if (knocks.size > mostKnocks) knocks.delete(knocks.keys().next().value ?? key);
    },
    all: () => [...knocks.values()].reverse().map((one) => ({ ...one, at: new Date(one.at).toISOString() })),
  };
}
