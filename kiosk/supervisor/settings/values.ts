/** Values of the office file as people read them: `PT90M` is "90 menit", an id is the name of what it stands for. */
import { wordIn } from '../../../display/lib/i18n.ts';
import { spanOf } from './durations.ts';
import { type Field, isGroup, labelKey, listOf, type Path, textsOf } from './fields.ts';
import { labelOf, nameOf, optionsOf, titleOf, type Words } from './form.ts';
import { weekdays, weekOf } from './hours.ts';

/** `office` is where the names of ids are looked up. */
export interface Reading extends Words {
  readonly office: unknown;
}

export function inWords(reading: Reading, field: Field, path: Path, value: unknown): string {
  const { texts, reader } = reading;
  const plain = () => plainly(reading, value);
  switch (field.kind) {
    case 'duration':
    case 'days': {
      const span = spanOf(value);
      return span ? texts.span(numberIn(reading, span.amount), texts.units[span.unit]) : plain();
    }
    case 'number':
      return typeof value === 'number' ? numberIn(reading, value) : plain();
    case 'yes':
      return value === true ? texts.yes : value === false ? texts.no : plain();
    case 'choice':
    case 'several':
      return [value]
        .flat()
        .map((one) => choiceIn(reading, path, String(one)))
        .join(', ');
    case 'ref':
    case 'ids': {
      const options = optionsOf(reading, reading.office, field.of);
      return [value]
        .flat()
        .map((one) => options.find((option) => option.value === one)?.label ?? String(one))
        .join(', ');
    }
    case 'words':
      return textsOf(value)
        .map((word) => wordIn(reader.texts, word))
        .join(', ');
    case 'dates':
      return textsOf(value)
        .map((date) => dateIn(reading, date))
        .join(', ');
    case 'date':
      return dateIn(reading, String(value));
    case 'weekdays':
      return textsOf(value)
        .map((day) => dayIn(reading, day))
        .join(', ');
    case 'perWeekday':
      return isGroup(value)
        ? Object.entries(value)
            .map(([day, count]) => `${dayIn(reading, day)} ${String(count)}`)
            .join(', ')
        : plain();
    case 'ranges':
      return listOf(value).length === 0 ? texts.closed : textsOf(value).map(rangeIn).join(', ');
    case 'week':
      return weekIn(reading, value);
    case 'share':
      return String(value).replace(' of ', ` ${texts.of} `);
    case 'group':
    case 'always':
      return isGroup(value) ? groupIn(reading, field.fields, path, value) : plain();
    case 'things':
      return listOf(value)
        .map((thing) => titleOf(reading, thing))
        .join(', ');
    case 'named':
      return isGroup(value)
        ? Object.entries(value)
            .map(([id, name]) => nameOf(reading, { id, name }))
            .join(', ')
        : plain();
    case 'texts':
      return textsOf([value].flat()).join(', ');
    case 'text':
    case 'id':
    case 'prefix':
    case 'colour':
    case 'zone':
    case 'name':
    case 'table':
      return plain();
  }
}

/** All that a group says, label by label. */
export function groupIn(reading: Reading, fields: readonly Field[], path: Path, group: object): string {
  return Object.entries(group)
    .map(([key, value]) => {
      const field = fields.find((one) => one.key === key);
      const at = [...path, key];
      return `${labelOf(reading, at)}: ${field ? inWords(reading, field, at, value) : plainly(reading, value)}`;
    })
    .join(' · ');
}

export const choiceIn = ({ fields }: Words, path: Path, choice: string): string =>
  fields.choices[`${labelKey(path)}.${choice}`] ?? choice;

export const numberIn = ({ texts }: Words, value: number): string =>
  String(value).replace('.', texts.decimal);

export const dayIn = ({ texts }: Words, day: string): string =>
  (texts.days as Readonly<Record<string, string>>)[day] ?? day;

export const rangeIn = (range: string): string => range.replace('-', '–');

/** A day of the calendar, wherever the reader is. */
export function dateIn({ reader }: Words, date: string): string {
  const time = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(time)) return date;
  const format = {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  } as const;
  return new Intl.DateTimeFormat(reader.language, format).format(time);
}

function weekIn(reading: Reading, value: unknown): string {
  if (Array.isArray(value)) return textsOf(value).map(rangeIn).join(', ') || reading.texts.closed;
  const week = weekOf(value);
  return weekdays
    .map((day) => `${dayIn(reading, day)} ${week[day].map(rangeIn).join(', ') || reading.texts.closed}`)
    .join(' · ');
}

function plainly(words: Words, value: unknown): string {
  if (Array.isArray(value)) return value.map((one) => plainly(words, one)).join(', ');
  if (isGroup(value))
    return Object.entries(value)
      .map(([key, inner]) => `${key}: ${plainly(words, inner)}`)
      .join(' · ');
  if (value === '' || value === null || value === undefined) return words.texts.none;
  return String(value);
}
