/** The kind of screen for each refusal: a new one is one line here, and one in each language. */
import type { Failure, FailureCode } from '../../display/lib/api.ts';
import type { KioskTexts } from '../../display/lib/kiosk-texts.ts';
import type { Attempt, Errand } from './errands.ts';

/** The picture: later, somewhere else, typed otherwise, chosen otherwise, once more, with somebody's help. */
export type Mark = 'later' | 'go' | 'look' | 'choose' | 'again' | 'officer';
/**
 * What can be tapped, the best first. `again`: the same attempt, which has one effect. `book`: the times of the next date with room.
 * `days`: another date. `times`: another time of the date. `wait`: the waiting list. `lane`: the question before it.
 * `fewer`: how many come is asked again. `missed`: a number that was missed waits again.
 */
const all = ['again', 'retype', 'lane', 'fewer', 'missed', 'book', 'wait', 'times', 'days', 'start'] as const;
export type Way = (typeof all)[number];

export interface Kind {
  readonly mark: Mark;
  readonly ways: readonly [Way, ...Way[]];
}

const later: Kind = { mark: 'later', ways: ['start'] };
const look: Kind = { mark: 'look', ways: ['retype', 'start'] };
const choose: Kind = { mark: 'choose', ways: ['start'] };
const again: Kind = { mark: 'again', ways: ['again', 'start'] };
const officer: Kind = { mark: 'officer', ways: ['start'] };
const otherDay: Kind = { mark: 'choose', ways: ['days', 'start'] };
const otherTime: Kind = { mark: 'choose', ways: ['times', 'days', 'start'] };

const kinds: Partial<Record<FailureCode, Kind>> = {
  'office-closed': { mark: 'later', ways: ['book', 'start'] },
  'intake-closed': { mark: 'later', ways: ['lane', 'start'] },
  'quota-full': { mark: 'later', ways: ['fewer', 'book', 'wait', 'days', 'start'] },
  'slot-full': otherTime,
  'unknown-slot': otherTime,
  'outside-horizon': otherDay,
  'not-on-this-day': later,
  'not-bookable': choose,
  'party-too-large': { mark: 'choose', ways: ['fewer', 'start'] },
  'one-booking-only': look,
  'requirement-missing': officer,
  'unknown-booking': look,
  'booking-early': later,
  'booking-late': otherDay,
  'booking-other-day': later,
  'booking-used': { mark: 'go', ways: ['missed', 'start'] },
  'booking-cancelled': otherDay,
  'too-soon': later,
  'already-called': { mark: 'go', ways: ['start'] },
  'unknown-ticket': look,
  'not-possible': look,
  'unknown-service': choose,
  'unknown-lane': choose,
  'too-many-requests': again,
  storage: again,
  internal: again,
  unreachable: again,
};

/** Whatever else it is, an officer helps. */
export const kindOf = (code: FailureCode): Kind => kinds[code] ?? officer;

export interface Chances {
  /** Something can be booked for what was asked. */
  readonly bookable: boolean;
  /** So many people could still have a number of today; 0: none, or it is not known. */
  readonly left: number;
}

/** There is room, but not for all who came together. */
export const isForFewer = (errand: Errand, left: number): boolean =>
  errand.do === 'take' && left > 0 && (errand.body.people ?? 1) > left;

/** What there is to tap: only what is possible for this attempt, with what the hub said. */
export function waysOf(
  failure: Failure,
  { errand, before }: Attempt,
  { bookable, left }: Chances,
): readonly Way[] {
  const { code, nextDay, slots = [] } = failure;
  if (code === 'malformed' && errand.do === 'book') return ['retype', 'start'];
  const possible: Readonly<Record<Way, boolean>> = {
    again: true,
    retype: errand.do !== 'take',
    lane: errand.do === 'take' && before.at === 'lane',
    fewer: code === 'party-too-large' ? errand.do === 'book' : isForFewer(errand, left),
    missed: true,
    book: bookable && nextDay !== undefined,
    wait: bookable && errand.do !== 'check-in' && nextDay === undefined,
    days: bookable,
    times: bookable && errand.do === 'book' && slots.length > 0,
    start: true,
  };
  return kindOf(code).ways.filter((way) => possible[way]);
}

export interface Said {
  readonly what: string;
  readonly instead: string;
}

/** What happened and what to do instead, for this errand where it makes a difference; `later`: not today any more. Never the hub's own words. */
export function saidOf(
  texts: KioskTexts,
  { code, opensAt, availableAt, nextDay }: Failure,
  errand: Errand['do'],
  ways: readonly Way[] = [],
  later = false,
): Said {
  const known: Readonly<Record<string, Said>> = texts.refused;
  const onAnotherDay = later ? known[`${code} later`] : undefined;
  const said = onAnotherDay ?? known[`${code} ${errand}`] ?? known[code] ?? texts.refused.officer;
  if (code === 'quota-full' && !ways.some((way) => way === 'book' || way === 'wait' || way === 'days'))
    return { what: said.what, instead: texts.refused['quota-full none'].instead };
  const unknownWhen = code === 'office-closed' && !opensAt && !availableAt && !nextDay && errand !== 'book';
  return unknownWhen ? { ...said, instead: texts.opensUnknown } : said;
}
