/** The bridge's own file, read once: every mistake with its line, and what was expected there. */
import { readFileSync, statSync } from 'node:fs';
import { type Document, LineCounter, parseDocument } from 'yaml';
import { type BridgeFile, passwordMistakes, passwordTable, readBridge } from '../server/contract/bridge.ts';
import type { OfficeMistake } from '../server/contract/office/expected.ts';
import type { HubAddress } from './hub-client.ts';

export interface BridgeSettings {
  readonly hub: HubAddress;
  readonly serial: BridgeFile['serial'];
  readonly passwords: Readonly<Record<string, string>>;
  /** Files with passwords in them that other accounts of the machine may read. */
  readonly readableByOthers: readonly string[];
}

export type ReadSettings =
  | { readonly ok: true; readonly settings: BridgeSettings }
  | { readonly ok: false; readonly message: string };

interface Text {
  readonly file: string;
  readonly data: unknown;
  readonly mistakes: readonly string[];
  lineOf(path: OfficeMistake['path']): number | null;
}

const mostBytes = 256 * 1024;

/** @param passwordsFile a file of its own for the passwords, beside those in `file`: a table by device id */
export function readSettings(file: string, passwordsFile: string | undefined): ReadSettings {
  const main = readText(file);
  if (typeof main === 'string') return { ok: false, message: main };
  const more = passwordsFile === undefined ? null : readText(passwordsFile);
  if (typeof more === 'string') return { ok: false, message: more };
  const read = readBridge(main.data);
  const added = passwordTable.safeParse(more?.data ?? {});
  const mistakes = [
    ...main.mistakes,
    ...(read.ok ? [] : read.mistakes.map((mistake) => described(main, mistake))),
    ...(more?.mistakes ?? []),
    ...(added.error?.issues ?? []).map(({ path, message }) =>
      described(more ?? main, { path: path.map(String), message }),
    ),
  ];
  if (!read.ok || !added.success || mistakes.length > 0) return refused(file, mistakes);
  const passwords = { ...read.bridge.passwords, ...added.data };
  const unfit = passwordMistakes({ ...read.bridge, passwords });
  if (unfit.length > 0)
    return refused(
      file,
      unfit.map((mistake) => described(main, mistake)),
    );
  const secret = [
    ...(Object.keys(read.bridge.passwords).length > 0 ? [file] : []),
    passwordsFile ?? [],
  ].flat();
  return {
    ok: true,
    settings: {
      hub: hubOf(read.bridge.hub),
      serial: read.bridge.serial,
      passwords,
      readableByOthers: secret.filter((one) => (statSync(one).mode & 0o077) !== 0),
    },
  };
}

/** A text instead: why the file cannot be read. */
function readText(file: string): Text | string {
  const lines = new LineCounter();
  let document: Document;
  try {
    if (statSync(file).size > mostBytes) return `${file}: expected a file of at most 256 KB`;
    const text = readFileSync(file, 'utf8');
    const types = { schema: 'core', resolveKnownTags: false, stringKeys: true } as const;
    document = parseDocument(text, { lineCounter: lines, prettyErrors: false, ...types });
    const broken = document.errors.map(
      ({ message, pos }) => `line ${lines.linePos(pos[0]).line}: not readable as YAML: ${message}`,
    );
    // What cannot be read as YAML has no parts to speak of.
    if (broken.length > 0) return refusedText(file, broken);
    return { file, data: document.toJS({ maxAliasCount: 100 }), mistakes: [], lineOf };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return `${file}: there is no such file`;
    return `${file}: not readable: ${message}`;
  }

  /** Of the nearest part that is there. */
  function lineOf(path: OfficeMistake['path']): number | null {
    for (let depth = path.length; depth > 0; depth -= 1) {
      const node = document.getIn(path.slice(0, depth), true) as { range?: [number] } | undefined;
      if (node?.range) return lines.linePos(node.range[0]).line;
    }
    return null;
  }
}

/** `line 3: serial[0].port: missing: …` */
function described({ lineOf }: Text, { path, message }: OfficeMistake): string {
  const line = lineOf(path);
  const written = path.reduce<string>(
    (before, part) => (typeof part === 'number' ? `${before}[${part}]` : before ? `${before}.${part}` : part),
    '',
  );
  return [line === null ? [] : `line ${line}`, written === '' ? [] : written, message].flat().join(': ');
}

const refused = (file: string, mistakes: readonly string[]): ReadSettings => ({
  ok: false,
  message: refusedText(file, mistakes),
});

function refusedText(file: string, mistakes: readonly string[]): string {
  const different = [...new Set(mistakes)];
  const count = different.length === 1 ? '1 mistake' : `${different.length} mistakes`;
  return [`${file}: ${count}`, ...different.map((line) => `  ${line}`)].join('\n');
}

/** `mqtt://192.168.1.10`, `mqtts://[fd00::1]:8883`. */
function hubOf(address: string): HubAddress {
  const { protocol, hostname, port } = new URL(address);
  const tls = protocol === 'mqtts:';
  return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || (tls ? 8883 : 1883)), tls };
}
