/** How a mistake in the office file is put into words: what was expected, what was found, what was perhaps meant. */
/** One mistake, at a place in the data: `['services', 0, 'promise']`. */
export interface OfficeMistake {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** A message for any way in which a value can be wrong: `expected a duration such as PT2H, found "2 hours"`. */
export function expected(what: string): (issue: { input?: unknown }) => string {
  return ({ input }) =>
    input === undefined ? `missing: expected ${what}` : `expected ${what}, found ${found(input)}`;
}

/** Lists and groups are only named, not printed: they can be large, and an alias can make one contain itself. */
export function found(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  if (typeof value === 'string') return JSON.stringify(value.length > 40 ? `${value.slice(0, 39)}…` : value);
  return typeof value === 'object' ? 'a group of keys' : String(value);
}

/** `; did you mean "priority"?`, or nothing when no known word is near. */
export function hint(word: string, known: readonly string[]): string {
  const near = closest(word, known);
  return near === undefined ? '' : `; did you mean "${near}"?`;
}

/** `unknown key "promis"; did you mean "promise"?` */
export function unknownKey(key: string, known: readonly string[]): string {
  return `unknown key ${found(key)}${hint(key, known) || `; expected one of ${known.join(', ')}`}`;
}

/** `expected one of the lanes regular, priority, found "prioritas"; did you mean "priority"?` */
export function unknownName(
  kind: string,
  name: string | number,
  known: readonly (string | number)[],
): string {
  const names = known.map(String);
  return `expected one of the ${kind} ${names.join(', ')}, found ${found(name)}${typeof name === 'string' ? hint(name, names) : ''}`;
}

function closest(word: string, known: readonly string[]): string | undefined {
  // A hostile key of 200 KB must not cost 200 KB times the length of every known one.
  if (word.length > 40) return undefined;
  const allowed = Math.max(1, Math.floor(word.length / 3));
  const near = known
    .map((name) => ({ name, away: distance(word.toLowerCase(), name.toLowerCase()) }))
    .filter(({ away }) => away <= allowed)
    .sort((a, b) => a.away - b.away);
  return near[0]?.name;
}

/** Levenshtein's distance: letters to add, drop or change. */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (const [line, letter] of [...a].entries()) {
    const next = [line + 1];
    for (let column = 1; column <= b.length; column++) {
      const change = (row[column - 1] ?? 0) + (b[column - 1] === letter ? 0 : 1);
      next.push(Math.min(change, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? a.length;
}
