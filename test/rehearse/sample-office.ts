/** The small office of the rehearsal's own tests. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readOfficeFile } from '../../server/adapters/office-file.ts';
import type { Office } from '../../server/contract/office.ts';

export const sampleFile = join(import.meta.dirname, 'sample-office.yaml');
export const sampleSource = readFileSync(sampleFile, 'utf8');

/** @param more lines of the file */
export function sampleOffice(more = ''): Office {
  const read = readOfficeFile(`${sampleSource}\n${more}`);
  if (!read.ok) throw new Error(JSON.stringify(read.mistakes));
  return read.office;
}
