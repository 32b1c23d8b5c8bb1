/**
 * A simulated Q1 box, at the byte: keys, a board, a boot id of chance, and the box's side of every rule of Q1.md. It is written
 * from Q1.md alone and shares no code with the bridge.
 */
import { type BoxFrame, frameText, readFrame } from './box-frame.ts';

/** How a press ended at the box. `waiting`: not yet. `not-sent`: given up after ten seconds, or with the power. */
export interface BoxPress {
  readonly key: string;
  readonly arg: string | null;
  readonly seq: number;
  readonly boot: string;
  readonly at: number;
  state: 'waiting' | 'ok' | 'refused' | 'not-sent';
  /** What came with it: `A-013`, `NO,nobody-waiting`, `OLD`. */
  answer: string | null;
  /** How often it went out. */
  sent: number;
}

export interface BoxParts {
  readonly address: number;
  readonly id: string;
  /** Of the first start; each later one has a new one unless it is given. */
  readonly boot?: string;
  readonly write: (bytes: Uint8Array) => void;
  readonly mode?: 'p2p' | 'bus';
  readonly model?: string;
  readonly caps?: string;
  /** How long a press is tried: 10 s. */
  readonly pressLastsMs?: number;
  readonly now?: () => number;
  /** @returns takes it back */
  readonly later?: (ms: number, work: () => void) => () => void;
}

export interface Box {
  feed(chunk: Uint8Array): void;
  /** As in Q1: `NEXT`, `CALL` with `A-012`. At most four wait; one more is lost at once, as `not-sent`. */
  press(key: string, arg?: string): BoxPress;
  measure(object: string, ambient: string): void;
  powerOff(): void;
  powerOn(boot?: string): void;
  /** A frame of the box's own making, for what no box of ours would say. */
  say(type: string, fields: readonly string[], seq?: number): void;
  readonly boot: string;
  /** What the board shows; empty: dark. */
  readonly shown: string;
  /** `S`, `B6`, `F`; empty after `CLR`. */
  readonly shownMode: string;
  /** How often the board was told what to show, and how often the box was to show itself. */
  readonly painted: number;
  readonly identified: number;
  readonly presses: readonly BoxPress[];
  /** Whole frames in the order in which they came and went, as text. */
  readonly heard: readonly string[];
  readonly said: readonly string[];
  /** What goes out, or comes in, changed or dropped (null). Without one, all passes. */
  spoil(way: 'out' | 'in', change: ((text: string) => string | null) | null): void;
  /** The next number, as after a long time. */
  skipTo(seq: number): void;
  /** Refuses the board's next texts with these codes: `BUSY`, `ARG`. */
  refuse(...codes: string[]): void;
}

interface Pending {
  readonly seq: number;
  readonly type: string;
  readonly fields: readonly string[];
  readonly press: BoxPress | null;
}

const waits = [250, 500, 1000];
const most = 4;
const hex = (): string =>
  Math.floor(Math.random() * 65_536)
    .toString(16)
    .toUpperCase()
    .padStart(4, '0');
const timer = (ms: number, work: () => void): (() => void) => {
  const handle = setTimeout(work, ms);
  return () => clearTimeout(handle);
};

