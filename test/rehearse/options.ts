/** What may be said on the command line; a mistake is told with what is possible. */
import { parseArgs } from 'node:util';
import { Mistake } from './mistake.ts';
import { isDate } from './plan/local-time.ts';

export interface Options {
  readonly help: boolean;
  /** Days and offices of the trace, and nothing else. */
  readonly list: boolean;
  /** Null: invented. */
  readonly trace: string | null;
  /** Name of a shipped office or a file; with a trace the office in it. */
  readonly office: string | null;
  readonly date: string | null;
  readonly seed: string;
  readonly people: number;
  readonly speed: number;
  readonly phones: number;
  readonly json: string | null;
  readonly keep: boolean;
  readonly hub: { readonly url: string; readonly mqtt: string | null; readonly password: string } | null;
}

export const usage = `npm run rehearse -- [options]        plays a day against a hub, and checks that all that was shown is so

an invented day
  --office NAME|FILE   the office: a shipped one, or an office file (default)
  --people N           how many come (200)
  --seed TEXT          another seed is another day; the same one is the same day (1)
  --date DATE          the day, such as 2026-11-26 (the next one on which the office is open)
a recorded day
  --trace FILE         a recording of real queues, CSV or packed CSV
  --list               its offices and dates, with their sizes
  --office NAME --date DATE
                       which of them is played, whole
the play
  --speed N            how many times faster than real, above 0 and up to 3600 (600)
  --phones N           so many of them follow their ticket on a phone (50)
  --json FILE          writes the summary there too
  --keep               leaves the hub running and prints its address
a hub that runs already, instead of one that is started for the play
  --hub URL            such as http://localhost:8080; it must be a rehearsal whose day has not begun
  --mqtt HOST:PORT     where its devices connect (port 1883 of the same machine)
  --password TEXT      the supervisor's

Exit code: 0, or 1 when anything shown differs from the journal, or 2 when an option is mistaken.`;

const text = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;

/** @throws a `Mistake` in words for the user */
export function readOptions(words: string[]): Options {
  const given = parse(words);
  refuseTogether(given);
  const { date = null, trace = null, office = null, json = null, hub, mqtt = null, password } = given;
  if (date !== null && !isDate(date)) throw new Mistake(`--date ${date}: expected a date such as 2026-11-26`);
  return {
    ...{ help: given.help, list: given.list, keep: given.keep, date, trace, office, json },
    seed: given.seed ?? '1',
    people: numberOf('people', given.people ?? '200', 1, 20_000, true),
    phones: numberOf('phones', given.phones ?? '50', 0, 5000, true),
    speed: numberOf('speed', given.speed ?? '600', 0.1, 3600, false),
    hub: hub === undefined ? null : { url: hub, mqtt, password: password ?? '' },
  };
}

function parse(words: string[]) {
  try {
    return parseArgs({
      args: words,
      options: {
        ...{ office: text, trace: text, date: text, seed: text, people: text, speed: text, phones: text },
        ...{
          json: text,
          hub: text,
          mqtt: text,
          password: text,
          keep: flag,
          list: flag,
          help: { ...flag, short: 'h' },
        },
      },
    }).values;
  } catch (error) {
    throw new Mistake(error instanceof Error ? error.message : String(error));
  }
}

type Given = ReturnType<typeof parse>;

const never: readonly (readonly [keyof Given, keyof Given, string])[] = [
  ['trace', 'people', 'a recorded day is played with those who came'],
  ['trace', 'seed', 'nothing of a recorded day is left to chance'],
  ['hub', 'speed', 'the speed is the hub’s own: LOKET_CLOCK_RATE'],
  ['hub', 'keep', 'the hub goes on in any case'],
  ['hub', 'date', 'the date is the hub’s own: LOKET_CLOCK'],
];
const only: readonly (readonly [keyof Given, keyof Given])[] = [
  ['list', 'trace'],
  ['mqtt', 'hub'],
  ['password', 'hub'],
];

function refuseTogether(given: Given): void {
  for (const [one, other, why] of never) {
    const isRecordedDate = other === 'date' && given.trace !== undefined;
    if (given[one] && given[other] && !isRecordedDate)
      throw new Mistake(`--${other} not with --${one}: ${why}`);
  }
  for (const [one, other] of only) {
    if (given[one] && !given[other]) throw new Mistake(`--${one} only with --${other}`);
  }
  if (given.hub && !given.password) throw new Mistake('--hub needs --password: the supervisor’s');
  if (given.hub && given.office && !given.trace)
    throw new Mistake('--office not with --hub: the office is the hub’s own');
}

function numberOf(name: string, written: string, least: number, most: number, isWhole: boolean): number {
  const value = Number(written);
  if (written !== '' && value >= least && value <= most && (!isWhole || Number.isInteger(value)))
    return value;
  throw new Mistake(
    `--${name} ${written}: expected a ${isWhole ? 'whole ' : ''}number from ${least} to ${most}`,
  );
}
