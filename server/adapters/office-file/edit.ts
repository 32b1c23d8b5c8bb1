/** Changes an office file at single places; comments, order, blank lines and style of everything else stay. */
import { isDeepStrictEqual } from 'node:util';
import type { Document } from 'yaml';
import { applyEdit, type Edit } from './apply-edit.ts';
import { spliced } from './splice.ts';
import { dataOf, readDocument } from './written.ts';

/**
 * The file after the edits, one after the other. Values are in the file's own words (`PT2H`, `08:00-12:00`).
 * Null: not readable as YAML, or an edit has no place in it.
 */
export function editOffice(source: string, edits: readonly Edit[]): string | null {
  let text = source;
  for (const edit of edits) {
    const edited = editOnce(text, edit);
    if (edited === null) return null;
    text = edited;
  }
  return text;
}

function editOnce(text: string, edit: Edit): string | null {
  const document = readDocument(text);
  if (document === null) return null;
  const wanted = applyEdit(dataOf(document), edit);
  if (wanted === null) return null;
  // However a file is written: what is handed back means what was asked for, or it is not handed back.
  const means = (result: string | null): result is string => {
    const made = result === null ? null : readDocument(result);
    return made !== null && isDeepStrictEqual(dataOf(made), wanted.data);
  };
  const nearest = spliced(text, document, edit);
  if (means(nearest)) return nearest;
  const whole = rewritten(document, edit);
  return means(whole) ? whole : null;
}

/** Written anew as a whole: comments and order stay, the space between may not. */
function rewritten(document: Document, { path, value, remove, moveTo }: Edit): string | null {
  if (moveTo !== undefined) return null;
  try {
    if (remove) document.deleteIn(path);
    else document.setIn(path, document.createNode(value));
    return document.toString({ lineWidth: 0 });
  } catch {
    // Through an alias, or through something that is no group.
    return null;
  }
}
