/** What may be said on the command line. */
import { tmpdir } from 'node:os';
import { parseArgs } from 'node:util';
import type { ForecastOptions } from './forecast/measure.ts';

export const scenarioNames = [
  'start',
  'calls',
  'saturated',
  'phones',
  'tickets',
  'foresight',
  'reports',
  'forecast',
] as const;
export type ScenarioName = (typeof scenarioNames)[number];

export interface Options {
  readonly rounds: number;
  readonly scenarios: readonly ScenarioName[];
  /** Fewer presses and one round: to see that everything works, not to compare. */
  readonly quick: boolean;
  /** The floor against itself: its ratios are the noise of the machine. */
  readonly floorOnly: boolean;
  readonly json: boolean;
  readonly phones: number;
  /** Boards publish what they show, as the contract has them do. */
  readonly confirm: boolean;
  /** Where the data folders are made: on the disk that is meant. */
  readonly folder: string;
  readonly profile: string | undefined;
  readonly forecast: ForecastOptions;
}

export const usage = `npm run bench -- [NAME…] [options]
  NAME             one of ${scenarioNames.join(', ')}; none: all of them
  --only NAME      the same
  --rounds N       rounds of each scenario (3)
  --quick          one short round, to see that everything works
  --floor-only     the floor against itself: shows the noise
  --phones N       phones that watch (5000)
  --no-confirm     boards do not publish what they show
  --folder DIR     where the data folders are made (the system's temporary folder)
  --profile DIR    write a CPU profile of the hub there; the figures are then slower
  --json           the results as JSON on the standard output
of the forecast
  --data FILE      recorded days, CSV or packed CSV; may be given several times (those in ../shared/data)
  --offices N      judge the first N offices of each file (all; 2 with --quick)
  --page FILE      write the plots there, as one HTML page
  --teach FILE     judge nothing: write there what a new office begins with`;

const flag = { type: 'boolean', default: false } as const;
const text = { type: 'string' } as const;

/** Throws with a sentence for the user when something is mistaken. */
export function readOptions(words: string[]): Options {
  const { values, positionals } = parse(words);
  return {
    rounds: wholeNumber('rounds', values.rounds ?? (values.quick ? '1' : '3')),
    scenarios: chosen([...values.only, ...positionals]),
    quick: values.quick,
    floorOnly: values['floor-only'],
    json: values.json,
    phones: wholeNumber('phones', values.phones ?? (values.quick ? '500' : '5000')),
    confirm: values.confirm,
    folder: values.folder,
    profile: values.profile,
    forecast: {
      data: values.data ?? null,
      offices: wholeNumber('offices', values.offices ?? (values.quick ? '2' : '1000')),
      page: values.page ?? null,
      teach: values.teach ?? null,
    },
  };
}

const parse = (words: string[]) =>
  parseArgs({
    args: words,
    allowNegative: true,
    allowPositionals: true,
    options: {
      only: { ...text, multiple: true, default: [] },
      ...{ rounds: text, quick: flag, 'floor-only': flag, phones: text, profile: text, json: flag },
      confirm: { type: 'boolean', default: true },
      folder: { ...text, default: tmpdir() },
      data: { ...text, multiple: true },
      ...{ offices: text, page: text, teach: text },
    },
  });

function wholeNumber(name: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} must be a whole number from 1 on`);
  return value;
}

function chosen(names: readonly string[]): readonly ScenarioName[] {
  const wrong = names.find((name) => !scenarioNames.some((known) => known === name));
  if (wrong !== undefined) throw new Error(`${wrong}: expected one of ${scenarioNames.join(', ')}`);
  return names.length === 0 ? scenarioNames : scenarioNames.filter((name) => names.includes(name));
}
