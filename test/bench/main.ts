/** `npm run bench`: the hub against the floor, in one run on one machine. A missed goal is shown, not an error. */
import { Mistake } from '../rehearse/mistake.ts';
import { measureForecast, teachForecast } from './forecast/measure.ts';
import type { Bench } from './hubs.ts';
import { busyElsewhere, describeMachine } from './machine.ts';
import { type Options, readOptions, type ScenarioName, usage } from './options.ts';
import { asJson, asTable, describe } from './report.ts';
import type { Section } from './results.ts';
import { measureCalls } from './scenarios/calls.ts';
import { measureForesight } from './scenarios/foresight.ts';
import { measurePhones } from './scenarios/phones.ts';
import { measureReports } from './scenarios/reports.ts';
import { measureSaturated } from './scenarios/saturated.ts';
import { measureStart } from './scenarios/start.ts';
import { measureTickets } from './scenarios/tickets.ts';
import { openWorkshop } from './workshop.ts';

/** The forecast is measured by itself: no clock is in its figures. */
type Timed = Exclude<ScenarioName, 'forecast'>;

const scenarios: Readonly<Record<Timed, (bench: Bench) => Promise<Section>>> = {
  start: measureStart,
  calls: measureCalls,
  saturated: measureSaturated,
  phones: measurePhones,
  tickets: measureTickets,
  foresight: measureForesight,
  reports: measureReports,
};

/** The floor takes no tickets, knows no phones, forecasts nothing and counts nothing. */
const notOfFloor: readonly ScenarioName[] = ['tickets', 'phones', 'foresight', 'reports'];

const timed = ({ scenarios: names, floorOnly }: Options): Timed[] =>
  names.filter((name): name is Timed => name !== 'forecast' && !(floorOnly && notOfFloor.includes(name)));

async function runTimed(bench: Bench, names: readonly Timed[], say: (line: string) => void) {
  const machine = describeMachine(bench.workshop.folder('disk'));
  say(describe(machine));
  if (bench.options.floorOnly) say('The floor against itself: the ratios are the noise of this machine.');
  const sections: Section[] = [];
  for (const name of names) {
    const busy = await busyElsewhere();
    if (busy > 0.1)
      say(
        `\nOther work keeps ${Math.round(busy * 100)} % of this machine busy: believe little of what follows.`,
      );
    const section = await scenarios[name](bench);
    say(`\n${asTable(section)}`);
    sections.push(section);
  }
  return { machine, sections };
}

async function run(bench: Bench): Promise<void> {
  const { options } = bench;
  // With JSON on the standard output, what is for people goes to the other one.
  const say = options.json ? console.error : console.log;
  if (options.forecast.teach !== null) return teachForecast(options.forecast, options.forecast.teach, say);
  const names = timed(options);
  const { machine, sections } = names.length > 0 ? await runTimed(bench, names, say) : nothingTimed;
  const isForecast = options.scenarios.includes('forecast') && !options.floorOnly;
  const forecast = isForecast ? measureForecast(options.forecast, say) : [];
  if (options.json) console.log(asJson(machine, sections, forecast));
}

const nothingTimed = { machine: null, sections: [] };

function options(): Options | undefined {
  try {
    return readOptions(process.argv.slice(2));
  } catch (mistake) {
    console.error(`${mistake instanceof Error ? mistake.message : mistake}\n\n${usage}`);
    process.exitCode = 2;
    return undefined;
  }
}

async function main(): Promise<void> {
  const chosen = options();
  if (chosen === undefined) return;
  const workshop = openWorkshop(chosen.folder);
  process.once('exit', () => workshop.clear());
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
  try {
    await run({ options: chosen, workshop });
  } catch (fault) {
    console.error(fault instanceof Mistake ? fault.message : fault);
    process.exitCode = fault instanceof Mistake ? 2 : 1;
  }
  process.exit();
}

await main();
