/** Instants and spans of the domain: branded numbers of milliseconds, written as ISO 8601 at the edge. */

/** Milliseconds since 1970 in UTC. Only the hub's clock and the journal make one. */
export type Instant = number & { readonly instant: unique symbol };

export const instant = (ms: number): Instant => ms as Instant;

export const later = (at: Instant, ms: number): Instant => (at + ms) as Instant;

export const latest = (a: Instant, b: Instant): Instant => (a >= b ? a : b);

export const earliest = (a: Instant, b: Instant): Instant => (a <= b ? a : b);

/** `2026-11-26T01:05:00.000Z`. */
export const toIso = (at: Instant): string => new Date(at).toISOString();

export const toIsoOrNull = (at: Instant | null): string | null => (at === null ? null : toIso(at));
