/** One change of data at one place; pure. What the text must mean after the same change was made in it. */
import type { Path } from './yaml-places.ts';

/**
 * Exactly one of `value`, `remove` and `moveTo`. A value at the index after the last one of a list is added to it;
 * groups and lists on the way that are missing are made. `moveTo`: the index that an entry of a list is to have.
 */
export interface Edit {
  readonly path: Path;
  readonly value?: unknown;
  readonly remove?: boolean | undefined;
  readonly moveTo?: number | undefined;
}

/** Boxed, as the data itself may be anything; null: there is no such place. */
type Made = { readonly data: unknown } | null;

export function applyEdit(data: unknown, edit: Edit): Made {
  const [part, ...rest] = edit.path;
  if (part === undefined) return edit.remove || edit.moveTo !== undefined ? null : { data: edit.value };
  return typeof part === 'number' ? inList(data, part, rest, edit) : inGroup(data, part, rest, edit);
}

function inList(data: unknown, index: number, rest: Path, edit: Edit): Made {
  const list: readonly unknown[] | null = data == null ? [] : Array.isArray(data) ? data : null;
  const isThere = list !== null && index < list.length;
  if (list === null || index < 0 || index > list.length) return null;
  if (rest.length === 0 && edit.remove) return isThere ? { data: list.toSpliced(index, 1) } : null;
  if (rest.length === 0 && edit.moveTo !== undefined) {
    if (!isThere || edit.moveTo < 0 || edit.moveTo >= list.length) return null;
    return { data: list.toSpliced(index, 1).toSpliced(edit.moveTo, 0, list[index]) };
  }
  const made = applyEdit(list[index], { ...edit, path: rest });
  return made && { data: list.toSpliced(index, 1, made.data) };
}

function inGroup(data: unknown, key: string, rest: Path, edit: Edit): Made {
  if (data != null && (typeof data !== 'object' || Array.isArray(data))) return null;
  const group = { ...data } as Record<string, unknown>;
  const isThere = Object.hasOwn(group, key);
  if (rest.length === 0 && edit.moveTo !== undefined) return null;
  if (rest.length === 0 && edit.remove) {
    if (!isThere) return null;
    return { data: Object.fromEntries(Object.entries(group).filter(([name]) => name !== key)) };
  }
  const made = applyEdit(isThere ? group[key] : undefined, { ...edit, path: rest });
  return made && { data: Object.fromEntries([...Object.entries(group), [key, made.data]]) };
}
