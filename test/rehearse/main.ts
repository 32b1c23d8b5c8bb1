/** `npm run rehearse`: plays a day against a rehearsal hub through its real doors, and says what happened. */
import { writeFileSync } from 'node:fs';
import { Mistake } from './mistake.ts';
import { type Options, readOptions, usage } from './options.ts';
import { type Rehearsed, rehearseAtHome, rehearseAway } from './rehearse.ts';
import { asText } from './report.ts';
import { summarize } from './summary.ts';
import { asList, openRecording } from './trace/open-recording.ts';

const around = { output: process.stdout, say: (line: string) => console.log(line) };

async function rehearse(options: Options): Promise<Rehearsed> {
  if (options.hub) return rehearseAway(options, around);
  const { own, rehearsed } = await rehearseAtHome(options, around);
  if (options.keep) {
    own.keep();
    console.log(
      `The hub goes on at http://${own.http.host}:${own.http.port}/, devices at port ${own.mqtt.port},`,
    );
    console.log(`supervisor's password ${own.password}, data in ${own.folder}`);
  } else await own.stop();
  return rehearsed;
}

async function run(options: Options): Promise<number> {
  if (options.help) console.log(usage);
  else if (options.list) console.log(asList(openRecording(options.trace ?? '').list()));
  else {
    const summary = summarize(await rehearse(options));
    if (options.json) writeFileSync(options.json, `${JSON.stringify(summary, null, 2)}\n`);
    console.log(asText(summary));
    return summary.differences.length === 0 ? 0 : 1;
  }
  return 0;
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
let isUnderstood = false;
try {
  const options = readOptions(process.argv.slice(2));
  isUnderstood = true;
  process.exitCode = await run(options);
} catch (error) {
  if (!(error instanceof Mistake)) console.error(error);
  else console.error(isUnderstood ? error.message : `${error.message}\n\n${usage}`);
  process.exitCode = error instanceof Mistake ? 2 : 1;
}
process.exit();
