/** What every field of the forms is given: the data, the words, the mistakes, and the way to change something. */
import type { Reader } from '../../../display/lib/i18n.ts';
import { nameIn } from '../../../display/lib/i18n.ts';
import type { FieldTexts } from '../../../display/lib/languages/office-fields/id.ts';
import type { SettingsTexts } from '../../../display/lib/languages/settings/id.ts';
import type { OfficeMistake } from '../../../server/contract/http-office.ts';
import type { Change } from './draft.ts';
import { at, isGroup, labelKey, listOf, type Path, type Referred, textsOf, written } from './fields.ts';

export interface Words {
  readonly reader: Reader;
  readonly texts: SettingsTexts;
  readonly fields: FieldTexts;
}

export interface Form extends Words {
  readonly written: unknown;
  readonly mistakes: readonly OfficeMistake[];
  /** Where somebody wants to look: what is folded opens there. */
  readonly aim: Path | null;
  change(path: Path, change: Change): void;
}

export const languagesOf = (office: unknown): readonly string[] => {
  const languages = textsOf(at(office, ['languages']));
  return languages.length > 0 ? languages : ['id', 'en'];
};

export const labelOf = ({ fields }: Words, path: Path): string =>
  fields.labels[labelKey(path)] ?? String(path.at(-1) ?? '');

/** A thing's own name in the reader's language; its id or number where it has none. */
export function nameOf({ reader }: Words, thing: unknown): string {
  if (!isGroup(thing)) return '';
  const name = thing.name ?? thing.text;
  const own = thing.id ?? thing.number ?? thing.date ?? thing.port ?? thing.file ?? thing.device;
  const id = String(own ?? '');
  if (typeof name === 'string') return name;
  return isGroup(name) ? nameIn(name as Record<string, string>, reader.language, id) : id;
}

/** Counters are called by their number first. */
export function titleOf(words: Words, thing: unknown): string {
  const name = nameOf(words, thing);
  const number = isGroup(thing) ? thing.number : undefined;
  if (number === undefined) return name;
  const counter = `${words.reader.texts.counter} ${String(number)}`;
  return name === String(number) ? counter : `${counter} · ${name}`;
}

export interface Option {
  readonly value: string | number;
  readonly label: string;
}

/** What can be referred to: the office's own things of that kind. */
export const optionsOf = (words: Words, office: unknown, of: Referred): readonly Option[] =>
  of === 'zones' ? zonesOf(office).map((zone) => ({ value: zone, label: zone })) : things(words, office, of);

/** What counters call the part of the building that they are in. */
export function zonesOf(office: unknown): readonly string[] {
  const zones = listOf(at(office, ['counters'])).map((counter) => at(counter, ['zone']));
  return [...new Set(zones.filter((zone) => typeof zone === 'string' && zone !== ''))] as string[];
}

const things = (words: Words, office: unknown, of: Referred): readonly Option[] =>
  listOf(at(office, [of])).flatMap((thing) => {
    const value = isGroup(thing) ? (of === 'counters' ? thing.number : thing.id) : undefined;
    const isWord = typeof value === 'string' || typeof value === 'number';
    return isWord ? [{ value, label: titleOf(words, thing) }] : [];
  });

/** Mistakes at the place and below it. */
export function mistakesAt({ mistakes }: Pick<Form, 'mistakes'>, path: Path): readonly OfficeMistake[] {
  const place = written(path);
  return mistakes.filter(
    (mistake) =>
      mistake.path === place || mistake.path.startsWith(`${place}.`) || mistake.path.startsWith(`${place}[`),
  );
}

/** For `document.getElementById`. */
export const idOf = (path: Path): string => `at-${written(path)}`;
