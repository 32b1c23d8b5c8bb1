/** What every paper opens and closes with: the office and the number; the link, the short code, when it was printed. */
import type { Paper } from '../../../contract/paper.ts';
import type { Name } from '../../../contract/values.ts';
import type { Block } from './blocks.ts';
import { both, nameIn, type Readers } from './readers.ts';
import { dateAndClock, dateIn } from './when.ts';

/** Names of the office file for ids that a paper's view does not name: lanes, reasons. */
export type Words = (id: string) => Name | undefined;

export interface Drawn {
  readonly paper: Paper;
  readonly readers: Readers;
  readonly words: Words;
}

export function head({ paper: { view }, readers, words }: Drawn): Block[] {
  const lane = words(view.lane);
  return [
    { kind: 'text', text: nameIn(view.office.name, readers.first.language, view.office.id), bold: true },
    ...(view.office.rehearsal ? rehearsal(readers) : []),
    { kind: 'gap' },
    ...both(readers, ({ yourNumber }) => yourNumber),
    { kind: 'huge', text: view.number },
    ...both(readers, ({ language }) => nameIn(view.serviceName, language, view.service), {
      size: [1, 2],
      bold: true,
    }),
    ...(lane ? both(readers, ({ language }) => nameIn(lane, language, view.lane), { bold: true }) : []),
    ...both(readers, ({ language }) => dateIn(view.date, language)),
  ];
}

/** Nobody may wait with the number of a rehearsal. */
const rehearsal = (readers: Readers): Block[] => [
  { kind: 'gap' },
  { kind: 'text', text: readers.first.rehearsal, size: [2, 2], bold: true, inverse: true },
  ...both(readers, ({ rehearsalWhy }) => rehearsalWhy),
];

export function foot({ paper, readers }: Drawn): Block[] {
  const { view, url, copy } = paper;
  const { first } = readers;
  return [
    { kind: 'rule' },
    ...(url === null ? [] : [{ kind: 'qr', text: url } as const, ...both(readers, ({ scan }) => scan)]),
    { kind: 'gap' },
    { kind: 'text', text: `${first.code}: ${view.shortCode}`, size: [2, 2], bold: true },
    ...(copy > 1
      ? [{ kind: 'gap' } as const, ...both(readers, (texts) => texts.copy(copy), { bold: true })]
      : []),
    { kind: 'gap' },
    {
      kind: 'text',
      text: first.printedAt(dateAndClock(paper.at, view.office.timeZone, first.language)),
    },
  ];
}
