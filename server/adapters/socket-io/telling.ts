/** Tells all watchers what has changed, in the order that keeps a press fast. */
import type { AnnounceMessage } from '../../contract/socket.ts';
import type { Hub, Told } from '../../hub.ts';
import type { Log } from '../../log.ts';
import { announceFrame, createJoinedSend, type Frame } from './frames.ts';
import { isOfStateAlone } from './make-view.ts';
import type { WatchName } from './names.ts';
import type { Rooms } from './rooms.ts';
import type { Screens } from './screens.ts';
import { createShifts } from './shifts.ts';
import { createSoon } from './soon.ts';
import { announcementOf, boardsOf, touchedBy } from './told.ts';
import { createTurns } from './turns.ts';
import type { Watcher } from './watcher.ts';

export interface TellingParts {
  readonly hub: Pick<Hub, 'state' | 'now'>;
  readonly rooms: Rooms;
  readonly screens?: Pick<Screens, 'isSilent' | 'called'>;
  readonly log: Log;
}

export interface Telling {
  told(told: Told): void;
  /** A call goes out to the boards once more. */
  again(message: AnnounceMessage): void;
  /** A screen came, went, or shows something else. */
  screensChanged(): void;
  boxChanged(counter: number): void;
  /** Soon, and once for all that happens until then: a device may say a thousand things in a second. */
  deviceChanged(id: string): void;
  /** A thermometer has said something. */
  doorChanged(): void;
  /** Times are told anew: stations at once, phones with their places within the second. */
  forecastChanged(): void;
  /** A picture or a video of the boards came or went. */
  boardsChanged(): void;
  /** Once a second: what changes by itself, and the places of all phones in the queue. */
  everySecond(): void;
  counts(): { readonly announcements: number; readonly failed: number };
  close(): void;
}

/** Watched by one person each: told after the stations. */
const phones: readonly WatchName['kind'][] = ['ticket', 'booking'];
const isPhone = (kind: WatchName['kind']): boolean => phones.includes(kind);

/** So many sockets are written to before others have their turn. */
const atOnce = 64;

export function createTelling({ hub, rooms, screens, log }: TellingParts): Telling {
  const sendAll = createJoinedSend();
  let announcements = 0;
  let failed = 0;
  let changed = false;
  const shifts = createShifts(hub);
  const soon = createSoon((text) => rooms.find(text) && guarded(text));
  const turns = createTurns({ stationNames: () => names((kind) => !isPhone(kind)), tell: guarded });

  function names(wanted: (kind: WatchName['kind']) => boolean): string[] {
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

  function inPieces<T>(all: readonly T[], write: (some: readonly T[]) => void): void {
    write(all.slice(0, atOnce));
    for (let from = atOnce; from < all.length; from += atOnce) {
      turns.rest(() => write(all.slice(from, from + atOnce)));
    }
  }

  /** All announcements of a batch, in order, in one write to each board: writing is what costs. */
  function announce(messages: readonly AnnounceMessage[]): void {
    const heard = new Map<Watcher, Frame[]>();
    for (const message of messages) {
      announcements += 1;
      const frame = announceFrame(message);
      for (const watcher of hearersAt(message.counter)) {
        const isSilent = screens?.isSilent(watcher.screen, message.counter);
        const sent = isSilent ? announceFrame({ ...message, silent: true }) : frame;
        const frames = heard.get(watcher);
        if (frames) frames.push(sent);
        else heard.set(watcher, [sent]);
      }
    }
    inPieces([...heard], (some) => {
      for (const [{ socket }, frames] of some) sendAll(socket, frames);
    });
    for (const message of messages) screens?.called(message);
  }

  function hearersAt(counter: number): ReadonlySet<Watcher> {
    const hearers = new Set<Watcher>();
    for (const board of boardsOf(hub.state, counter)) {
      for (const watcher of rooms.find(board)?.watchers.keys() ?? []) hearers.add(watcher);
    }
    return hearers;
  }

  /** PA5: a visit is watched by the link that counts now. */
  const linkOf = (code: string): string => hub.state.day.visits.get(code)?.link ?? code;

  function lookAtPhones(told: Told): void {
    const touched = told.events.map(touchedBy);
    const all = told.reloaded || touched.includes('all');
    const texts = all
      ? names(isPhone)
      : touched.flat().flatMap((code) => phones.map((kind) => `${kind}:${linkOf(code)}`));
    for (const text of texts) if (rooms.find(text)) turns.phone(text);
  }

  return {
    told(told) {
      rooms.stale();
      announce(told.events.flatMap((event) => announcementOf(hub.state, event) ?? []));
      shifts.told();
      changed = true;
      turns.stations();
      lookAtPhones(told);
    },
    again: (message) => announce([message]),
    screensChanged: () => soon.ask('supervisor'),
    deviceChanged: (id) => soon.ask(`device:${id}`),
    boxChanged: (counter) => guarded(`box:${counter}`),
    doorChanged: () => guarded('door'),
    forecastChanged() {
      rooms.stale();
      changed = true;
      turns.stations();
    },
    boardsChanged() {
      rooms.stale();
      turns.stations();
    },
    everySecond() {
      if (shifts.passed()) {
        rooms.stale();
        turns.stations();
      }
      for (const text of names((kind) => !isOfStateAlone({ kind }))) guarded(text);
      if (changed) turns.phones(names(isPhone));
      changed = false;
    },
    counts: () => ({ announcements, failed }),
    close() {
      soon.close();
      turns.close();
    },
  };
}
