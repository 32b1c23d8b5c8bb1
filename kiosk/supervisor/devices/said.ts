/** A device's state in words: whether it is there, since when it is not, and what is wrong with it. */
import { hubNow } from '../../../display/lib/clock.ts';
import { clockTime } from '../../../display/lib/format.ts';
import { dateAndTime, localDay } from '../../../display/lib/when.ts';
import type { DeviceGlance } from '../../../server/contract/views-devices.ts';
import { type DeviceTexts, wordFor } from './texts.ts';

/** Whose words, and whose clock. */
export interface Saying {
  readonly texts: DeviceTexts;
  readonly language: string;
  readonly timeZone: string;
}

/** `bad`: somebody must look at it; `quiet`: nothing can be said of it, and nothing need be. */
export type Tone = 'good' | 'bad' | 'quiet';
export interface Said {
  readonly tone: Tone;
  readonly words: string;
}

/** `10:12` today, and with its day before. */
export function whenSaid(at: string, { language, timeZone }: Saying): string {
  const now = hubNow() ?? Date.parse(at);
  const isToday = localDay(at, timeZone) === localDay(now, timeZone);
  return isToday ? clockTime(at, timeZone) : dateAndTime(at, timeZone, language);
}

/** These wake up for a press and sleep again: that they are away says nothing. */
const sleepers = ['shelly-1', 'bthome', 'zigbee2mqtt'];
/** These push over HTTP, and keep no connection. */
const pushers = ['hikvision', 'zkteco'];

export function presenceOf(device: DeviceGlance, saying: Saying): Said {
  const { texts } = saying;
  const { printer, online, lastSeen, driver } = device;
  if (printer) return printerSaid(printer, saying);
  if (online) return { tone: 'good', words: texts.online };
  if (pushers.includes(driver)) return { tone: 'quiet', words: texts.pushes };
  if (lastSeen === null) return { tone: 'quiet', words: texts.never };
  const when = whenSaid(lastSeen, saying);
  return sleepers.includes(driver)
    ? { tone: 'quiet', words: texts.asleep(when) }
    : { tone: 'bad', words: texts.offlineSince(when) };
}

function printerSaid(printer: NonNullable<DeviceGlance['printer']>, saying: Saying): Said {
  const { texts } = saying;
  const { state, waiting, since } = printer;
  const isWell = state === 'ok' || state === 'unknown';
  const parts = [
    texts.printer[state],
    ...(isWell || since === null ? [] : [whenSaid(since, saying)]),
    ...(waiting > 0 ? [texts.papersWaiting(waiting)] : []),
  ];
  return { tone: isWell ? 'good' : 'bad', words: parts.join(' · ') };
}

/** What its rules did not allow; the topic is said beside it. */
export const troubleSaid = (why: string, { texts }: Saying): string => wordFor(texts.trouble, why);

export const nameOfDriver = (driver: string, { drivers }: DeviceTexts): string =>
  Object.entries(drivers).find(([id]) => id === driver)?.[1] ?? driver;

/** Whether somebody must look at it. */
export const isBad = (device: DeviceGlance, saying: Saying): boolean =>
  device.trouble !== null || presenceOf(device, saying).tone === 'bad';
