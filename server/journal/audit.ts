/** `npm run audit`: is a database what was recorded? Looks at a copy of it, as a file; the hub may be running. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import { readSeal } from './chain.ts';
import { copyFiles } from './copy-files.ts';
import { files } from './guards.ts';
import { guardVersion } from './migrations.ts';
import { createReader } from './read.ts';
import { findFault, findSeal } from './verify.ts';

const usage = `npm run audit -- [--file <database>] [--stream <calendar or day:YYYY-MM-DD> [--seal <noted seal>]]

Without --file: the database in LOKET_DATA (./data).
Ends with 0: every event is what was recorded, and the noted seal fits. 1: not so. 2: it could not be looked at.
`;

/** What the audit says, and the code that it ends with. */
interface Verdict {
  readonly code: 0 | 1;
  readonly lines: readonly string[];
}

interface Asked {
  readonly file: string;
  readonly stream: string | null;
  readonly seal: string | null;
}

/** Throws with a sentence for the person who asks. */
function readArguments(): Asked {
  const options = { file: { type: 'string' }, stream: { type: 'string' }, seal: { type: 'string' } } as const;
  const { values } = parseArgs({ options });
  const { file = files(process.env.LOKET_DATA || './data').database, stream = null } = values;
  if (!existsSync(file)) throw new Error(`There is no database ${file}.`);
  if (values.seal === undefined) return { file, stream, seal: null };
  const seal = readSeal(values.seal);
  if (stream === null) throw new Error('A seal is of one stream: name it with --stream.');
  if (seal === null) throw new Error('This is no seal: it has five groups of four letters and digits.');
  return { file, stream, seal };
}

function auditFile(file: string, asked: Asked): Verdict {
  const database = new Database(file);
  try {
    return audit(database, asked);
  } finally {
    database.close();
  }
}

function audit(database: Database.Database, { stream, seal }: Asked): Verdict {
  if (guardVersion(database).isNew) throw new Error('This database holds nothing.');
  if (Number(database.pragma('user_version', { simple: true })) < 2)
    throw new Error('This database is from before events had seals: start Loket on it once.');
  const chain = auditChain(database);
  const rest = seal === null ? tellSeals(database, stream) : auditSeal(database, stream ?? '', seal);
  return { code: chain.code || rest.code, lines: [...chain.lines, ...rest.lines] };
}

function auditChain(database: Database.Database): Verdict {
  const structure = String(database.pragma('quick_check(1)', { simple: true }));
  const fault = structure === 'ok' ? findFault(database) : structure;
  if (fault !== null) return { code: 1, lines: [`NOT what was recorded: ${fault}.`] };
  const events = database.prepare('SELECT count(*) FROM event').pluck().get();
  return { code: 0, lines: [`The chain is whole: ${events} events.`] };
}

/** A seal may have been noted before the stream's end. */
function auditSeal(database: Database.Database, stream: string, seal: string): Verdict {
  const { seq: last } = createReader(database).seal(stream);
  if (last === 0) return { code: 1, lines: [`The seal does NOT fit: there is no stream ${stream}.`] };
  const seq = findSeal(database, stream, seal);
  if (seq !== null)
    return { code: 0, lines: [`The seal fits: it is that of event ${seq} of ${stream}, which has ${last}.`] };
  const lines = [
    `The seal does NOT fit: none of the ${last} events of ${stream} has the seal ${seal}.`,
    'Compare it once more with what was noted. If it is the same, events were changed, added or taken away.',
  ];
  return { code: 1, lines };
}

/** To be noted: of the stream asked for, or of the calendar and the newest day. */
function tellSeals(database: Database.Database, stream: string | null): Verdict {
  const reader = createReader(database);
  const newest = reader
    .streams()
    .filter((name) => name.startsWith('day:'))
    .at(-1);
  const names = stream === null ? ['calendar', ...(newest ? [newest] : [])] : [stream];
  const lines = names.map((name) => {
    const { seq, seal } = reader.seal(name);
    return seq === 0 ? `There is no stream ${name}.` : `Seal of ${name} up to event ${seq}: ${seal}`;
  });
  return { code: 0, lines };
}

const say = (...lines: readonly string[]): void => void process.stdout.write(`${lines.join('\n')}\n`);

/** What is looked at is never touched: SQLite opens a copy of it, which is gone afterwards. */
function run(): number {
  const folder = mkdtempSync(join(tmpdir(), 'loket-audit-'));
  try {
    const asked = readArguments();
    const copy = join(folder, 'copy.sqlite');
    copyFiles(asked.file, copy);
    const { code, lines } = auditFile(copy, asked);
    say(`Looked at ${asked.file}.`, ...lines);
    return code;
  } catch (error) {
    const isUsage = (error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS');
    say(
      `Nothing was looked at. ${error instanceof Error ? error.message : String(error)}`,
      ...(isUsage ? ['', usage] : []),
    );
    return 2;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

process.exitCode = run();
