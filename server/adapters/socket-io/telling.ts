/** Tells all watchers what has changed, in the order that keeps a press fast. */
import type { Hub, Told } from '../../hub.ts';
import type { Log } from '../../log.ts';
import { announceFrame, type Frame, send } from './frames.ts';
import type { Rooms } from './rooms.ts';
import { announcementOf, boardsOf, touchedBy } from './told.ts';
import { createTurns } from './turns.ts';
import type { Watcher } from './watcher.ts';

export interface TellingParts {
  readonly hub: Pick<Hub, 'state'>;
  readonly rooms: Rooms;
  readonly log: Log;
}

export interface Telling {
  told(told: Told): void;
  boxChanged(counter: number): void;
  /** Once a second: what changes by itself, and the places of all phones in the queue. */
  everySecond(): void;
  counts(): { readonly announcements: number; readonly failed: number };
  close(): void;
}

/** So many sockets are written to before others have their turn. */
const atOnce = 64;

export function createTelling({ hub, rooms, log }: TellingParts): Telling {
  let announcements = 0;
  let failed = 0;
  let changed = false;
  const turns = createTurns({ stationNames: () => names((kind) => kind !== 'ticket'), tell: guarded });

  function names(wanted: (kind: string) => boolean): string[] {
    const texts: string[] = [];
    for (const { text, name } of rooms.all()) if (wanted(name.kind)) texts.push(text);
    return texts;
  }

  /** A view that cannot be made must not keep the others from being told. */
  function guarded(text: string): void {
    try {
      const room = rooms.find(text);
      if (room) inPieces([...room.watchers.keys()], (some) => rooms.tell(room, some));
    } catch (error) {
      failed += 1;
      log.error({ err: error, kind: text.split(':')[0] }, 'a view could not be made');
    }
  }

  function inPieces(watchers: readonly Watcher[], write: (some: readonly Watcher[]) => void): void {
    write(watchers.slice(0, atOnce));
    for (let from = atOnce; from < watchers.length; from += atOnce) {
      turns.rest(() => write(watchers.slice(from, from + atOnce)));
    }
  }

  function announce(frame: Frame, counter: number): void {
    const hearers = new Set<Watcher>();
    for (const board of boardsOf(hub.state, counter)) {
      for (const watcher of rooms.find(board)?.watchers.keys() ?? []) hearers.add(watcher);
    }
    inPieces([...hearers], (some) => {
      for (const { socket } of some) send(socket, frame);
    });
    announcements += 1;
  }

  function lookAtPhones(told: Told): void {
    const touched = told.events.map(touchedBy);
    const all = told.reloaded || touched.includes('all');
    const texts = all ? names((kind) => kind === 'ticket') : touched.flat().map((code) => `ticket:${code}`);
    for (const text of texts) if (rooms.find(text)) turns.phone(text);
  }

  return {
    told(told) {
      rooms.stale();
      for (const event of told.events) {
        const message = announcementOf(hub.state, event);
        if (message) announce(announceFrame(message), message.counter);
      }
      changed = true;
      turns.stations();
      lookAtPhones(told);
    },
    boxChanged: (counter) => guarded(`box:${counter}`),
    everySecond() {
      for (const text of names((kind) => kind === 'desk' || kind === 'box')) guarded(text);
      if (changed) turns.phones(names((kind) => kind === 'ticket'));
      changed = false;
    },
    counts: () => ({ announcements, failed }),
    close: turns.close,
  };
}
