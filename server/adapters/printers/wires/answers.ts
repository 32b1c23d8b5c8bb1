/** Bytes that come from a printer, kept until somebody asks for them. */

export interface Answers {
  take(chunk: Uint8Array): void;
  /** Drops what nobody asked for. */
  forget(): void;
  /** Nothing more will come: whoever waits is told so. */
  end(): void;
  next(wanted: (byte: number) => boolean, ms: number): Promise<number | null>;
}

/** A printer that sends without being asked (some report each change) fills no memory. */
const most = 64;

export function createAnswers(): Answers {
  let kept: number[] = [];
  let ended = false;
  let look: () => void = () => {};
  const end = (): void => {
    ended = true;
    look();
  };
  const take = (chunk: Uint8Array): void => {
    kept = [...kept, ...chunk].slice(-most);
    look();
  };
  const next = (wanted: (byte: number) => boolean, ms: number): Promise<number | null> =>
    new Promise((resolve) => {
      const answer = (byte: number | null): void => {
        clearTimeout(timer);
        look = () => {};
        resolve(byte);
      };
      const timer = setTimeout(() => answer(null), ms);
      look = () => {
        const at = kept.findIndex(wanted);
        if (at < 0) return ended ? answer(null) : undefined;
        const byte = kept[at] ?? null;
        kept = kept.slice(at + 1);
        answer(byte);
      };
      look();
    });
  const forget = (): void => {
    kept = [];
  };
  return { take, forget, end, next };
}
