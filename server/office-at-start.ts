/** The office of a start: from a file, a shipped sample, the database, or the default. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { formatMistakes, readOfficeFile } from './adapters/office-file.ts';
import type { Hub } from './hub.ts';
import type { Log } from './log.ts';
import { StartRefused } from './start-refused.ts';

const shipped = resolve(import.meta.dirname, 'offices');

/**
 * Imports the office file when its content is new. A file that was imported before is not imported again, so
 * that what the supervisor has changed since stays.
 * @param chosen `LOKET_OFFICE`: a path, or the name of a shipped office; null: the database's, or the default one
 */
export async function configureAtStart(hub: Hub, chosen: string | null, log: Log): Promise<void> {
  if (chosen === null && hub.state.calendar.office !== null) return;
  const file = findOffice(chosen ?? 'default');
  const source = readFileSync(file, 'utf8');
  const read = readOfficeFile(source);
  if (!read.ok) throw new StartRefused(formatMistakes(file, read.mistakes));
  const mark = createHash('sha256').update(source).digest('base64url');
  if (hub.state.calendar.importedFile === mark) return;
  const { office } = read;
  const outcome = await hub.submit(
    { type: 'ConfigureOffice', office, source, file: mark },
    { account: 'start' },
  );
  if (outcome.ok) return;
  const { refusal } = outcome;
  if (hub.state.calendar.office === null)
    throw new StartRefused(`the office could not be recorded: ${refusal.code}`);
  // The office goes on as it was: a start in the morning must not fail for a change that can wait.
  log.error(
    { code: refusal.code, tickets: 'tickets' in refusal ? refusal.tickets : [] },
    'the office file was not taken',
  );
}

function findOffice(chosen: string): string {
  const sample = resolve(shipped, `${chosen}.yaml`);
  if (/^[a-z0-9-]+$/.test(chosen) && existsSync(sample)) return sample;
  const path = resolve(chosen);
  if (!statSync(path, { throwIfNoEntry: false })?.isFile())
    throw new StartRefused(`LOKET_OFFICE: no such file or shipped office: ${chosen}${perhaps(chosen)}`);
  return path;
}

/** Who wrote a name and not a path is told the names that there are. */
function perhaps(chosen: string): string {
  if (/[/\\.]/.test(chosen)) return '';
  const names = readdirSync(shipped).flatMap((file) => /^(.+)\.yaml$/.exec(file)?.[1] ?? []);
  return `; shipped are ${names.toSorted().join(', ')}`;
}
