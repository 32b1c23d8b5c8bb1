/** Reads the bytes of a receipt printer back as the paper that comes out: lines as they look, codes, cuts. Knows only its own subset. */

export interface Run {
  text: string;
  width: number;
  height: number;
  bold: boolean;
  inverse: boolean;
  font: 'A' | 'B';
}
export type Item =
  | { kind: 'line'; align: 'left' | 'center' | 'right'; runs: Run[] }
  | { kind: 'qr'; text: string; size: number; align: 'left' | 'center' | 'right' }
  | { kind: 'cut' };

export interface Decoded {
  items: Item[];
  /** Text of each line, without the spaces around it; empty lines are left out. */
  lines: string[];
  qr: string[];
  cuts: number;
}

const aligns = ['left', 'center', 'right'] as const;
type Look = Omit<Run, 'text'>;

/** Throws at a byte that is no letter and no command of the subset: nothing hostile passes unseen. */
export function decode(bytes: Uint8Array): Decoded {
  const items: Item[] = [];
  let look: Look = { width: 1, height: 1, bold: false, inverse: false, font: 'A' };
  let align: (typeof aligns)[number] = 'left';
  let runs: Run[] = [];
  let qr = { text: '', size: 3 };
  let at = 0;
  const byte = (): number => {
    const next = bytes[at++];
    if (next === undefined) throw new Error('the bytes end in the middle of a command');
    return next;
  };
  const line = (): void => {
    items.push({ kind: 'line', align, runs });
    runs = [];
  };
  const afterEsc: Record<string, () => void> = {
    '@': () => {
      look = { width: 1, height: 1, bold: false, inverse: false, font: 'A' };
      align = 'left';
    },
    a: () => {
      align = aligns[byte() % 48] ?? 'left';
    },
    E: () => {
      look = { ...look, bold: byte() % 2 === 1 };
    },
    M: () => {
      look = { ...look, font: byte() % 48 === 1 ? 'B' : 'A' };
    },
    t: () => {
      if (byte() !== 0) throw new Error('another code page than 437');
    },
  };
  const afterGs: Record<string, () => void> = {
    '!': () => {
      const size = byte();
      look = { ...look, width: (size >> 4) + 1, height: (size & 7) + 1 };
    },
    B: () => {
      look = { ...look, inverse: byte() % 2 === 1 };
    },
    V: () => {
      if (byte() >= 65) byte();
      items.push({ kind: 'cut' });
    },
    '(': () => {
      if (byte() !== 0x6b) throw new Error('GS ( of another kind');
      const length = byte() + 256 * byte();
      const what = Array.from({ length }, byte);
      if (what[0] !== 0x31) throw new Error('a symbol that is no QR code');
      const rest = what.slice(2);
      if (what[1] === 0x43) qr = { ...qr, size: rest[0] ?? 0 };
      if (what[1] === 0x50) qr = { ...qr, text: Buffer.from(rest.slice(1)).toString('latin1') };
      if (what[1] === 0x51) items.push({ kind: 'qr', align, ...qr });
    },
  };
  const command = (of: Record<string, () => void>, name: string): void => {
    const letter = String.fromCharCode(byte());
    const run = of[letter];
    if (!run) throw new Error(`unknown command ${name} ${JSON.stringify(letter)} at ${at - 2}`);
    run();
  };
  while (at < bytes.length) {
    const next = byte();
    if (next === 0x0a) line();
    else if (next === 0x1b) command(afterEsc, 'ESC');
    else if (next === 0x1d) command(afterGs, 'GS');
    else if (next === 0x1c) command({ '.': () => {} }, 'FS');
    else if (next === 0xc4 || (next >= 0x20 && next < 0x7f)) {
      const letter = next === 0xc4 ? '─' : String.fromCharCode(next);
      const last = runs.at(-1);
      if (last && sameLook(last, look)) last.text += letter;
      else runs.push({ text: letter, ...look });
    } else throw new Error(`byte ${next} at ${at - 1} is no letter and no command`);
  }
  if (runs.length > 0) line();
  return {
    items,
    lines: items.flatMap((item) => (item.kind === 'line' ? textOf(item.runs) || [] : [])),
    qr: items.flatMap((item) => (item.kind === 'qr' ? item.text : [])),
    cuts: items.filter(({ kind }) => kind === 'cut').length,
  };
}

const textOf = (runs: readonly Run[]): string =>
  runs
    .map(({ text }) => text)
    .join('')
    .trim();

const sameLook = (run: Run, look: Look): boolean =>
  run.width === look.width &&
  run.height === look.height &&
  run.bold === look.bold &&
  run.inverse === look.inverse &&
  run.font === look.font;

/** How many columns of the usual letters a line takes. */
export const columnsOf = (runs: readonly Run[]): number =>
  runs.reduce((sum, { text, width, font }) => sum + text.length * width * (font === 'B' ? 0.75 : 1), 0);
