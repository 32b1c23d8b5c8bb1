/** Values as an office file writes them: lists and groups in one line, texts in quotes only where YAML needs them. */
import { stringify } from 'yaml';

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `{ id: regular, name: { id: Umum } }`, `[a, b]`, `PT2H`: good inside and outside of brackets. */
export function inOneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inOneLine).join(', ')}]`;
  if (!isGroup(value)) return scalar(value);
  const entries = entriesOf(value).map(([key, inner]) => entry(key, inner));
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

/** `promise: PT2H`, in one line. */
export const entry = (key: string, value: unknown): string => `${scalar(key)}: ${inOneLine(value)}`;

/** An entry of a block; a list of groups has each on a line of its own. */
export function blockEntry(key: string, value: unknown, indent: string, newline: string): string {
  const isLong = Array.isArray(value) && value.length > 0 && value.every(isGroup);
  if (!isLong) return entry(key, value);
  return [`${scalar(key)}:`, ...value.map((item) => `${indent}  - ${inOneLine(item)}`)].join(newline);
}

/** `- id: regular` and its further keys below it. */
export function blockItem(value: unknown, indent: string, newline: string): string {
  const entries = isGroup(value) ? entriesOf(value) : [];
  if (entries.length === 0) return `- ${inOneLine(value)}`;
  return `- ${entries.map(([key, inner]) => entry(key, inner)).join(`${newline}${indent}  `)}`;
}

/** A text in the quotes that the one before it had. */
export function scalarLike(value: unknown, type: string | undefined): string {
  if (typeof value === 'string' && type === 'QUOTE_DOUBLE') return JSON.stringify(value);
  // Single quotes know no escapes: a text of several lines needs the others.
  if (typeof value === 'string' && type === 'QUOTE_SINGLE' && !/[\p{Cc}\u2028\u2029]/u.test(value))
    return `'${value.replaceAll("'", "''")}'`;
  return inOneLine(value);
}

/** What is undefined is not there, as in JSON. */
const entriesOf = (group: Readonly<Record<string, unknown>>): [string, unknown][] =>
  Object.entries(group).filter(([, value]) => value !== undefined);

function scalar(value: unknown): string {
  if (typeof value === 'string' && /[\p{Cc}\u2028\u2029]/u.test(value)) return JSON.stringify(value);
  const options = { collectionStyle: 'flow', flowCollectionPadding: false, lineWidth: 0 } as const;
  return stringify([value], options).trim().slice(1, -1);
}
