/** A small office for the tests of HTTP: always open, two counters, one of them for the second step. */
import { readOfficeFile } from '../../server/adapters/office-file.ts';
import type { Office } from '../../server/contract/office.ts';

export const officeText = `# kept as written
id: uji
name: Kantor Uji
timeZone: Asia/Makassar
languages: [id, en]
hours: { mon-sun: [00:00-24:00] }
steps:
  - { id: documents, name: { id: Berkas, en: Documents }, incomplete: { reasons: [missing, wrong] } }
  - { id: interview, name: { id: Wawancara, en: Interview } }
services:
  - { id: passport, prefix: A, name: { id: Paspor, en: Passport }, steps: [documents, interview], promise: PT2H }
lanes:
  - { id: regular }
  - { id: priority, prefix: P, promise: PT30M }
counters:
  - { number: 1, steps: [documents] }
  - { number: 3, steps: [interview] }
calling: { refractory: PT0S, undoWithin: PT30S }
`;

export function officeOf(text: string): Office {
  const file = readOfficeFile(text);
  if (!file.ok) throw new Error(JSON.stringify(file.mistakes));
  return file.office;
}
