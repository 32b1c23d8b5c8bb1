/** The bytes of a ticket, a slip or a test paper, for a printer of so many columns. */
import type { Paper } from '../../../contract/paper.ts';
import type { Block } from './blocks.ts';
import { type Columns, encode } from './encode.ts';
import type { Words } from './head-and-foot.ts';
import { paperOfSlip } from './paper-of-slip.ts';
import { paperOfTicket } from './paper-of-ticket.ts';
import { both, readersOf } from './readers.ts';

export function bytesOfPaper(paper: Paper, columns: Columns, words: Words): Uint8Array {
  const drawn = { paper, words, readers: readersOf(paper.view.office.languages) };
  return encode(paper.kind === 'ticket' ? paperOfTicket(drawn) : paperOfSlip(drawn), columns);
}

const digits = '1234567890';

/** Whether the width is set right, the code can be scanned and the knife cuts below the last line. */
export function bytesOfTest(
  printer: { id: string; label: string | null },
  columns: Columns,
  at: string,
): Uint8Array {
  const readers = readersOf(['id', 'en']);
  const blocks: Block[] = [
    ...both(readers, ({ test }) => test, { size: [2, 2], bold: true }),
    { kind: 'gap' },
    { kind: 'text', text: printer.label ?? printer.id, size: [1, 2], bold: true },
    ...(printer.label === null ? [] : [{ kind: 'text', text: printer.id } as const]),
    { kind: 'gap' },
    { kind: 'text', text: digits.repeat(5).slice(0, columns), align: 'left' },
    ...both(readers, ({ testWide }) => testWide(columns)),
    { kind: 'qr', text: `loket:${printer.id}` },
    ...both(readers, ({ testWell }) => testWell),
    { kind: 'gap' },
    { kind: 'text', text: `${at.slice(0, 16).replace('T', ' ')} UTC` },
  ];
  return encode(blocks, columns);
}
