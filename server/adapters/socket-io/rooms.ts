/** Who watches what, and the present view of each name: made once for all its watchers. */
import type { ViewContext } from '../../domain/views/context.ts';
import { createLineup } from '../../domain/views/lineup.ts';
import type { Hub } from '../../hub.ts';
import { type Frame, send, viewFrame } from './frames.ts';
import { isOfStateAlone, makeView, type ViewSources } from './make-view.ts';
import { readName, type WatchName } from './names.ts';
import { cut, type Watcher } from './watcher.ts';

export interface Room {
  readonly text: string;
  readonly name: WatchName;
  /** Each with the view it was last sent, as JSON; null: none since it came. */
  readonly watchers: Map<Watcher, string | null>;
  /** The view at `version`, and its last encoding. */
  json: string | null;
  version: number;
  frame: { readonly frame: Frame; readonly seq: number; readonly at: number; readonly json: string } | null;
}

export interface Rooms {
  /** Null: no view has this name now. */
  enter(watcher: Watcher, text: string): Room | null;
  leave(watcher: Watcher, text: string): void;
  find(text: string): Room | undefined;
  all(): Iterable<Room>;
  /** Something may have changed: views are made anew when they are next needed. */
  stale(): void;
  /** Sends the present view to those of these watchers who have not had it. */
  tell(room: Room, watchers: Iterable<Watcher>): void;
  views(): number;
}

/** One encoding serves for so long (hub's milliseconds): screens set their clocks by it. */
const encodingServesMs = 20;

export function createRooms(
  hub: Pick<Hub, 'state' | 'now' | 'rate' | 'rehearsal'>,
  sources: ViewSources,
): Rooms {
  const rooms = new Map<string, Room>();
  let version = 0;
  let seq = 0;
  let views = 0;
  let lineup = createLineup(hub.state);

  const context = (): ViewContext => ({
    at: hub.now(),
    rehearsal: hub.rehearsal,
    lineup,
    forecast: sources.forecast(),
    ...(sources.media ? { media: sources.media.addresses() } : {}),
  });

  /** The view as JSON; the same string as before when it says the same, so that comparing costs nothing. */
  function present(room: Room): string | null {
    if (room.version === version && isOfStateAlone(room.name)) return room.json;
    const view = makeView(hub.state, context(), room.name, sources);
    const json = view && JSON.stringify(view);
    if (json !== room.json) room.json = json;
    room.version = version;
    return room.json;
  }

  function encode(room: Room, json: string, watcher: Watcher): NonNullable<Room['frame']> {
    const now = hub.now();
    const last = room.frame;
    const serves =
      last?.json === json && Math.abs(now - last.at) <= encodingServesMs && last.seq > watcher.lastSeq;
    if (last && serves) return last;
    seq += 1;
    const head = { name: room.text, seq, at: new Date(now).toISOString(), rate: hub.rate };
    room.frame = { frame: viewFrame(head, json), seq, at: now, json };
    return room.frame;
  }

  return {
    enter(watcher, text) {
      const name = readName(text);
      const room = rooms.get(text) ?? (name && { ...emptyRoom, text, name, watchers: new Map() });
      if (!room || present(room) === null) return null;
      rooms.set(text, room);
      room.watchers.set(watcher, null);
      watcher.names.add(text);
      return room;
    },
    leave(watcher, text) {
      const room = rooms.get(text);
      room?.watchers.delete(watcher);
      if (room?.watchers.size === 0) rooms.delete(text);
      watcher.names.delete(text);
    },
    find: (text) => rooms.get(text),
    all: () => rooms.values(),
    stale() {
      version += 1;
      lineup = createLineup(hub.state);
    },
    tell(room, watchers) {
      const json = present(room);
      // PA5: the link of a ticket is void: its page comes back by itself, asks again, and is told so. A screen may watch
      // other names beside one that the office no longer has, and goes on with them.
      if (json === null) return room.name.kind === 'ticket' ? [...watchers].forEach(cut) : undefined;
      for (const watcher of watchers) {
        const had = room.watchers.get(watcher);
        if (had === undefined || had === json) continue;
        const { frame, seq } = encode(room, json, watcher);
        room.watchers.set(watcher, json);
        watcher.lastSeq = seq;
        send(watcher.socket, frame);
        views += 1;
      }
    },
    views: () => views,
  };
}

const emptyRoom = { json: null, version: -1, frame: null };
