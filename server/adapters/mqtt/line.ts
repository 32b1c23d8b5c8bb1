/** One queue a device: what it publishes is let through in the order in which it came. */

/** Call it when the packet may pass; `go` runs once everything before it has passed. */
export type Pass = (go: () => void) => void;

export interface Line {
  /** Takes the next place; null when too many are waiting. */
  enter(): Pass | null;
}

export function createLine(mostWaiting: number): Line {
  const waiting: { go: (() => void) | null }[] = [];

  function advance(): void {
    for (let first = waiting[0]; first?.go; first = waiting[0]) {
      waiting.shift();
      first.go();
    }
  }

  return {
    enter() {
      if (waiting.length >= mostWaiting) return null;
      const place: { go: (() => void) | null } = { go: null };
      waiting.push(place);
      return (go) => {
        place.go = go;
        advance();
      };
    },
  };
}
