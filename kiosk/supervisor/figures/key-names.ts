/** What a row is called: names of the office where it has them, otherwise words of the page. */
import { nameIn, type Reader, wordIn } from '../../../display/lib/i18n.ts';
import type { Report, Section } from '../../../server/contract/report.ts';
import { shortDay } from '../../bookings/availability.ts';
import type { Row } from './columns.ts';
import type { FigureTexts } from './texts.ts';

export interface Naming {
  readonly names: Report['names'];
  readonly reader: Reader;
  readonly texts: FigureTexts;
}

export function keyName(kind: string, id: string, { names, reader, texts }: Naming): string {
  if (id === '') return texts.names.nobody[kind] ?? '–';
  if (kind === 'hour') return `${id}:00`;
  if (kind === 'date') return shortDay(id, reader.language);
  const own = names[kind]?.[id];
  if (own) return nameIn(own, reader.language, id);
  if (kind === 'counter') return id === '0' ? texts.names.outsideOffice : `${reader.texts.counter} ${id}`;
  return texts.names.words[id] ?? wordIn(reader.texts, id);
}

/** `Paspor · Umum`. */
export const rowName = (section: Section, row: Row, naming: Naming): string =>
  row.keys.map((id, index) => keyName(section.keys[index] ?? '', id, naming)).join(' · ');
