/** The kind of screen for each refusal: a new one is one line here, and one in each language. */
import type { Failure, FailureCode } from '../../display/lib/api.ts';
import type { KioskTexts } from '../../display/lib/kiosk-texts.ts';
import type { Errand } from './errands.ts';

/** The picture: later, somewhere else, typed otherwise, chosen otherwise, once more, with somebody's help. */
export type Mark = 'later' | 'go' | 'look' | 'choose' | 'again' | 'officer';
/** What can be tapped, the best first. `again`: the same attempt, which has one effect. */
export type Way = 'again' | 'retype' | 'start';

export interface Kind {
  readonly mark: Mark;
  readonly ways: readonly [Way, ...Way[]];
}

const later: Kind = { mark: 'later', ways: ['start'] };
const look: Kind = { mark: 'look', ways: ['retype', 'start'] };
const choose: Kind = { mark: 'choose', ways: ['start'] };
const again: Kind = { mark: 'again', ways: ['again', 'start'] };
const officer: Kind = { mark: 'officer', ways: ['start'] };

const kinds: Partial<Record<FailureCode, Kind>> = {
  'office-closed': later,
  'too-soon': later,
  'already-called': { mark: 'go', ways: ['start'] },
  'unknown-ticket': look,
  'unknown-place': look,
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

export interface Said {
  readonly what: string;
  readonly instead: string;
}

/** What happened and what to do instead, for this errand where it makes a difference; never the hub's own words. */
export function saidOf(
  texts: KioskTexts,
  { code, opensAt, availableAt }: Failure,
  errand: Errand['do'],
): Said {
  const known: Readonly<Record<string, Said>> = texts.refused;
  const said = known[`${code} ${errand}`] ?? known[code] ?? texts.refused.officer;
  const unknownWhen = code === 'office-closed' && !opensAt && !availableAt;
  return unknownWhen ? { ...said, instead: texts.opensUnknown } : said;
}
