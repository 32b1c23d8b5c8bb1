/** Q-BUS: several Q1 boxes on one RS-485 pair. One thing on the wire at a time; each box speaks in its turn, and only then. */
import type { Device } from './device.ts';
import { away } from './device.ts';
import { type Frame, frameText } from './frame.ts';
import { type DeviceInput, happen, type Output, telling } from './input.ts';
import { say } from './say.ts';

/** A box's place in the round. */
interface Seat {
  readonly device: Device;
  /** When its next turn is due. */
  readonly turnAt: number;
  /** Turns in a row without an answer. */
  readonly missed: number;
}

/** Whose turn it is: until a frame of that box has come, or none comes any more. */
interface Turn {
  readonly address: number;
  readonly until: number;
  /** At the latest, though bytes go on coming. */
  readonly last: number;
  /** Our own frames of this turn: some adapters hear themselves. */
  readonly echoes: readonly string[];
}

export interface Bus {
  readonly seats: ReadonlyMap<number, Seat>;
  readonly turn: Turn | null;
  /** The wire is quiet before it is taken again. */
  readonly freeAt: number;
  readonly byteMs: number;
}

export type BusInput =
  | { readonly kind: 'opened' | 'closed' | 'tick' }
  /** Something came in, whatever it is. */
  | { readonly kind: 'bytes' }
  | { readonly kind: 'device'; readonly address: number; readonly input: DeviceInput };

export interface BusStep {
  readonly bus: Bus;
  readonly outputs: readonly Output[];
}

const roundMs = 100;
const seldomMs = 5000;
/** A box begins to answer within this time; USB adapters alone take up to 16 ms. */
const answerMs = 50;
/** Between two bytes of one frame. */
const pauseMs = 25;
/** The driver of the side that has spoken lets the pair go. */
const turnAroundMs = 3;
/** A longest frame with its end. */
const frameBytes = 122;
const awayAfter = 4;

export function createBus(devices: readonly Device[], baud: number): Bus {
  const seats = devices.map((device) => [device.address, { device, turnAt: 0, missed: 0 }] as const);
  return { seats: new Map(seats), turn: null, freeAt: 0, byteMs: 10_000 / baud };
}

export function busStep(bus: Bus, input: BusInput, now: number): BusStep {
  const first = taken(bus, input, now);
  const second = ended(first.bus, now);
  const third = second.bus.turn === null && now >= second.bus.freeAt ? nextTurn(second.bus, now) : second;
  return {
    bus: third.bus,
    outputs: [...first.outputs, ...second.outputs, ...(third === second ? [] : third.outputs)],
  };
}

export function busWakesAt({ turn, seats, freeAt }: Bus): number {
  if (turn !== null) return turn.until;
  const due = [...seats.values()].filter(({ device }) => device.open).map(({ turnAt }) => turnAt);
  return Math.max(freeAt, Math.min(...due));
}

function taken(bus: Bus, input: BusInput, now: number): BusStep {
  if (input.kind === 'device') return toDevice(bus, input.address, input.input, now);
  if (input.kind === 'bytes') {
    const turn = bus.turn && {
      ...bus.turn,
      until: Math.min(bus.turn.last, Math.max(bus.turn.until, now + pauseMs)),
    };
    return { bus: { ...bus, turn }, outputs: [] };
  }
  if (input.kind === 'tick') return { bus, outputs: [] };
  let next: BusStep = { bus: { ...bus, turn: null, freeAt: now }, outputs: [] };
  for (const address of bus.seats.keys()) {
    const { bus: after, outputs } = toDevice(next.bus, address, input, now);
    next = { bus: seat(after, address, { turnAt: now, missed: 0 }), outputs: [...next.outputs, ...outputs] };
  }
  return next;
}

function toDevice(bus: Bus, address: number, input: DeviceInput, now: number): BusStep {
  const at = bus.seats.get(address);
  if (at === undefined || isEcho(bus, input)) return { bus, outputs: [] };
  const { device, tells } = happen(at.device, input, now, true);
  const outputs = telling(address, tells);
  if (input.kind !== 'heard' || input.heard.kind !== 'frame')
    return { bus: seat(bus, address, { device }), outputs };
  // It has spoken: its turn is over, and it is asked in every round again.
  const turnAt = at.missed > 0 ? now : at.turnAt;
  const heard = seat(bus, address, { device, turnAt, missed: 0 });
  const over = bus.turn?.address === address;
  return { bus: over ? { ...heard, turn: null, freeAt: now + turnAroundMs } : heard, outputs };
}

const isEcho = ({ turn }: Bus, input: DeviceInput): boolean =>
  input.kind === 'heard' && input.heard.kind === 'frame' && turn?.echoes.includes(input.heard.text) === true;

/** Nothing came in time: it is asked again later, and more seldom each time, so that it does not slow down the others. */
function ended(bus: Bus, now: number): BusStep {
  const { turn } = bus;
  if (turn === null || now < turn.until) return { bus, outputs: [] };
  const at = bus.seats.get(turn.address);
  const next: Bus = { ...bus, turn: null, freeAt: now + turnAroundMs };
  if (at === undefined) return { bus: next, outputs: [] };
  const missed = at.missed + 1;
  const turnAt = now + Math.min(seldomMs, roundMs * 2 ** (missed - 1));
  const { device, tells } = missed === awayAfter ? away(at.device, now) : { device: at.device, tells: [] };
  return { bus: seat(next, turn.address, { device, turnAt, missed }), outputs: telling(turn.address, tells) };
}

/** The one that has waited longest: an answer goes first, then a command or `POLL`, to which it answers in its turn. */
function nextTurn(bus: Bus, now: number): BusStep {
  const due = [...bus.seats].filter(([, { device, turnAt }]) => device.open && turnAt <= now);
  const [first] = due.sort(([, one], [, other]) => one.turnAt - other.turnAt);
  if (first === undefined) return { bus, outputs: [] };
  const [address, at] = first;
  const outputs: Output[] = [];
  const sent: Frame[] = [];
  let { device } = at;
  for (;;) {
    // A box that answers only to `POLL` would never be heard if it were asked nothing but who it is.
    const said = !device.up && at.missed % 2 === 1 ? null : say(device, now);
    device = said?.device ?? device;
    outputs.push(...telling(address, said?.tells ?? []));
    const frame = said?.frame ?? { address, seq: 0, type: 'POLL', fields: [] };
    outputs.push({ kind: 'send', address, frame });
    sent.push(frame);
    if (said?.frame == null || said.answered) break;
  }
  return {
    bus: { ...seat(bus, address, { device, turnAt: now + roundMs }), turn: turnOf(bus, address, sent, now) },
    outputs,
  };
}

function turnOf({ byteMs }: Bus, address: number, sent: readonly Frame[], now: number): Turn {
  const echoes = sent.map((frame) => frameText(frame) ?? '');
  const onWire = echoes.reduce((sum, { length }) => sum + length + 2, 0) * byteMs;
  const until = now + onWire + answerMs;
  return { address, until, last: until + frameBytes * byteMs + pauseMs, echoes };
}

function seat(bus: Bus, address: number, change: Partial<Seat>): Bus {
  const at = bus.seats.get(address);
  if (at === undefined) return bus;
  return { ...bus, seats: new Map(bus.seats).set(address, { ...at, ...change }) };
}
