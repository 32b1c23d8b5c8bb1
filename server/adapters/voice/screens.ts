/** The screens that have said what they are, and those that are signed in as displays and have not yet. */
import type { DisplayReport } from '../../contract/displays.ts';
import type { Instant } from '../../domain/instant.ts';
import { type Connected, ownerOf } from './connected.ts';

export interface Screen {
  readonly id: string;
  /** Account that is signed in on it; null: nobody. */
  readonly owner: string | null;
  /** Null: it is not connected. */
  readonly connection: Connected | null;
  /** Of one that was known before the start, only what was kept. */
  readonly report: Partial<DisplayReport>;
  readonly address: string | null;
  /** Since when it is connected, or no longer; the hub's time. */
  readonly since: Instant;
  /** Rises with each connection. */
  readonly order: number;
}

export interface Heard {
  readonly isNews: boolean;
  /** An older page of the same browser, which does not count while the newer one is there. */
  readonly displaced?: Connected;
}

export interface Screens {
  /** VO12. @returns null: the id is somebody else's, or a newer page's, or the connection is another screen */
  heard(from: Connected, report: DisplayReport): Heard | null;
  left(from: Connected): boolean;
  of(from: Connected): Screen | undefined;
  find(id: string): Screen | undefined;
  all(): Iterable<Screen>;
  forget(id: string): void;
}

export interface ScreensParts {
  now(): Instant;
  /** Of before the start. */
  readonly kept: readonly Screen[];
  /** Whether the account is still there. */
  isOwner(account: string): boolean;
  /** How many are known at most. */
  readonly most?: number;
}

export function createScreens({ now, kept, isOwner, most = 300 }: ScreensParts): Screens {
  const screens = new Map<string, Screen>(kept.map((screen) => [screen.id, screen]));
  const connected = new Map<Connected, string>();
  const displaced = new WeakSet<Connected>();
  let order = 0;

  /** VO12. */
  function mayBe(owner: string | null, known: Screen): boolean {
    if (known.owner === null || known.owner === owner || !isOwner(known.owner)) return true;
    return owner !== null && known.connection === null;
  }

  /** VO13: makes room, if it may; the oldest are first in the map. */
  function hasRoom(owner: string | null): boolean {
    if (screens.size < most) return true;
    const all = [...screens.values()];
    const isUnsigned = (one: Screen) => one.owner === null;
    const away = (one: Screen) => one.connection === null;
    const oldest = all.find((one) => isUnsigned(one) && away(one));
    const other = owner === null ? undefined : (all.find(isUnsigned) ?? all.find(away));
    const gone = oldest ?? other;
    if (gone) forget(gone.id);
    return gone !== undefined;
  }

  function forget(id: string): void {
    const connection = screens.get(id)?.connection;
    if (connection) connected.delete(connection);
    screens.delete(id);
  }

  function put(screen: Screen): void {
    // The last that changed is the last in the map.
    screens.delete(screen.id);
    screens.set(screen.id, screen);
  }

  return {
    heard(from, report) {
      const { id } = report;
      const known = screens.get(id);
      if ((connected.get(from) ?? id) !== id) return null;
      const owner = ownerOf(from);
      if (known?.connection === from) {
        const isNews = JSON.stringify(known.report) !== JSON.stringify(report);
        if (isNews) screens.set(id, { ...known, report });
        return { isNews };
      }
      if (known?.connection && displaced.has(from)) return null;
      if (known ? !mayBe(owner, known) : !hasRoom(owner)) return null;
      const before = known?.connection;
      if (before) {
        connected.delete(before);
        displaced.add(before);
      }
      connected.set(from, id);
      order += 1;
      put({ id, owner, connection: from, report, address: from.address, since: now(), order });
      return { isNews: true, ...(before ? { displaced: before } : {}) };
    },
    left(from) {
      const screen = screens.get(connected.get(from) ?? '');
      connected.delete(from);
      if (screen?.connection !== from) return false;
      put({ ...screen, connection: null, since: now() });
      return true;
    },
    of: (from) => screens.get(connected.get(from) ?? ''),
    find: (id) => screens.get(id),
    all: () => screens.values(),
    forget,
  };
}
