/** Maps over other maps: what is tried on them happens to nobody, and no thousands of entries are copied for it. */

/**
 * Reads see the map below, which must not change meanwhile; what is set or deleted is so here alone.
 * @param copy for values that change themselves: the first to ask for one gets a copy, which stays
 */
export const over = <K, V>(below: ReadonlyMap<K, V>, copy?: (value: V) => V): Map<K, V> =>
  new Over(below, copy);

/** What a plain map has, in the same order. */
class Over<K, V> extends Map<K, V> {
  readonly #below: ReadonlyMap<K, V>;
  readonly #copy: ((value: V) => V) | undefined;
  /** Keys of the map below that were deleted here; what is set again stands at the end. */
  readonly #gone = new Set<K>();
  #size: number;

  constructor(below: ReadonlyMap<K, V>, copy: ((value: V) => V) | undefined) {
    super();
    this.#below = below;
    this.#copy = copy;
    this.#size = below.size;
  }

  override get size(): number {
    return this.#size;
  }

  override has(key: K): boolean {
    return super.has(key) || this.#isBelow(key);
  }

  override get(key: K): V | undefined {
    if (super.has(key)) return super.get(key);
    if (!this.#isBelow(key)) return undefined;
    const value = this.#below.get(key) as V;
    if (!this.#copy) return value;
    const own = this.#copy(value);
    super.set(key, own);
    return own;
  }

  override set(key: K, value: V): this {
    if (!this.has(key)) this.#size += 1;
    return super.set(key, value);
  }

  override delete(key: K): boolean {
    if (!this.has(key)) return false;
    this.#size -= 1;
    super.delete(key);
    if (this.#below.has(key)) this.#gone.add(key);
    return true;
  }

  override clear(): void {
    for (const key of [...this.keys()]) this.delete(key);
  }

  override *keys(): MapIterator<K> {
    for (const key of this.#below.keys()) if (!this.#gone.has(key)) yield key;
    for (const key of super.keys()) if (!this.#isBelow(key)) yield key;
  }

  override *values(): MapIterator<V> {
    for (const key of this.keys()) yield this.get(key) as V;
  }

  override *entries(): MapIterator<[K, V]> {
    for (const key of this.keys()) yield [key, this.get(key) as V];
  }

  override [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries();
  }

  override forEach(each: (value: V, key: K, map: Map<K, V>) => void): void {
    for (const [key, value] of this) each(value, key, this);
  }

  #isBelow(key: K): boolean {
    return this.#below.has(key) && !this.#gone.has(key);
  }
}
