/** The contract's example as text, and what is mistaken in a text. */
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { type FileMistake, readOfficeFile } from '../../server/adapters/office-file.ts';

export const contohText = readFileSync(new URL('contoh.yaml', import.meta.url), 'utf8');

export function replaced(text: string, from: string, to: string): string {
  // A row whose text is no longer in the fixture would test nothing.
  expect(text).toContain(from);
  return text.replace(from, () => to);
}

export function mistakesIn(text: string): readonly FileMistake[] {
  const file = readOfficeFile(text);
  return file.ok ? [] : file.mistakes;
}
