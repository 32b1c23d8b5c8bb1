/** Reads an office file (YAML, and so JSON too), and says of every mistake where it is and what was expected. */
import { type Document, LineCounter, parseDocument, type YAMLError } from 'yaml';
import { type Office, readOffice } from '../contract/office.ts';
import { aliasesOf, createLineFinder, type Path, repeatedKeys } from './office-file/yaml-places.ts';

export interface FileMistake {
  /** From 1; null when it is no one line's. */
  readonly line: number | null;
  /** `services[0].promise`; empty for the file as a whole. */
  readonly path: string;
  readonly message: string;
}

export type OfficeFile =
  | { readonly ok: true; readonly office: Office }
  | { readonly ok: false; readonly mistakes: readonly FileMistake[] };

const mostBytes = 256 * 1024;
const mostAliases = 100;
/** More are counted, not listed: what has so many is no office file. */
const mostMistakes = 500;

const tooDeep: FileMistake = {
  line: null,
  path: '',
  message: 'expected an office, found lists too deep in lists',
};
const tooManyAliases = `expected at most ${mostAliases} aliases (*)`;

/** Never throws, whatever the text: it may come from an upload. */
export function readOfficeFile(text: string): OfficeFile {
  if (text.length > mostBytes || Buffer.byteLength(text) > mostBytes)
    return refuse([{ line: null, path: '', message: 'expected a file of at most 256 KB' }]);
  try {
    return readDocument(text);
  } catch (error) {
    // Whoever walks down a text of nothing but brackets uses up the stack.
    if (error instanceof RangeError) return refuse([tooDeep]);
    throw error;
  }
}

/** For the person who edits the file: one line for each mistake. */
export function formatMistakes(file: string, mistakes: readonly FileMistake[]): string {
  const count = mistakes.length === 1 ? '1 mistake' : `${mistakes.length} mistakes`;
  const lines = mistakes.map(({ line, path, message }) =>
    [line === null ? [] : `line ${line}`, path === '' ? [] : path, message].flat().join(': '),
  );
  return [`${file}: ${count}`, ...lines.map((line) => `  ${line}`)].join('\n');
}

function readDocument(text: string): OfficeFile {
  const lines = new LineCounter();
  // A file cannot ask for other types by a directive or a tag: only what JSON has is read.
  const types = { schema: 'core', resolveKnownTags: false, stringKeys: true } as const;
  const options = { lineCounter: lines, prettyErrors: false, uniqueKeys: false, ...types };
  const document = parseDocument(text, options);
  if (document.errors.some(({ code }) => code === 'RESOURCE_EXHAUSTION')) return refuse([tooDeep]);
  if (document.errors.length > 0) return refuse(document.errors.map((error) => inWords(error, lines)));
  const lineOf = createLineFinder(document, lines);
  const data = plainData(document, lines);
  const yaml = [...document.warnings.map((error) => inWords(error, lines)), ...keysTwice(document, lines)];
  if (!data.ok) return refuse([...yaml, ...data.mistakes]);
  if (document.contents === null)
    return refuse([{ line: 1, path: '', message: 'expected an office, found nothing' }]);
  const read = readOffice(data.value);
  if (read.ok && yaml.length === 0) return read;
  const mistakes = read.ok ? [] : read.mistakes;
  return refuse([
    ...yaml,
    ...mistakes.map(({ path, message }) => ({ line: lineOf(path), path: written(path), message })),
  ]);
}

function keysTwice(document: Document, lines: LineCounter): FileMistake[] {
  return [...repeatedKeys(document.contents)].map(({ path, offset }) => ({
    line: lines.linePos(offset).line,
    path: written(path),
    message: 'this key is given twice',
  }));
}

type PlainData =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly mistakes: readonly FileMistake[] };

/** Aliases are counted, as nine lines of them can stand for a thousand million entries. */
function plainData(document: Document, lines: LineCounter): PlainData {
  const aliases = aliasesOf(document);
  if (aliases.length > mostAliases)
    return { ok: false, mistakes: [{ line: null, path: '', message: tooManyAliases }] };
  const loose = aliases.filter((alias) => alias.resolve(document) === undefined);
  if (loose.length > 0)
    return {
      ok: false,
      mistakes: loose.map(({ source, range }) => ({
        line: range ? lines.linePos(range[0]).line : null,
        path: '',
        message: `expected an anchor (&${source}) for the alias *${source}`,
      })),
    };
  try {
    return { ok: true, value: document.toJS({ maxAliasCount: mostAliases }) };
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    return { ok: false, mistakes: [{ line: null, path: '', message: tooManyAliases }] };
  }
}

/** `['services', 0, 'name', 'a b']` as `services[0].name["a b"]`. */
function written(path: Path): string {
  return path.reduce<string>((before, part) => {
    if (typeof part === 'number') return `${before}[${part}]`;
    if (!/^[\w-]{1,40}$/.test(part)) return `${before}[${JSON.stringify(part.slice(0, 40))}]`;
    return before === '' ? part : `${before}.${part}`;
  }, '');
}

const yamlWords: Partial<Record<YAMLError['code'], string>> = {
  MULTIPLE_DOCS: 'expected one document: the file goes on after ---',
  NON_STRING_KEY: 'expected a text before the colon',
  TAB_AS_INDENT: 'expected spaces at the beginning of the line, found a tab',
  TAG_RESOLVE_FAILED: 'expected a plain value, found a tag (!)',
};

function inWords(error: YAMLError, lines: LineCounter): FileMistake {
  const message = yamlWords[error.code] ?? `not readable as YAML: ${error.message}`;
  return { line: lines.linePos(error.pos[0]).line, path: '', message };
}

/** In the order of the file; what YAML repeats for one line is said once. */
function refuse(mistakes: readonly FileMistake[]): OfficeFile {
  const different = new Map(mistakes.map((one) => [JSON.stringify([one.line, one.path, one.message]), one]));
  const ordered = [...different.values()].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  const unlisted = ordered.length - mostMistakes;
  const more: FileMistake = { line: null, path: '', message: `and ${unlisted} more` };
  return { ok: false, mistakes: unlisted > 0 ? [...ordered.slice(0, mostMistakes), more] : ordered };
}
