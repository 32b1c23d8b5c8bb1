/** A memory that is bounded twice: what was not touched for a while is forgotten, and of too many the oldest goes. */

export interface Recent<V> {
  get(key: string): V | undefined;
  has(key: string): boolean;
  set(key: string, value: V): void;
  delete(key: string): void;
  readonly size: number;
}

interface Parts {
  readonly now: () => number;
  /** Entries. */
  readonly most: number;
  /** Milliseconds without `set` after which an entry is forgotten. */
  readonly quiet: number;
}

export function createRecent<V>({ now, most, quiet }: Parts): Recent<V> {
  /** In the order of their last `set`. */
  const entries = new Map<string, { readonly value: V; readonly at: number }>();

  function live(key: string): V | undefined {
    const entry = entries.get(key);
    return entry && now() - entry.at < quiet ? entry.value : undefined;
  }

  function forget(): void {
    for (const [key, { at }] of entries) {
      if (entries.size <= most && now() - at < quiet) return;
      entries.delete(key);
    }
  }

  return {
    get: live,
    has: (key) => live(key) !== undefined,
    set(key, value) {
      entries.delete(key);
      entries.set(key, { value, at: now() });
      forget();
    },
    delete: (key) => void entries.delete(key),
    get size() {
      return entries.size;
    },
  };
}
