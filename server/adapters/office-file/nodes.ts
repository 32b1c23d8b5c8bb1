/** Places of a YAML text as characters: where an entry begins and ends, where its line does. */
import { isMap, isNode, isScalar, isSeq, type YAMLMap, type YAMLSeq } from 'yaml';

export type Container = YAMLMap | YAMLSeq;

/** One entry of a map or a list. `end`: after its last sign that is not a comment. */
export interface Entry {
  /** Its key, or its index. */
  readonly part: string | number;
  readonly start: number;
  readonly keyEnd: number | null;
  readonly end: number;
  readonly value: unknown;
}

export const isContainer = (node: unknown): node is Container => isMap(node) || isSeq(node);

/** Null: written in a way that has no such places (an alias as a key, a text of several lines). */
export function entriesOf(container: Container): Entry[] | null {
  const entries = isMap(container) ? ofMap(container) : ofList(container);
  return entries.some((entry) => entry === null) ? null : (entries as Entry[]);
}

const ofMap = (map: YAMLMap): (Entry | null)[] =>
  map.items.map(({ key, value }) => {
    if (!isScalar(key) || !key.range) return null;
    const end = isNode(value) ? endOf(value) : key.range[1];
    return end === null
      ? null
      : { part: String(key.value), start: key.range[0], keyEnd: key.range[1], end, value };
  });

const ofList = (list: YAMLSeq): (Entry | null)[] =>
  list.items.map((value, part) => {
    const start = isNode(value) ? value.range?.[0] : undefined;
    const end = endOf(value);
    return start === undefined || end === null ? null : { part, start, keyEnd: null, end, value };
  });

/** A block has no end of its own: it ends where the last thing in it does. */
export function endOf(node: unknown): number | null {
  if (isContainer(node) && !node.flow) {
    const last = node.items.at(-1);
    return last === undefined ? null : (entriesOf(node)?.at(-1)?.end ?? null);
  }
  if (isScalar(node) && node.type?.startsWith('BLOCK')) return null;
  return isNode(node) ? (node.range?.[1] ?? null) : null;
}

export const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;

/** Before its line break. */
export function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  if (end < 0) return text.length;
  return text[end - 1] === '\r' && end > at ? end - 1 : end;
}

/** The beginning of the line after. */
export function nextLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

export const newlineOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');

export const columnOf = (text: string, at: number): number => at - lineStart(text, at);