export function createBox(parts: BoxParts): Box {
  const { address, id, write, mode = 'p2p', pressLastsMs = 10_000 } = parts;
  const now = parts.now ?? (() => performance.now());
  const later = parts.later ?? timer;
  const presses: BoxPress[] = [];
  const heard: string[] = [];
  const said: string[] = [];
  const refusals: string[] = [];
  const spoiled = { in: null, out: null } as Record<'in' | 'out', ((text: string) => string | null) | null>;
  let on = false;
  let boot = '';
  let seq = 0;
  let line = '';
  let queue: Pending[] = [];
  let tries = 0;
  let notBefore = 0;
  let cancel = (): void => {};
  let cancelLife = (): void => {};
  let last: { seq: number; answer: readonly [string, ...string[]] } | null = null;
  let board = { text: '', mode: '', painted: 0, identified: 0 };

  function put(type: string, fields: readonly string[], number: number): void {
    if (!on) return;
    const text = frameText({ address, seq: number, type, fields });
    const changed = spoiled.out === null ? text : spoiled.out(text);
    said.push(text);
    if (changed !== null) write(Buffer.from(`${changed}\r\n`, 'latin1'));
  }

  function number(): number {
    seq += 1;
    if (seq <= 65_535) return seq;
    // The names of the presses would begin again: a new boot id makes them others.
    seq = 1;
    boot = hex();
    queue.unshift({ seq, type: 'HI', fields: hello(), press: null });
    begin();
    seq += 1;
    return seq;
  }

  const hello = (): string[] => [id, parts.model ?? 'qbtn', '0.1.0', boot, parts.caps ?? 'KEY4;LED6'];

  function enqueue(type: string, fields: readonly string[], press: BoxPress | null, first = false): void {
    const pending = { seq: press?.seq ?? number(), type, fields, press };
    if (first) queue.unshift(pending);
    else queue.push(pending);
    if (first || queue.length === 1) begin();
  }

  /** Q-ACK: one under way at a time; Q-BUS: and only when spoken to. */
  function begin(): void {
    cancel();
    tries = 0;
    notBefore = 0;
    if (mode === 'p2p') transmit();
  }

  function transmit(): void {
    const [first] = queue;
    if (first === undefined || !on) return;
    if (first.press !== null) first.press.sent += 1;
    put(first.type, first.fields, first.seq);
    if (mode === 'bus') return;
    const wait = waits[tries] ?? 1000;
    tries += 1;
    cancel();
    cancel = later(wait, transmit);
  }

  function finish(): void {
    queue.shift();
    begin();
  }

  /** Q-LATE: each press has ten seconds of its own. */
  function watchLives(): void {
    cancelLife();
    const born = queue.flatMap(({ press }) => (press === null ? [] : [press.at]));
    if (born.length === 0) return;
    cancelLife = later(Math.max(0, Math.min(...born) + pressLastsMs - now()), () => {
      const wasFirst = queue[0];
      for (const { press } of queue) if (press && now() - press.at >= pressLastsMs) press.state = 'not-sent';
      queue = queue.filter(({ press }) => press?.state !== 'not-sent');
      if (queue[0] !== wasFirst) begin();
      watchLives();
    });
  }

  function takeLine(text: string): void {
    const changed = spoiled.in === null ? text : spoiled.in(text);
    const frame = changed === null ? undefined : readFrame(changed);
    if (changed === null) return;
    if (frame === undefined) damaged(changed);
    else if (frame.address === address || frame.address === 0) {
      heard.push(changed);
      obey(frame);
    }
  }

  /** Q-NAK: point to point, and only where the number could be read. */
  function damaged(text: string): void {
    const [, to, its] = /^\$Q1,(\d\d),(\d{1,5}),/.exec(text) ?? [];
    if (mode === 'p2p' && Number(to) === address && Number(its) > 0) put('NAK', ['CRC'], Number(its));
  }

  function obey(frame: BoxFrame): void {
    // To everybody: it is done, and nobody answers.
    if (frame.address === 0) perform(frame);
    else if (frame.type === 'ACK' || frame.type === 'NAK') acknowledged(frame);
    else if (frame.type === 'POLL') polled();
    else if (frame.type === 'HI?') greet();
    else if (frame.seq === 0) perform(frame);
    else answer(frame);
  }

  /** Q-ONCE: the same number again is answered again, and nothing else; only what was not done now is done later. */
  function answer(frame: BoxFrame): void {
    const given = last?.seq === frame.seq ? last.answer : perform(frame);
    last = given[1] === 'BUSY' ? null : { seq: frame.seq, answer: given };
    put(given[0], given.slice(1), frame.seq);
  }

  function greet(): void {
    last = null;
    if (queue[0]?.type !== 'HI') enqueue('HI', hello(), null, true);
    else if (mode === 'p2p') begin();
    if (mode === 'bus') transmit();
  }

  function polled(): void {
    if (queue.length === 0 || now() < notBefore) put('IDLE', [], 0);
    else transmit();
  }

  function perform({ type, fields }: BoxFrame): [string, ...string[]] {
    const [text = '', , how = 'S'] = fields;
    if (type === 'SHOW' || type === 'CLR') {
      const code = refusals.shift();
      if (code !== undefined) return ['NAK', code];
      const shown = type === 'SHOW' ? { text, mode: how } : { text: '', mode: '' };
      board = { ...board, ...shown, painted: board.painted + 1 };
      return ['ACK', 'OK'];
    }
    if (type === 'ID') board.identified += 1;
    return ['BRT', 'BEEP', 'LED', 'ID'].includes(type) ? ['ACK', 'OK'] : ['NAK', 'TYPE'];
  }

  function acknowledged({ type, seq: its, fields }: BoxFrame): void {
    const [first] = queue;
    if (first === undefined || first.seq !== its) return;
    if (type === 'NAK' && fields[0] === 'BUSY') {
      // Not now: the same frame in a second, as long as the press lives.
      cancel();
      notBefore = now() + 1000;
      if (mode === 'p2p') cancel = later(1000, transmit);
      return;
    }
    if (type === 'NAK' && fields[0] === 'CRC') {
      if (mode === 'p2p') transmit();
      return;
    }
    if (first.press !== null) {
      first.press.state = type === 'ACK' ? 'ok' : 'refused';
      first.press.answer = fields.slice(type === 'ACK' ? 1 : 0).join(',') || null;
    }
    finish();
  }

  function feed(chunk: Uint8Array): void {
    if (!on) return;
    for (const sign of Buffer.from(chunk).toString('latin1')) {
      if (sign === '$') line = '$';
      else if (sign === '\r' || sign === '\n') {
        const whole = line;
        line = '';
        if (whole !== '') takeLine(whole);
      } else if (line !== '') line = line.length < 120 ? line + sign : '';
    }
  }

  function powerOff(): void {
    on = false;
    cancel();
    cancelLife();
    for (const press of presses) if (press.state === 'waiting') press.state = 'not-sent';
    queue = [];
    line = '';
    last = null;
    board = { ...board, text: '', mode: '' };
  }

  function powerOn(as = hex()): void {
    on = true;
    boot = as;
    seq = 0;
    enqueue('HI', hello(), null);
  }

  function press(key: string, arg?: string): BoxPress {
    const waiting = queue.filter((pending) => pending.press !== null).length;
    const refused = !on || waiting >= most;
    const of = { key, arg: arg ?? null, seq: refused ? 0 : number(), boot, at: now(), answer: null, sent: 0 };
    const made: BoxPress = { ...of, state: refused ? 'not-sent' : 'waiting' };
    presses.push(made);
    if (!refused) enqueue('KEY', arg === undefined ? [key] : [key, arg], made);
    watchLives();
    return made;
  }

  powerOn(parts.boot);
  return {
    ...{ feed, press, powerOff, powerOn, presses, heard, said },
    measure: (object, ambient) => enqueue('TMP', [object, ambient, 'C', 'O'], null),
    say: (type, fields, its = 0) => put(type, fields, its),
    spoil: (way, change) => {
      spoiled[way] = change;
    },
    skipTo: (next) => {
      seq = next - 1;
    },
    refuse: (...codes) => void refusals.push(...codes),
    get boot() {
      return boot;
    },
    get shown() {
      return board.text;
    },
    get shownMode() {
      return board.mode;
    },
    get painted() {
      return board.painted;
    },
    get identified() {
      return board.identified;
    },
  };
}
