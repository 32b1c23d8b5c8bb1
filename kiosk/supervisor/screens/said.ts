/** Screens and voices in words: what each is called, what is wrong with it, and whom to look at first. */
import { hubNow } from '../../../display/lib/clock.ts';
import { clockTime } from '../../../display/lib/format.ts';
import { dateAndTime, localDay } from '../../../display/lib/when.ts';
import type { DisplaySeen, DisplaysShown, ZoneVoice } from '../../../server/contract/displays.ts';
import type { ScreenTexts } from './texts.ts';

/** Whose words, and whose clock. */
export interface Saying {
  readonly texts: ScreenTexts;
  readonly language: string;
  readonly timeZone: string;
  /** The hub's time is no machine's. */
  readonly rehearsal: boolean;
}

export interface Line {
  readonly tone: 'good' | 'bad' | 'quiet';
  readonly words: string;
}

/** Milliseconds: a clock that is off by less disturbs nobody. */
const clockMatters = 2000;

export function nameOf({ label, page, counter, zone }: DisplaySeen, { texts }: Saying): string {
  if (label !== null) return label;
  const { screens } = texts;
  const name = page === undefined ? screens.unknownPage : screens.pages[page];
  if (counter != null) return `${name} · ${screens.counter(counter)}`;
  return zone == null ? name : `${name} · ${screens.zone(zone)}`;
}

/** What it is, beside a name that somebody gave it. */
export function kindOf(
  { label, page, counter, zone, size }: DisplaySeen,
  { texts: { screens } }: Saying,
): string {
  const where = counter != null ? [screens.counter(counter)] : zone == null ? [] : [screens.zone(zone)];
  const named = label === null || page === undefined ? [] : [screens.pages[page], ...where];
  // The size stays in one line.
  return [...named, ...(size === undefined ? [] : [size.replaceAll(' ', '\u00a0')])].join(' · ');
}

export function presenceOf({ online, since, station }: DisplaySeen, saying: Saying): Line {
  const { screens } = saying.texts;
  if (since === null) return { tone: station === null ? 'quiet' : 'bad', words: screens.never };
  const when = whenSaid(since, saying);
  if (online) return { tone: 'good', words: screens.connected(when) };
  // Whoever once looked at a board with a browser of their own is not missed.
  return { tone: station === null ? 'quiet' : 'bad', words: screens.away(when) };
}

/** Everything else that can be said of it, the worst first. */
export function linesOf(screen: DisplaySeen, saying: Saying): readonly Line[] {
  const { screens } = saying.texts;
  const lines: Line[] = [];
  if (!screen.online) return lines;
  if (screen.sound === 'blocked') lines.push({ tone: 'bad', words: screens.sound.blocked });
  const offset = saying.rehearsal ? 0 : (screen.clockOffset ?? 0);
  if (Math.abs(offset) > clockMatters) {
    const span = spanOf(Math.abs(offset), saying);
    lines.push({ tone: 'bad', words: offset < 0 ? screens.clockBehind(span) : screens.clockAhead(span) });
  }
  if (screen.old) lines.push({ tone: 'bad', words: screens.old });
  if (screen.speaks) lines.push({ tone: 'good', words: screens.speaks });
  else if (screen.sound === 'on') lines.push({ tone: 'good', words: screens.sound.on });
  if (screen.sound === 'off') lines.push({ tone: 'quiet', words: screens.sound.off });
  if (screen.station === null) lines.push({ tone: 'quiet', words: screens.unsigned });
  return lines;
}

export const isTroubled = (screen: DisplaySeen, saying: Saying): boolean =>
  [presenceOf(screen, saying), ...linesOf(screen, saying)].some(({ tone }) => tone === 'bad');

/** Trouble first, then what is there, then what once was; each by its name. */
export function inOrder(screens: readonly DisplaySeen[], saying: Saying): readonly DisplaySeen[] {
  const rank = (screen: DisplaySeen) => (isTroubled(screen, saying) ? 0 : screen.online ? 1 : 2);
  return screens.toSorted(
    (a, b) =>
      rank(a) - rank(b) ||
      nameOf(a, saying).localeCompare(nameOf(b, saying), saying.language, { numeric: true }),
  );
}

export const placeOf = ({ zone }: Pick<ZoneVoice, 'zone'>, { voices }: ScreenTexts): string =>
  zone === null ? voices.wholeOffice : voices.ofZone(zone);

/** Who calls there: the name of the screen, or the sound card's. */
export function speakerOf({ by, id }: ZoneVoice, { screens }: DisplaysShown, saying: Saying): string {
  const { voices } = saying.texts;
  if (by === null) return voices.nobody;
  if (by === 'jack') return voices.by(id === null ? voices.jack : `${voices.jack} (${id})`);
  const screen = screens.find((one) => one.id === id);
  return voices.by(screen ? nameOf(screen, saying) : saying.texts.screens.unknownPage);
}

/** `10:12` today, and with its day before. */
export function whenSaid(at: string, { language, timeZone }: Saying): string {
  const now = hubNow() ?? Date.parse(at);
  return localDay(at, timeZone) === localDay(now, timeZone)
    ? clockTime(at, timeZone)
    : dateAndTime(at, timeZone, language);
}

/** In the largest unit of which there is one and a half; `3 menit`. */
function spanOf(ms: number, { texts: { screens } }: Saying): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 90) return screens.seconds(seconds);
  if (seconds < 5400) return screens.minutes(Math.round(seconds / 60));
  if (seconds < 129_600) return screens.hours(Math.round(seconds / 3600));
  return screens.days(Math.round(seconds / 86_400));
}

/** Stations that should be connected and are not. */
export const lostOf = ({ screens }: DisplaysShown): number =>
  screens.filter(({ online, station }) => !online && station !== null).length;

/** Those that somebody must do something about come first. */
export const voicesInOrder = ({ voices }: DisplaysShown): readonly ZoneVoice[] =>
  voices.toSorted((a, b) => rankOf(a) - rankOf(b));

const rankOf = ({ trouble }: ZoneVoice): number => (trouble === null ? 2 : trouble === 'unsigned' ? 1 : 0);

/** Where calls are made that nobody can hear. */
export const silentOf = ({ voices }: DisplaysShown): readonly ZoneVoice[] =>
  voices.filter(({ trouble }) => trouble !== null && trouble !== 'unsigned');
