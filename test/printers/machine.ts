/** The inside of a receipt printer, at the byte: takes what comes, answers questions, prints as long as it can. */

/** How it is now. Each of them may be changed while it works. */
export interface Mood {
  paper: 'enough' | 'near-end' | 'out';
  cover: 'shut' | 'open';
  /** Switched to offline at its own key, or fed by hand. */
  offline: boolean;
  /** The cutter is jammed. */
  error: boolean;
  /** Answers nothing at all, like many cheap ones; it prints. */
  silent: boolean;
  /** Answers `DLE EOT`, but not `GS r`: it never says that it has come to the end. */
  endless: boolean;
  /** Does not hang up when the other end did. */
  clings: boolean;
  /** Holds what came in its memory and does not print it yet. */
  busy: boolean;
  /** The paper ends after so many more bytes. */
  outAfter: number;
  /** The power goes after so many more bytes. */
  breaksAfter: number;
}

export interface Machine {
  readonly mood: Readonly<Mood>;
  /** Also looks at what still waits in its memory: paper put in again lets it print the rest. */
  set(mood: Partial<Mood>): void;
  /** @param answer sends back on the line that the bytes came from */
  take(bytes: Uint8Array, answer: (byte: number) => void): void;
  /** All that was printed, byte by byte. */
  readonly printed: Uint8Array;
  /** In its memory, not on paper yet. */
  readonly waiting: number;
  /** Questions it was asked: `DLE EOT`. */
  readonly asked: number;
  /** Switched off: its memory is lost. */
  forget(): void;
}

const usual: Mood = {
  paper: 'enough',
  cover: 'shut',
  offline: false,
  error: false,
  silent: false,
  endless: false,
  clings: false,
  busy: false,
  outAfter: Number.POSITIVE_INFINITY,
  breaksAfter: Number.POSITIVE_INFINITY,
};

/** @param powerCut the machine is dead in the middle of a paper; @param seen something was printed, asked or changed */
export function createMachine(powerCut: () => void, seen: () => void = () => {}): Machine {
  const mood = { ...usual };
  const printed: number[] = [];
  let memory: { byte: number; answer: (byte: number) => void }[] = [];
  let begun: number[] = [];
  let asked = 0;

  const canPrint = (): boolean =>
    mood.paper !== 'out' && mood.cover === 'shut' && !mood.offline && !mood.error && !mood.busy;

  /** `GS r 1` is no letter: it is answered in its turn, when all before it is on paper. */
  function print(): void {
    while (canPrint() && memory.length > 0) {
      const [first, second, third] = memory;
      if (first?.byte === 0x1d && second === undefined) return;
      if (first?.byte === 0x1d && second?.byte === 0x72) {
        if (!third) return;
        memory = memory.slice(3);
        if (!mood.silent && !mood.endless) third.answer(mood.paper === 'near-end' ? 0x03 : 0x00);
        continue;
      }
      memory = memory.slice(1);
      printed.push(first?.byte ?? 0);
      mood.outAfter -= 1;
      if (mood.outAfter <= 0) Object.assign(mood, { paper: 'out', outAfter: Number.POSITIVE_INFINITY });
    }
  }

  /** Real time: taken out of the stream as it arrives, whatever waits before it. */
  function arrive(byte: number, answer: (byte: number) => void): void {
    begun.push(byte);
    const [first, second, third] = begun;
    if (first === 0x10 && (second === undefined || (second === 0x04 && third === undefined))) return;
    if (first === 0x10 && second === 0x04 && third !== undefined) {
      asked += 1;
      if (!mood.silent) answer(statusOf(mood, third));
    } else for (const letter of begun) remember(letter, answer);
    begun = [];
  }

  function remember(byte: number, answer: (byte: number) => void): void {
    if (mood.breaksAfter <= 0) return;
    memory.push({ byte, answer });
    mood.breaksAfter -= 1;
    if (mood.breaksAfter > 0) return;
    print();
    powerCut();
  }

  return {
    mood,
    set(change) {
      Object.assign(mood, change);
      print();
      seen();
    },
    take(bytes, answer) {
      for (const byte of bytes) arrive(byte, answer);
      print();
      seen();
    },
    get printed() {
      return Uint8Array.from(printed);
    },
    get waiting() {
      return memory.length;
    },
    get asked() {
      return asked;
    },
    forget() {
      memory = [];
      begun = [];
      mood.breaksAfter = Number.POSITIVE_INFINITY;
    },
  };
}

/** Answers to `DLE EOT n`, as Epson's reference has them: bits 1 and 4 are always set, 0 and 7 never. */
function statusOf({ paper, cover, offline, error }: Mood, question: number): number {
  const away = offline || error || cover === 'open' || paper === 'out';
  switch (question) {
    case 1:
      return away ? 0x1a : 0x12;
    case 2:
      return 0x12 | (cover === 'open' ? 0x04 : 0) | (paper === 'out' ? 0x20 : 0) | (error ? 0x40 : 0);
    case 3:
      return error ? 0x1a : 0x12;
    default:
      return 0x12 | (paper === 'enough' ? 0 : 0x0c) | (paper === 'out' ? 0x60 : 0);
  }
}
