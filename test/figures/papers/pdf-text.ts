/** The texts of a PDF as it was written: its streams unpacked, each shown text as one, in the order of the file. */
import { inflateSync } from 'node:zlib';

export interface PdfRead {
  readonly pages: number;
  /** By sheet. */
  readonly sheets: readonly (readonly string[])[];
  readonly texts: readonly string[];
}

export function readPdf(bytes: Uint8Array): PdfRead {
  const file = Buffer.from(bytes).toString('latin1');
  const streams = [...file.matchAll(/stream\r?\n(.*?)\r?\nendstream/gs)].map(([, packed = '']) =>
    inflateSync(Buffer.from(packed, 'latin1')).toString('latin1'),
  );
  const sheets = streams
    .map((stream) => [...stream.matchAll(/\[(.*?)\] TJ/g)].map(([, parts = '']) => shown(parts)))
    .filter((texts) => texts.length > 0);
  return { pages: [...file.matchAll(/\/Type \/Page\b/g)].length, sheets, texts: sheets.flat() };
}

const windows = new TextDecoder('windows-1252');

/** `<48616c> 20 <6f> 0`: letters by two hexadecimal digits, and how far they are apart. */
function shown(parts: string): string {
  const digits = [...parts.matchAll(/<([0-9a-f]*)>/gi)].map(([, hex = '']) => hex).join('');
  return windows.decode(Buffer.from(digits, 'hex'));
}
