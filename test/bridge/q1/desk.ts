/** A Q1 line between simulated boxes and a hub that keeps what it was told: wires that can be spoilt, and a clock by hand. */
import type { HubEnd, Line, PressAnswer, Wanted } from '../../../counter-firmware-bridge/line.ts';
import { makeQ1Line } from '../../../counter-firmware-bridge/q1/line.ts';
import type { SerialLine } from '../../../server/contract/office.ts';
import { type Box, type BoxParts, createBox } from './box.ts';
import { type Clock, createClock } from './clock.ts';

/** The hub as one device knows it. */
export interface FakeHub {
  readonly end: HubEnd;
  /** What was asked, each time. */
  readonly asked: { key: string; arg: string | null; seq: number; boot: string; ageMs: number }[];
  /** What was done, once by name. */
  readonly done: string[];
  readonly statuses: boolean[];
  readonly infos: { model: string; fw: string; boot: string; caps: Record<string, unknown> }[];
  readonly shown: { rev: number; text: string; ok: boolean }[];
  readonly temperatures: object[];
  readonly notes: string[];
  /** How the next presses end; without one, each calls the next number. */
  answer: PressAnswer | null;
  /** Not reached. */
  away: boolean;
  /** How long it takes. */
  takesMs: number;
}

export function createHub(clock: Clock): FakeHub {
  const answers = new Map<string, PressAnswer>();
  const hub: FakeHub = {
    ...{ asked: [], done: [], statuses: [], infos: [], shown: [], temperatures: [], notes: [] },
    ...{ answer: null, away: false, takesMs: 5 },
    end: {
      press: (press) =>
        new Promise((resolve) => {
          hub.asked.push(press);
          clock.later(hub.takesMs, () => resolve(decide(press)));
        }),
      status: (online) => void hub.statuses.push(online),
      info: (info) => void hub.infos.push(info),
      shown: (state) => void hub.shown.push(state),
      temperature: (reading) => void hub.temperatures.push(reading),
      note: (way, text) => void hub.notes.push(`${way} ${text}`),
    },
  };

  /** The contract's own rule: the same (boot, seq) is answered again and not done again. */
  function decide({ boot, seq }: { boot: string; seq: number }): PressAnswer {
    if (hub.away) return { kind: 'not-now' };
    const name = `${boot} ${seq}`;
    const known = answers.get(name);
    if (known !== undefined) return known;
    const answer = hub.answer ?? { kind: 'ok', ticket: `A-${String(hub.done.length + 1).padStart(3, '0')}` };
    if (answer.kind !== 'not-now') answers.set(name, answer);
    if (answer.kind === 'ok') hub.done.push(name);
    return answer;
  }
  return hub;
}

/** What a wire does to a chunk: what arrives, in order; null: nothing. */
export type Spoil = (chunk: Buffer) => readonly { bytes: Buffer; afterMs: number }[];
const clean: Spoil = (bytes) => [{ bytes, afterMs: 1 }];

export interface Desk {
  readonly clock: Clock;
  readonly boxes: readonly Box[];
  readonly hubs: readonly FakeHub[];
  readonly line: Line;
  /** The one box and its hub, where there is but one. */
  readonly box: Box;
  readonly hub: FakeHub;
  /** Everything that the bridge wrote, as text. */
  readonly written: string[];
  spoil: { toBox: Spoil; toBridge: Spoil };
  cable(plugged: boolean): void;
  /** The bridge is started anew, and knows nothing; its port is open. */
  restartBridge(): void;
  /** Bytes from nobody. */
  noise(bytes: string | Uint8Array): void;
}

interface DeskParts extends Partial<Pick<BoxParts, 'mode' | 'pressLastsMs'>> {
  readonly addresses?: readonly number[];
  readonly line?: Partial<SerialLine>;
  readonly board?: SerialLine['devices'][number]['board'];
  /** Boxes that are on the list and not on the wire. */
  readonly absent?: readonly number[];
}

export const wanted = (rev: number, text: string, blinks = true): Wanted => ({
  ...{ rev, text, counter: 3 },
  ...(blinks ? { blinkMs: 500, blinkForMs: 6000 } : { blinkMs: 0, blinkForMs: 0 }),
});

export function createDesk({
  addresses = [3],
  mode = 'p2p',
  board,
  absent = [],
  ...rest
}: DeskParts = {}): Desk {
  const clock = createClock();
  const hubs = [...addresses, ...absent].map(() => createHub(clock));
  const devices = [...addresses, ...absent].map((address) => ({
    ...{ address, id: `ser-${address}` },
    ...(board === undefined ? {} : { board }),
  }));
  const baud = mode === 'bus' ? 19_200 : 115_200;
  const settings: SerialLine = { port: '/dev/none', protocol: 'q1', mode, baud, devices, ...rest.line };
  let plugged = false;
  let generation = 0;
  let line = newLine();

  const written: string[] = [];
  const boxes = addresses.map((address) =>
    createBox({
      ...{
        address,
        id: `ser-${address}`,
        boot: `F0${String(address).padStart(2, '0')}`,
        mode,
        now: clock.now,
        later: clock.later,
      },
      ...(rest.pressLastsMs === undefined ? {} : { pressLastsMs: rest.pressLastsMs }),
      write(bytes) {
        if (plugged) carry('bridge', desk.spoil.toBridge(Buffer.from(bytes)), (piece) => line.bytes(piece));
      },
    }),
  );

  function newLine(): Line {
    generation += 1;
    const own = generation;
    return makeQ1Line(settings, {
      write(bytes) {
        if (own !== generation || !plugged) return;
        written.push(Buffer.from(bytes).toString('latin1').trimEnd());
        carry('box', desk.spoil.toBox(Buffer.from(bytes)), (piece) => {
          for (const box of boxes) box.feed(piece);
        });
      },
      now: clock.now,
      later: clock.later,
      hub: new Map(devices.map(({ id }, place) => [id, (hubs[place] as FakeHub).end])),
      log: () => {},
    });
  }

  /** A wire keeps the order; what was under way when the cable is pulled is lost. */
  const busyUntil = { box: 0, bridge: 0 };
  function carry(to: 'box' | 'bridge', pieces: ReturnType<Spoil>, arrive: (piece: Buffer) => void): void {
    for (const { bytes, afterMs } of pieces) {
      busyUntil[to] = Math.max(busyUntil[to], clock.now() + afterMs);
      const own = generation;
      clock.later(busyUntil[to] - clock.now(), () => {
        if (plugged && own === generation) arrive(bytes);
      });
    }
  }

  const desk: Desk = {
    ...{ clock, boxes, hubs, written, spoil: { toBox: clean, toBridge: clean } },
    box: boxes[0] as Box,
    hub: hubs[0] as FakeHub,
    get line() {
      return line;
    },
    cable(now) {
      if (now === plugged) return;
      plugged = now;
      if (now) line.opened();
      else line.closed();
    },
    restartBridge() {
      line.stop();
      line = newLine();
      plugged = true;
      line.opened();
    },
    noise: (bytes) => line.bytes(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes),
  };
  return desk;
}
