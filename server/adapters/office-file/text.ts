/** The office file as a text that people edit, for whoever is given it: its words, single changes, differences. */
import { changesBetween } from './changes.ts';
import { editOffice } from './edit.ts';
import { writtenOffice } from './written.ts';

export const officeFileText = { written: writtenOffice, edit: editOffice, changes: changesBetween };
