/**
 * A press that could not be recorded is not acknowledged, so it comes again word for word, with the age of the
 * first time. How long it has been on its way is known here; without it a full disk that is emptied after an hour
 * would call somebody nobody thinks of any more.
 */
export interface Delays {
  /** Milliseconds. */
  since(name: string): number;
  begin(name: string): void;
  end(name: string): void;
}

const mostDelays = 1000;

export function createDelays(): Delays {
  const firstTried = new Map<string, number>();
  return {
    since: (name) => performance.now() - (firstTried.get(name) ?? performance.now()),
    begin(name) {
      if (firstTried.has(name)) return;
      firstTried.set(name, performance.now());
      if (firstTried.size > mostDelays) firstTried.delete(firstTried.keys().next().value ?? name);
    },
    end: (name) => void firstTried.delete(name),
  };
}
