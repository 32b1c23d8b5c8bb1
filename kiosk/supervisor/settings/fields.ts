/** What a field of the office file can be, and where in the table and in the data one is. */

/** Lists of things that others refer to. */
export type Referred = 'steps' | 'services' | 'lanes' | 'counters' | 'zones';

interface Common {
  readonly key: string;
  /** As wide as the form. */
  readonly wide?: true;
  /** What counts while the file says nothing. */
  readonly otherwise?: unknown;
  /** May be said to be nothing. */
  readonly optional?: true;
  /** Means something only where this other key of its group says something, or one of these words. */
  readonly when?: string | readonly [key: string, ...words: string[]];
}

/** A value of one kind; durations, hours and shares in the file's own words. */
export type Value = Common &
  (
    | { readonly kind: 'text' | 'id' | 'prefix' | 'number' | 'date' | 'colour' | 'zone' }
    /** `PT2H`; `P3D`. */
    | { readonly kind: 'duration' | 'days' }
    /** One text, or one for each language. */
    | { readonly kind: 'name' }
    | { readonly kind: 'yes' }
    /** `2 of 3`. */
    | { readonly kind: 'share' }
    | { readonly kind: 'choice' | 'several'; readonly of: readonly string[] }
    | { readonly kind: 'ref'; readonly of: Referred }
    | { readonly kind: 'ids'; readonly of: Referred; readonly ordered?: true }
    /** Words of the office's own. */
    | { readonly kind: 'words' | 'dates' }
    | { readonly kind: 'weekdays' | 'perWeekday' | 'ranges' | 'week' }
    /** Words under keys: one for each of `keys`, or keys of the office's own. */
    | { readonly kind: 'table'; readonly keys?: Referred }
    /** Names under keys of the office's own. */
    | { readonly kind: 'named' }
    /** One text, or several of which any will do. */
    | { readonly kind: 'texts' }
  );

/** `group`: there or not, with `fresh` when it comes to be; `always`: its fields count in any case. */
export type Group = Common & { readonly fields: readonly Field[] } & (
    | { readonly kind: 'group'; readonly fresh: object }
    | { readonly kind: 'always' }
  );
export type Things = Common & {
  readonly kind: 'things';
  readonly fresh: object;
  readonly fields: readonly Field[];
};
export type Field = Value | Group | Things;

export interface Section {
  readonly id: string;
  readonly fields: readonly Field[];
}

export type Path = readonly (string | number)[];

export const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

export const textsOf = (value: unknown): readonly string[] => listOf(value).map(String);

/** What stands at a place of the written data; undefined where nothing does. */
export function at(data: unknown, path: Path): unknown {
  return path.reduce<unknown>((held, part) => {
    if (typeof part === 'number') return listOf(held)[part];
    return isGroup(held) && Object.hasOwn(held, part) ? held[part] : undefined;
  }, data);
}

/** Whether a field of the group at `path` means something, by what is said beside it. */
export function isMeant(data: unknown, path: Path, { when }: Field): boolean {
  if (when === undefined) return true;
  const [key, ...words] = [when].flat();
  const said = at(data, [...path, key ?? '']);
  return words.length === 0 ? Boolean(said) : words.includes(String(said));
}

/** `['services', 0, 'promise']` as the hub's mistakes name it: `services[0].promise`. */
export const written = (path: Path): string =>
  path.reduce<string>(
    (before, part) =>
      typeof part === 'number' ? `${before}[${part}]` : before === '' ? part : `${before}.${part}`,
    '',
  );

/** For the label and the hint of a field: its place without the numbers of a list. */
export const labelKey = (path: Path): string => path.filter((part) => typeof part === 'string').join('.');
