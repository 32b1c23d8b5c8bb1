/** A change of the office in people's words: where it is, what it was and what it will be. */
import { dictionaries } from '../../../display/lib/i18n.ts';
import type { OfficeChange } from '../../../server/contract/http-office.ts';
import { type Field, isGroup, listOf, textsOf } from './fields.ts';
import { labelOf, titleOf } from './form.ts';
import { sections } from './table.ts';
import { dayIn, groupIn, inWords, type Reading } from './values.ts';

export interface Said {
  /** The part of the office, and further in: `Layanan`, `Paspor`, `Janji waktu`. */
  readonly place: readonly string[];
  readonly what: OfficeChange['what'];
  /** Null: nothing, or nothing that could be said in a line. */
  readonly from: string | null;
  readonly to: string | null;
}

interface Place {
  readonly words: string[];
  readonly field: Field | null;
  readonly path: string[];
  /** The thing itself: that it came or went is more than a value. */
  readonly isThing: boolean;
}

/** `before` and `after` are the offices' written data, for the names of things. */
export function said(change: OfficeChange, before: Reading, after: Reading): Said {
  const reading = { ...after, office: both(before.office, after.office) };
  const place = placeOf(change, reading);
  const [from, to] = difference(change, place.field);
  const what = from === undefined ? 'added' : to === undefined ? 'removed' : change.what;
  const say = (value: unknown) => (value === undefined ? null : wordsFor(reading, place, value));
  const isMove = change.what === 'moved';
  return {
    place: place.words,
    what: isMove ? 'moved' : what,
    from: isMove ? String(from) : say(from),
    to: isMove ? String(to) : say(to),
  };
}

/** Of a long list only what came and what went, as long as what stayed is in its old order. */
function difference({ from, to, what }: OfficeChange, field: Field | null): readonly [unknown, unknown] {
  if (field?.kind === 'things' && what === 'changed') return differentThings(listOf(from), listOf(to));
  const isList = field?.kind === 'words' || field?.kind === 'dates';
  if (!isList || what !== 'changed') return [from, to];
  const gone = textsOf(from).filter((word) => !textsOf(to).includes(word));
  const come = textsOf(to).filter((word) => !textsOf(from).includes(word));
  const stayed = (words: unknown, others: readonly string[]) =>
    textsOf(words)
      .filter((word) => !others.includes(word))
      .join();
  const some = (words: readonly string[]) => (words.length === 0 ? undefined : words);
  return stayed(from, gone) === stayed(to, come) ? [some(gone), some(come)] : [from, to];
}

/** Of things without an id only those that are not in the other list; all of them where only their order is another. */
function differentThings(from: readonly unknown[], to: readonly unknown[]): readonly [unknown, unknown] {
  const [before, after] = [from, to].map((things) => things.map((thing) => JSON.stringify(thing)));
  const gone = from.filter((_, index) => !after?.includes(before?.[index] ?? ''));
  const come = to.filter((_, index) => !before?.includes(after?.[index] ?? ''));
  if (gone.length === 0 && come.length === 0) return [from, to];
  const some = (things: readonly unknown[]) => (things.length === 0 ? undefined : things);
  return [some(gone), some(come)];
}

function wordsFor(reading: Reading, { field, path, isThing }: Place, value: unknown): string {
  if (isThing && field && 'fields' in field && isGroup(value)) {
    const { name: _, ...rest } = value;
    return groupIn(reading, field.fields, path, rest);
  }
  if (field?.kind === 'things' && Array.isArray(value))
    return value.map((thing) => thingIn(reading, field.fields, path, thing)).join('; ');
  return field
    ? inWords(reading, field, path, value)
    : String(inWords(reading, { key: '', kind: 'text' }, path, value));
}

/** A thing without an id of its own: what it is called, and everything else that is said of it. */
function thingIn(
  reading: Reading,
  fields: readonly Field[],
  path: readonly string[],
  thing: unknown,
): string {
  const { text: _, file: __, device: ___, ...rest } = isGroup(thing) ? thing : {};
  const more = groupIn(reading, fields, path, rest);
  return more === '' ? titleOf(reading, thing) : `${titleOf(reading, thing)} (${more})`;
}

/** Goes down the table as far as it goes; keys of the office's own (languages, days, ids) are words by themselves. */
function placeOf({ path, from, to }: OfficeChange, reading: Reading): Place {
  const [first = '', ...rest] = path.split('.');
  const field = sections.flatMap(({ fields }) => fields).find(({ key }) => key === first) ?? null;
  let place: Place = { words: [labelOf(reading, [first])], field, path: [first], isThing: false };
  let data = isGroup(reading.office) ? reading.office[first] : undefined;
  for (const part of rest) {
    place = further(place, part, data, reading, to ?? from);
    const thing = listOf(data).find((one) => isGroup(one) && isNamed(one, part));
    data = thing ?? (isGroup(data) ? data[part] : undefined);
  }
  return place;
}

function further(before: Place, part: string, data: unknown, reading: Reading, value: unknown): Place {
  const { words, field, path } = before;
  if (field?.kind === 'things' && !before.isThing) {
    const thing = listOf(data).find((one) => isGroup(one) && isNamed(one, part)) ?? value;
    return { words: [...words, titleOf(reading, thing) || part], field, path, isThing: true };
  }
  const inner = field && 'fields' in field ? field.fields.find(({ key }) => key === part) : undefined;
  const at = [...path, part];
  if (inner) return { words: [...words, labelOf(reading, at)], field: inner, path: at, isThing: false };
  return { words: [...words, ownWord(field, part, reading)], field: ownField(field), path, isThing: false };
}

/** A language of a name, days of the week, the id of a step or a list. */
function ownWord(field: Field | null, part: string, reading: Reading): string {
  if (field?.kind === 'name') return dictionaries.get(part)?.language ?? part;
  if (field?.kind === 'week' || field?.kind === 'perWeekday')
    return part
      .split('-')
      .map((day) => dayIn(reading, day))
      .join('–');
  if (field?.kind === 'table' && field.keys)
    return inWords(reading, { key: '', kind: 'ref', of: field.keys }, [], part);
  return part;
}

function ownField(field: Field | null): Field | null {
  if (field?.kind === 'week') return { key: '', kind: 'ranges' };
  if (field?.kind === 'named') return { key: '', kind: 'name' };
  return field?.kind === 'table' ? { key: '', kind: 'words' } : null;
}

const isNamed = (thing: Readonly<Record<string, unknown>>, name: string): boolean =>
  ['id', 'number', 'port', 'date', 'address'].some((key) => String(thing[key]) === name);

/** Things that went are still called by their name. */
function both(before: unknown, after: unknown): unknown {
  if (!isGroup(before) || !isGroup(after)) return after ?? before;
  const keys = ['steps', 'services', 'lanes', 'quotas', 'counters', 'serial', 'openings', 'notices', 'media'];
  const lists = keys.map((key) => [key, [...listOf(after[key]), ...listOf(before[key])]]);
  return { ...before, ...after, ...Object.fromEntries(lists) };
}
