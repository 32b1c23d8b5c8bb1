/** What may be said on the command line. */
import { tmpdir } from 'node:os';
import { parseArgs } from 'node:util';

export const scenarioNames = ['start', 'calls', 'saturated', 'phones', 'tickets'] as const;
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
}

export const usage = `npm run bench -- [options]
  --only NAME      one of ${scenarioNames.join(', ')}; may be given several times
  --rounds N       rounds of each scenario (3)
  --quick          one short round, to see that everything works
  --floor-only     the floor against itself: shows the noise
  --phones N       phones that watch (5000)
  --no-confirm     boards do not publish what they show
  --folder DIR     where the data folders are made (the system's temporary folder)
  --profile DIR    write a CPU profile of the hub there; the figures are then slower
  --json           the results as JSON on the standard output`;

const flag = { type: 'boolean', default: false } as const;

/** Throws with a sentence for the user when something is mistaken. */
export function readOptions(words: string[]): Options {
  const { values } = parseArgs({
    args: words,
    allowNegative: true,
    options: {
      only: { type: 'string', multiple: true, default: [] },
      rounds: { type: 'string' },
      quick: flag,
      'floor-only': flag,
      phones: { type: 'string' },
      confirm: { type: 'boolean', default: true },
      folder: { type: 'string', default: tmpdir() },
      profile: { type: 'string' },
      json: flag,
    },
  });
  return {
    rounds: wholeNumber('rounds', values.rounds ?? (values.quick ? '1' : '3')),
    scenarios: chosen(values.only),
    quick: values.quick,
    floorOnly: values['floor-only'],
    json: values.json,
    phones: wholeNumber('phones', values.phones ?? (values.quick ? '500' : '5000')),
    confirm: values.confirm,
    folder: values.folder,
    profile: values.profile,
  };
}

function wholeNumber(name: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} must be a whole number from 1 on`);
  return value;
}

function chosen(names: readonly string[]): readonly ScenarioName[] {
  const wrong = names.find((name) => !scenarioNames.some((known) => known === name));
  if (wrong !== undefined) throw new Error(`--only ${wrong}: it is one of ${scenarioNames.join(', ')}`);
  return names.length === 0 ? scenarioNames : scenarioNames.filter((name) => names.includes(name));
}
