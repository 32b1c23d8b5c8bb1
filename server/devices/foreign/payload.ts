/** What foreign payloads are made of: JSON that may be anything, and the words for the ways a key is pressed. */
import type { Gesture } from '../../contract/device-settings.ts';

export type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** The value of a JSON text; undefined where it is none. */
export function readJson(payload: Buffer): unknown {
  try {
    return JSON.parse(payload.toString());
  } catch {
    return undefined;
  }
}

/** The fields of a JSON object or list; none where it is something else. */
export function readFields(payload: Buffer): Fields {
  return fieldsOf(readJson(payload));
}

export const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {});

/** A field of its own: nothing that every object has. */
export const own = (fields: Fields, name: string): unknown =>
  Object.hasOwn(fields, name) ? fields[name] : undefined;

/** What stands at `params.events.0.event`; undefined where the way ends before. */
export function at(value: unknown, path: string): unknown {
  let found = value;
  for (const name of path.split('.')) found = isFields(found) ? own(found, name) : undefined;
  return found;
}

/** A word or a number as text; empty where it is neither. */
export const textOf = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : typeof value === 'number' && Number.isFinite(value)
      ? String(value)
      : '';

export const percent = (value: unknown): number | null =>
  typeof value === 'number' && value >= 0 && value <= 100 ? Math.round(value) : null;

/** A word of a table; never one that every object has. */
export const lookUp = <Value>(table: Readonly<Record<string, Value>>, word: string): Value | undefined =>
  Object.hasOwn(table, word) ? table[word] : undefined;

/** Words that several makers use for the same gesture, in small letters. */
export const usualWords: Readonly<Record<string, Gesture>> = {
  single: 'single',
  press: 'single',
  short: 'single',
  click: 'single',
  double: 'double',
  triple: 'triple',
  long: 'long',
  hold: 'long',
};

/** The rest of a topic below this branch; empty where it is not below. */
export const below = (branch: string, topic: string): string =>
  topic.startsWith(`${branch}/`) ? topic.slice(branch.length + 1) : '';
