/** The plan that the options ask for: of a recording, or invented for an office. */
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { formatMistakes, readOfficeFile } from '../../server/adapters/office-file.ts';
import type { Office } from '../../server/contract/office.ts';
import { Mistake } from './mistake.ts';
import type { Options } from './options.ts';
import { hoursOf, inventDay } from './plan/invent.ts';
import { dateAfter, localDateAt } from './plan/local-time.ts';
import type { Plan } from './plan/plan.ts';
import { replayDay } from './plan/replay.ts';
import { chooseDay, openRecording } from './trace/open-recording.ts';

const shipped = resolve(import.meta.dirname, '../../server/offices');

/** @param running the office and the local date of a hub that runs already */
export function choosePlan(
  options: Options,
  running: { office: Office; source: string; date: string } | null,
): Plan {
  const { trace, office: name, people, seed } = options;
  if (trace !== null) return replayDay(chooseDay(openRecording(trace), name, options.date));
  const { office, source } = running ?? readOfficeNamed(name ?? 'default');
  const date = running?.date ?? options.date ?? nextOpenDate(office);
  return inventDay({ office, source, date, seed, people });
}

function readOfficeNamed(name: string): { office: Office; source: string } {
  const sample = resolve(shipped, `${name}.yaml`);
  const file = /^[a-z0-9-]+$/.test(name) && existsSync(sample) ? sample : resolve(name);
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) {
    const names = globSync('*.yaml', { cwd: shipped }).map((found) => basename(found, '.yaml'));
    throw new Mistake(`--office ${name}: no such file, and none of the shipped offices: ${names.join(', ')}`);
  }
  const source = readFileSync(file, 'utf8');
  const read = readOfficeFile(source);
  if (!read.ok) throw new Mistake(formatMistakes(file, read.mistakes));
  return { office: read.office, source };
}

/** Today or the next day on which numbers are given. */
function nextOpenDate(office: Office): string {
  let date = localDateAt(Date.now(), office.timeZone);
  for (let tries = 0; tries < 366 && hoursOf(office, date).length === 0; tries += 1) date = dateAfter(date);
  return date;
}
