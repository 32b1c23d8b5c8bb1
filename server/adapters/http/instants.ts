/** Instants as HTTP writes them: `2026-11-26T01:05:00.000Z`. */

/** `at` in milliseconds since 1970. */
export const toIso = (at: number): string => new Date(at).toISOString();

export const toIsoOrNull = (at: number | null): string | null => (at === null ? null : toIso(at));
