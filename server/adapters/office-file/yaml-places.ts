/** Where in a YAML text the places of its data stand, and what in it only YAML knows: keys twice, loose aliases. */
import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type LineCounter,
  visit,
} from 'yaml';

export type Path = readonly (string | number)[];
/** `offset` is counted in characters from the beginning of the text. */
export interface Place {
  readonly path: Path;
  readonly offset: number;
}

interface Child {
  readonly value: unknown;
  /** Where it begins: its key, as a value may begin some lines further down. */
  readonly offset: number | undefined;
}

/**
 * Answers the line of a place. A place that is not there (a missing key) is found at what should have held it.
 * What was once looked up is kept: a file may have thousands of mistakes in one group.
 */
export function createLineFinder(document: Document, lines: LineCounter): (path: Path) => number | null {
  const children = new Map<unknown, ReadonlyMap<string | number, Child>>();
  const held = (node: unknown) => {
    const known = children.get(node) ?? childrenOf(isAlias(node) ? node.resolve(document) : node);
    children.set(node, known);
    return known;
  };
  return (path) => {
    let node: unknown = document.contents;
    let offset = offsetOf(node);
    for (const part of path) {
      const next = held(node).get(part);
      if (next === undefined) break;
      node = next.value;
      offset = next.offset ?? offset;
    }
    return offset === undefined ? null : lines.linePos(offset).line;
  };
}

/** Keys that a map has already. The last one is the one that counts in the data. */
export function* repeatedKeys(node: unknown, path: Path = []): Generator<Place> {
  if (isSeq(node))
    for (const [index, item] of node.items.entries()) yield* repeatedKeys(item, [...path, index]);
  if (!isMap(node)) return;
  const seen = new Set<string>();
  for (const { key, value } of node.items) {
    const name = nameOf(key);
    const place = [...path, name];
    if (seen.has(name)) yield { path: place, offset: offsetOf(key) ?? 0 };
    seen.add(name);
    yield* repeatedKeys(value, place);
  }
}

export function aliasesOf(document: Document): Alias[] {
  const aliases: Alias[] = [];
  visit(document, { Alias: (_key, alias) => void aliases.push(alias) });
  return aliases;
}

function childrenOf(node: unknown): ReadonlyMap<string | number, Child> {
  if (isSeq(node))
    return new Map(node.items.map((item, index) => [index, { value: item, offset: offsetOf(item) }]));
  if (!isMap(node)) return new Map();
  return new Map(node.items.map(({ key, value }) => [nameOf(key), { value, offset: offsetOf(key) }]));
}

function nameOf(key: unknown): string {
  return String(isScalar(key) ? key.value : key);
}

function offsetOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}
