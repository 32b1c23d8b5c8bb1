/** `npm run voice`: makes the clips, says a call, and helps an office to a voice of its own. */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { makePacks } from './make/make.ts';
import { checkVoice } from './own/check.ts';
import { listOf } from './own/clips.ts';
import { recordClips } from './own/record.ts';
import { openStudio } from './own/studio.ts';
import { takeRecordings } from './own/take.ts';
import { loadVoice, shippedPacks } from './voice.ts';
import { languages } from './words/languages.ts';

const usage = `npm run voice -- COMMAND

list id [--out FILE]           what to speak, with the names of the files
record id FOLDER [--all]       leads through it at the microphone; --all: also what only makes it sound better;
                               --device: as "arecord -L" names it
take FOLDER --as id --to DATA/voice [--partly]
                               cuts and levels recordings, and puts them where the hub finds them
check DATA/voice               which of an office's recordings the hub uses
say A-012 3 --out FILE.wav     a call to listen to; --languages id,en --numbers digits|words --repeat 0
                               --own DATA/voice
make [--to FOLDER] [id en]     makes the program's own clips anew, with espeak-ng
`;

const options = {
  out: { type: 'string' },
  as: { type: 'string' },
  to: { type: 'string' },
  own: { type: 'string' },
  device: { type: 'string' },
  languages: { type: 'string', default: 'id,en' },
  numbers: { type: 'string', default: 'digits' },
  repeat: { type: 'string', default: '0' },
  all: { type: 'boolean', default: false },
  partly: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

type Options = ReturnType<typeof read>['values'];
/** What the process ends with: 0 all is well, 1 not so. */
type Command = (words: readonly string[], options: Options) => 0 | 1 | Promise<0 | 1>;

const print = (line: string) => void process.stdout.write(`${line}\n`);

const commands: Readonly<Record<string, Command>> = { list, record, take, check, say, make };

function list([language = 'id']: readonly string[], { out }: Options): 0 {
  if (out === undefined) print(listOf(language));
  else writeFileSync(out, listOf(language));
  return 0;
}

async function record([language, folder]: readonly string[], { all, device }: Options): Promise<0 | 1> {
  if (!language || !folder) throw new Error('Which language, and into which folder? record id FOLDER');
  const studio = openStudio(device ?? null);
  try {
    const isComplete = await recordClips({ language, folder, all }, studio);
    const again = `npm run voice -- record ${language} ${folder}`;
    const then = `npm run voice -- take ${folder} --as ${language} --to DATA/voice`;
    print(isComplete ? `\nAll are there. Next: ${then}` : `\nGo on at any time: ${again}`);
    return isComplete ? 0 : 1;
  } finally {
    studio.close();
  }
}

function take([from]: readonly string[], { as: language, to, partly }: Options): 0 | 1 {
  if (!from || !language || !to) throw new Error('take FOLDER --as id --to DATA/voice');
  const { written, good, bad, missing } = takeRecordings({ from, language, to, partly });
  print(`${good.length} recordings are good.`);
  for (const line of bad) print(line);
  if (missing.length > 0) print(`Missing (${missing.length}): ${missing.join(', ')}`);
  if (written) print(`Written to ${to}. The hub reads them when it starts.`);
  else print('Nothing was written. With --partly the good ones are.');
  return bad.length === 0 && missing.length === 0 ? 0 : 1;
}

function check([folder]: readonly string[]): 0 | 1 {
  if (!folder) throw new Error('Which folder? check DATA/voice');
  const { lines, ok } = checkVoice(folder);
  for (const line of lines) print(line);
  return ok ? 0 : 1;
}

function say([number, counter]: readonly string[], asked: Options): 0 {
  const { out, own, numbers } = asked;
  if (!number || !/^[1-9]\d{0,2}$/.test(counter ?? '') || !out) throw new Error('say A-012 3 --out FILE.wav');
  if (numbers !== 'digits' && numbers !== 'words') throw new Error('--numbers is digits or words');
  if (!/^[0-5]$/.test(asked.repeat)) throw new Error('--repeat is 0 to 5');
  const voice = loadVoice(own ?? null);
  for (const problem of voice.problems) print(problem);
  const spoken = asked.languages.split(',').filter(Boolean);
  const repeat = Number(asked.repeat);
  const call = { number, counter: Number(counter), languages: spoken, numbers, repeat, gong: true } as const;
  writeFileSync(out, voice.say(call));
  print(`${out}: ${(voice.durationMs(call) / 1000).toFixed(1)} s`);
  return 0;
}

function make(codes: readonly string[], { to }: Options): 0 {
  makePacks(to ?? shippedPacks, codes.length > 0 ? codes : Object.keys(languages), print);
  return 0;
}

function read() {
  return parseArgs({ options, allowPositionals: true });
}

try {
  const { positionals, values } = read();
  const [name = '', ...words] = positionals;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (values.help || !command) print(usage);
  process.exitCode = command && !values.help ? await command(words, values) : values.help ? 0 : 2;
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 2;
}
