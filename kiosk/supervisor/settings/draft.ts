/** The office under change: its written data with the edits so far, which the hub makes in the file's text. */
import type { OfficeEdit } from '../../../server/contract/http-office.ts';
import { at, isGroup, listOf, type Path } from './fields.ts';

export interface Draft {
  /** The text that the edits are made in. */
  readonly source: string;
  readonly edits: readonly OfficeEdit[];
  /** The data after the edits. */
  readonly written: unknown;
}

export type Change = { readonly value: unknown } | { readonly remove: true } | { readonly moveTo: number };

/** The draft after one change. Nothing (undefined, an empty text) takes a key away, and what is not there stays so. */
export function changed(draft: Draft, path: Path, change: Change): Draft {
  const isNothing = 'value' in change && (change.value === undefined || change.value === '');
  const wanted = isNothing ? ({ remove: true } as const) : change;
  if ('remove' in wanted && at(draft.written, path) === undefined) return draft;
  const edit = { path: [...path], ...wanted } as OfficeEdit;
  const last = draft.edits.at(-1);
  // What is typed letter by letter is one edit.
  const isSame = last !== undefined && isValue(last) && isValue(edit) && same(last.path, path);
  const before = isSame ? draft.edits.slice(0, -1) : draft.edits;
  return { ...draft, edits: [...before, edit], written: made(draft.written, path, wanted) };
}

const isValue = (edit: OfficeEdit): boolean => edit.value !== undefined;
const same = (a: Path, b: Path): boolean => JSON.stringify(a) === JSON.stringify(b);

function made(data: unknown, [part, ...rest]: Path, change: Change): unknown {
  if (part === undefined) return 'value' in change ? change.value : data;
  if (typeof part === 'number') {
    const list = listOf(data);
    if (rest.length > 0 || 'value' in change)
      return [...list.slice(0, part), made(list[part], rest, change), ...list.slice(part + 1)];
    const others = list.filter((_, index) => index !== part);
    if ('remove' in change) return others;
    return [...others.slice(0, change.moveTo), list[part], ...others.slice(change.moveTo)];
  }
  const group = isGroup(data) ? data : {};
  if (rest.length === 0 && 'remove' in change)
    return Object.fromEntries(Object.entries(group).filter(([key]) => key !== part));
  return { ...group, [part]: made(group[part], rest, change) };
}
