/** Devices that come to the hub in another way than over the broker: written into the same book, for the same eyes. */
import type { Notes } from './book.ts';
import type { PresenceBook } from './presence.ts';

export interface Elsewhere {
  /** @param path where it came to. @param said what came of what it measured; null: it measured nothing */
  heard(id: string, address: string, path: string, said: string | null): void;
  refused(id: string, why: string, path: string): void;
  /** Somebody whom nobody knows. */
  knocked(name: string, address: string): void;
}

export function createElsewhere(notes: Notes, presence: PresenceBook): Elsewhere {
  /** Who has not come in since it was refused. */
  const refused = new Set<string>();
  return {
    heard(id, address, path, said) {
      presence.visited(id, address);
      if (refused.delete(id)) notes.connected(id);
      // Nothing of what it sent is kept: faces and names are in it.
      if (said === null) return notes.changed(id);
      notes.judged(id, notes.from(id, path, '', 'reading'), 'reading', said);
    },
    refused(id, why, path) {
      refused.add(id);
      notes.troubled(id, why, path);
    },
    knocked: (name, address) => notes.knocked(name, address, 'unknown'),
  };
}
