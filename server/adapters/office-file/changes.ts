/** What is different between two office files, in the words of the files; things are known by their id or number. */
import { isDeepStrictEqual } from 'node:util';
import type { OfficeChange } from '../../contract/http-office.ts';

type Group = Readonly<Record<string, unknown>>;
/** By what the things of a list are told apart, the first that all of them have. */
const names = ['id', 'number', 'port', 'date', 'address'];

/** In the order of the file. Takes the written data, mistaken or not; never throws. */
export function changesBetween(before: unknown, after: unknown, path = ''): OfficeChange[] {
  if (isDeepStrictEqual(before, after)) return [];
  if (isGroup(before) && isGroup(after)) return inGroup(before, after, path);
  const name = Array.isArray(before) && Array.isArray(after) ? nameFor([...before, ...after]) : null;
  if (name !== null && Array.isArray(before) && Array.isArray(after))
    return inList(named(before, name), named(after, name), path);
  if (before === undefined) return [{ path, what: 'added', to: after }];
  if (after === undefined) return [{ path, what: 'removed', from: before }];
  return [{ path, what: 'changed', from: before, to: after }];
}

function inGroup(before: Group, after: Group, path: string): OfficeChange[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) =>
    changesBetween(held(before, key), held(after, key), path === '' ? key : `${path}.${key}`),
  );
}

function inList(before: ReadonlyMap<string, unknown>, after: ReadonlyMap<string, unknown>, path: string) {
  const within = new Set([...before.keys(), ...after.keys()]);
  const changes = [...within].flatMap((key) =>
    changesBetween(before.get(key), after.get(key), `${path}.${key}`),
  );
  return [...changes, ...moves(before, after, path)];
}

/** As few things as need be are said to have moved: those outside the longest order that both lists share. */
function moves(before: ReadonlyMap<string, unknown>, after: ReadonlyMap<string, unknown>, path: string) {
  const from = [...before.keys()].filter((key) => after.has(key));
  const to = [...after.keys()].filter((key) => before.has(key));
  const kept = longestRise(to.map((key) => from.indexOf(key))).map((index) => from[index]);
  return to
    .filter((key) => !kept.includes(key))
    .map((key): OfficeChange => {
      const places = [before, after].map((list) => [...list.keys()].indexOf(key) + 1);
      return { path: `${path}.${key}`, what: 'moved', from: places[0], to: places[1] };
    });
}

function longestRise(numbers: readonly number[]): number[] {
  const best: number[][] = [];
  for (const [at, number] of numbers.entries()) {
    const before = best.slice(0, at).filter((rise) => (rise.at(-1) ?? -1) < number);
    best.push([...before.reduce((a, b) => (b.length > a.length ? b : a), []), number]);
  }
  return best.reduce((a, b) => (b.length >= a.length ? b : a), []);
}

/** Null: not a list of things that can be told apart. */
function nameFor(items: readonly unknown[]): string | null {
  if (items.length === 0 || !items.every(isGroup)) return null;
  return names.find((name) => items.every((item) => isWord(held(item, name)))) ?? null;
}

/** A name that stands twice is a mistake that the file is refused for anyway. */
const named = (items: readonly unknown[], name: string): ReadonlyMap<string, unknown> =>
  new Map(items.map((item) => [String(held(item as Group, name)), item]));

const held = (group: Group, key: string): unknown => (Object.hasOwn(group, key) ? group[key] : undefined);
const isWord = (value: unknown): boolean => typeof value === 'string' || typeof value === 'number';
const isGroup = (value: unknown): value is Group =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
