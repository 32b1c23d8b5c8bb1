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
    { kind: 'text', text: dateIn(view.date, readers.first.language) },
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
  const isSlip = paper.kind === 'slip';
  return [
    { kind: 'rule' },
    ...(url === null ? [] : link(url, isSlip, readers)),
    { kind: 'gap' },
    { kind: 'text', text: `${first.code}: ${view.shortCode}`, size: [2, 2], bold: true },
    ...(isSlip ? both(readers, ({ showCode }) => showCode) : []),
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

/** The gap keeps the rule out of the white edge that a scanner needs around the code. */
const link = (url: string, isSlip: boolean, readers: Readers): Block[] => [
  { kind: 'gap' },
  { kind: 'qr', text: url },
  ...both(readers, ({ scan, scanSlip }) => (isSlip ? scanSlip : scan)),
];
