/** The refused lines as a CSV file to put right, safe to open in a spreadsheet. */
import type { ImportLineAnswer } from '../../../server/contract/http-bookings.ts';

export interface RefusedLine {
  readonly line: number;
  readonly column: string;
  readonly reason: string;
  /** As it stands in the list; a row of several lines by its first. */
  readonly content: string;
}

/**
 * A cell that begins like a formula would be carried out by the spreadsheet that opens the file: it gets an
 * apostrophe, which makes it a text (OWASP, CSV Injection).
 */
export function cellOf(text: string): string {
  const safe = /^[\s"']*[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** With a byte order mark: without it a spreadsheet takes UTF-8 for something else. */
export function csvOf(header: readonly string[], lines: readonly RefusedLine[]): string {
  const rows = lines.map(({ line, column, reason, content }) => [String(line), column, reason, content]);
  return `\uFEFF${[header, ...rows].map((cells) => cells.map(cellOf).join(',')).join('\r\n')}\r\n`;
}

export const refusedIn = (lines: readonly ImportLineAnswer[]): readonly ImportLineAnswer[] =>
  lines.filter(({ result }) => result === 'refused');

/** The list line by line, as an editor counts them from 1; as well as its writing can be told. */
export function linesOf(bytes: ArrayBuffer): readonly string[] {
  return textOf(new Uint8Array(bytes)).split(/\r\n|\n|\r/);
}

function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
