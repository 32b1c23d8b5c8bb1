/** Every screen of the office: where it is, what it is called, and for whom. */
import { doorTexts } from '../lib/door.ts';
import type { Reader } from '../lib/i18n.ts';
import type { StartTexts } from '../lib/start-texts.ts';
import type { TouchTexts } from '../lib/touch.ts';

export interface Screen {
  readonly path: string;
  readonly name: string;
  readonly why: string;
}

export interface Words {
  readonly reader: Reader;
  readonly touch: TouchTexts;
  readonly start: StartTexts;
}

export function publicScreens({ reader, touch, start }: Words, zones: readonly string[]): readonly Screen[] {
  const door = doorTexts(reader.language);
  const { title } = reader.texts.board;
  const { screenWhy } = touch.start;
  return [
    { path: '/display/', name: title, why: screenWhy.lobby },
    ...zones.map((zone) => ({
      path: `/display/?zone=${encodeURIComponent(zone)}`,
      name: `${title} · ${start.zone(zone)}`,
      why: start.zoneWhy,
    })),
    { path: '/display/plain.html', name: touch.start.plain, why: screenWhy.plain },
    { path: '/kiosk/', name: touch.kiosk.title, why: screenWhy.kiosk },
    { path: '/display/door.html', name: door.board.title, why: door.board.why },
  ];
}

export function staffScreens({ reader, touch: { start } }: Words): readonly Screen[] {
  const door = doorTexts(reader.language);
  return [
    { path: '/kiosk/supervisor.html', name: start.supervisor, why: start.screenWhy.supervisor },
    { path: '/kiosk/door.html', name: door.station.title, why: door.station.why },
    { path: '/kiosk/emergency.html', name: start.emergency, why: start.screenWhy.emergency },
  ];
}

/** Their paths end where the counter's number follows. */
export function counterScreens({ reader, touch }: Words): readonly Screen[] {
  const { counter, desk } = touch.start.screenWhy;
  return [
    { path: '/display/counter.html?n=', name: reader.texts.counterBoard.title, why: counter },
    { path: '/kiosk/desk.html?n=', name: touch.desk.title, why: desk },
  ];
}

/** An address of the machine itself leads a phone nowhere. */
const isOwnMachine = (host: string): boolean => /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(host);

/** Where other machines find the pages; null: nobody has said, and this page was opened on the hub's own machine. */
export function reachable(told: string | null): string | null {
  if (!isOwnMachine(location.hostname)) return location.origin;
  return told;
}
