/** Wakes officers who have nobody to call: somebody has come. */
export interface Bell {
  ring(): void;
  /** Resolves when it rings, or after so many milliseconds. */
  wait(mostMs: number): Promise<void>;
}

export function createBell(): Bell {
  const waiting = new Set<() => void>();
  return {
    ring() {
      for (const wake of [...waiting]) wake();
    },
    wait(mostMs) {
      return new Promise((resolve) => {
        const wake = () => {
          clearTimeout(timer);
          waiting.delete(wake);
          resolve();
        };
        const timer = setTimeout(wake, mostMs);
        waiting.add(wake);
      });
    },
  };
}
