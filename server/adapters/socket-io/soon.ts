/** What changes faster than anybody can read is told a few times a second. */

export interface Soon {
  ask(name: string): void;
  close(): void;
}

const waitMs = 120;

/** @param tell called once for each name that was asked for since the last time */
export function createSoon(tell: (name: string) => void): Soon {
  const asked = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | null = null;

  function tellAll(): void {
    timer = null;
    const names = [...asked];
    asked.clear();
    for (const name of names) tell(name);
  }

  return {
    ask(name) {
      asked.add(name);
      timer ??= setTimeout(tellAll, waitMs);
    },
    close() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
    },
  };
}
