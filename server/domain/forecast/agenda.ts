/** What happens when, in a run forward: the earliest first; of one instant, in the order in which it was noted. */

export interface Agenda<T> {
  note(at: number, what: T): void;
  /** Takes out the earliest; null when nothing is left. */
  next(): { readonly at: number; readonly what: T } | null;
}

interface Entry<T> {
  readonly at: number;
  readonly order: number;
  readonly what: T;
}

const isBefore = <T>(a: Entry<T>, b: Entry<T>): boolean =>
  a.at < b.at || (a.at === b.at && a.order < b.order);

/** A binary heap. */
export function createAgenda<T>(): Agenda<T> {
  const heap: Entry<T>[] = [];
  let order = 0;

  function rise(entry: Entry<T>): void {
    let index = heap.push(entry) - 1;
    while (index > 0) {
      const above = (index - 1) >> 1;
      if (!isBefore(entry, heap[above] as Entry<T>)) break;
      heap[index] = heap[above] as Entry<T>;
      index = above;
    }
    heap[index] = entry;
  }

  function sink(entry: Entry<T>): void {
    let index = 0;
    for (;;) {
      let below = 2 * index + 1;
      if (below >= heap.length) break;
      if (below + 1 < heap.length && isBefore(heap[below + 1] as Entry<T>, heap[below] as Entry<T>))
        below += 1;
      if (!isBefore(heap[below] as Entry<T>, entry)) break;
      heap[index] = heap[below] as Entry<T>;
      index = below;
    }
    heap[index] = entry;
  }

  return {
    note(at, what) {
      order += 1;
      rise({ at, order, what });
    },
    next() {
      const [first] = heap;
      const last = heap.pop();
      if (!first || !last) return null;
      if (heap.length > 0) sink(last);
      return { at: first.at, what: first.what };
    },
  };
}
