/** Changes a YAML text in the characters that a change is about, so that everything else stays as somebody wrote it. */
import { type Document, isAlias, isScalar } from 'yaml';
import type { Edit } from './apply-edit.ts';
import { chunksOf } from './chunks.ts';
import * as nodes from './nodes.ts';
import { blockEntry, blockItem, entry, inOneLine, scalarLike } from './render.ts';

/** Where the path leads: what is there, in which container; or the last container and what is missing in it. */
interface Found {
  readonly container: nodes.Container;
  readonly entry: nodes.Entry | null;
  readonly entries: readonly nodes.Entry[];
  /** From the entry (or what is missing) on. */
  readonly rest: Edit['path'];
}

/** Null: written in a way that only YAML itself can change. The caller looks whether the result means what it should. */
export function spliced(text: string, document: Document, edit: Edit): string | null {
  const found = find(document.contents, edit.path);
  if (found === null) return null;
  const { entry: at } = found;
  if (at === null) return edit.remove || edit.moveTo !== undefined ? null : added(text, found, edit.value);
  if (edit.remove) return removed(text, found, at);
  if (edit.moveTo !== undefined) return moved(text, found, at, edit.moveTo);
  return replaced(text, at, valueAt(found.rest.slice(1), edit.value));
}

function find(root: unknown, path: Edit['path']): Found | null {
  let found: Found | null = null;
  let node = root;
  for (const [depth, part] of path.entries()) {
    if (!nodes.isContainer(node)) return found;
    const entries = nodes.entriesOf(node);
    if (entries === null) return null;
    const at = entries.find((one) => one.part === part) ?? null;
    found = { container: node, entry: at, entries, rest: path.slice(depth) };
    if (at === null) return found;
    node = at.value;
  }
  return found;
}

/** The value in the groups and lists that are missing around it. */
const valueAt = (rest: Edit['path'], value: unknown): unknown =>
  rest.reduceRight((inner, part) => (typeof part === 'number' ? [inner] : { [part]: inner }), value);

const cut = (text: string, from: number, to: number, between = ''): string =>
  text.slice(0, from) + between + text.slice(to);

function replaced(text: string, { value: old, keyEnd, start, end }: nodes.Entry, value: unknown) {
  if (nodes.isContainer(old)) {
    if (old.flow || keyEnd === null) return cut(text, old.range?.[0] ?? start, end, inOneLine(value));
    // A block begins below its key; what replaces it stands beside it.
    return /^\s*:\s*$/.test(text.slice(keyEnd, old.range?.[0]))
      ? cut(text, keyEnd, end, `: ${inOneLine(value)}`)
      : null;
  }
  if (!(isScalar(old) || isAlias(old)) || !old.range) return null;
  const [from, to] = old.range;
  const space = from === to && text[from - 1] === ':' ? ' ' : '';
  return cut(text, from, to, space + scalarLike(value, isScalar(old) ? old.type : undefined));
}

function added(text: string, { container, entries, rest }: Found, given: unknown): string | null {
  const [part = 0, ...inner] = rest;
  const value = valueAt(inner, given);
  const last = entries.at(-1);
  const inLine = typeof part === 'number' ? inOneLine(value) : entry(part, value);
  if (container.flow) {
    if (last) return cut(text, last.end, last.end, `, ${inLine}`);
    const [from, to] = container.range ?? [0, 0];
    return cut(text, from, to, typeof part === 'number' ? `[${inLine}]` : `{ ${inLine} }`);
  }
  if (!last) return null;
  const newline = nodes.newlineOf(text);
  const dashes = typeof part === 'number' ? chunksOf(text, entries) : null;
  if (typeof part === 'number' && dashes === null) return null;
  const indent = ' '.repeat(dashes?.column ?? nodes.columnOf(text, last.start));
  const isBlock = nodes.isContainer(last.value) && !last.value.flow;
  const piece =
    typeof part !== 'number'
      ? blockEntry(part, value, indent, newline)
      : isBlock
        ? blockItem(value, indent, newline)
        : `- ${inLine}`;
  // Comments further in belong to the last item of a list.
  const at = dashes?.chunks.at(-1)?.end ?? nodes.lineEnd(text, last.end);
  return cut(text, at, at, newline + indent + piece);
}

function removed(text: string, { container, entries }: Found, at: nodes.Entry): string | null {
  const index = entries.indexOf(at);
  const [before, after] = [entries[index - 1], entries[index + 1]];
  if (entries.length === 1) return emptied(text, container, at);
  if (container.flow) {
    if (after) return cut(text, at.start, after.start);
    return before ? cut(text, before.end, at.end) : null;
  }
  if (typeof at.part === 'number') {
    const chunk = chunksOf(text, entries)?.chunks[index];
    return chunk ? cut(text, chunk.start, nodes.nextLine(text, chunk.end)) : null;
  }
  const start = nodes.lineStart(text, at.start);
  // The first key beside a dash: the next one comes to stand there.
  if (text.slice(start, at.start).trim() !== '') return after ? cut(text, at.start, after.start) : null;
  return cut(text, start, nodes.nextLine(text, at.end));
}

function emptied(text: string, container: nodes.Container, { part, end }: nodes.Entry): string | null {
  const nothing = typeof part === 'number' ? '[]' : '{}';
  const [from = 0, to = 0] = container.range ?? [];
  if (container.flow) return cut(text, from, to, nothing);
  const colon = /:\s*$/.exec(text.slice(0, from));
  return colon ? cut(text, colon.index, end, `: ${nothing}`) : null;
}

function moved(text: string, { container, entries }: Found, { part }: nodes.Entry, to: number) {
  const from = Number(part);
  const pieces = container.flow ? entries : chunksOf(text, entries)?.chunks;
  if (!pieces) return null;
  const ordered = pieces.map(({ start, end }) => text.slice(start, end));
  const order = ordered.toSpliced(from, 1).toSpliced(to, 0, ordered[from] ?? '');
  const parts = pieces.map(({ start }, index) => {
    const after = index === 0 ? 0 : (pieces[index - 1]?.end ?? 0);
    return text.slice(after, start) + (order[index] ?? '');
  });
  return parts.join('') + text.slice(pieces.at(-1)?.end ?? 0);
}
