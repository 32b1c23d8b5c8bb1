/** What the bridge says to a Q1 device next: answers first, then one command at a time until it is acknowledged (Q-ACK). */
import { fitText } from '../../server/contract/board-text.ts';
import type { Wanted } from '../line.ts';
import {
  and,
  askAgainMs,
  askAwayMs,
  away,
  type Device,
  type Step,
  step,
  type Tell,
  type UnderWay,
  wrong,
} from './device.ts';
import { type Frame, frameText } from './frame.ts';

export interface Said extends Step {
  /** Null: there is nothing to say now. */
  readonly frame: Frame | null;
  /** Whether the box answers to it. */
  readonly answered: boolean;
}

const silent = (device: Device, ...tells: readonly Tell[]): Said => ({
  ...{ device, tells, frame: null, answered: false },
});

/** One frame, or none. It is asked again until there is none, or until the wire is taken. */
export function say(device: Device, now: number): Said {
  if (!device.open) return silent(device);
  const [answer, ...answers] = device.answers;
  if (answer !== undefined) return { ...step({ ...device, answers }), frame: answer, answered: false };
  if (device.under !== null)
    return now < device.under.nextAt ? silent(device) : again(device, device.under, now);
  if (now >= device.askAt) return askWho(device, now);
  return device.up ? command(device, now) : silent(device);
}

/** When there will be something to say, as far as is known. */
export function saysAt(device: Device): number {
  if (!device.open) return Number.POSITIVE_INFINITY;
  if (device.answers.length > 0) return 0;
  if (device.under !== null) return device.under.nextAt;
  const command = device.up && (device.identify || (device.wanted !== null && !device.painted));
  return command ? 0 : device.askAt;
}

/** Q-QUIET: asked twice without a word, it is away, and is asked more seldom. */
function askWho(device: Device, now: number): Said {
  const gone = device.up && device.asks >= 2;
  const first = gone ? away(device, now) : step(device);
  const { device: asked, tells } = and(first, ({ asks, up, ...rest }) =>
    step({
      ...{ ...rest, up, asks: asks + 1, askedAt: now },
      askAt: now + (up || asks < 3 ? askAgainMs : askAwayMs),
    }),
  );
  const frame = { address: device.address, seq: 0, type: 'HI?', fields: [] };
  return { device: asked, tells, frame, answered: true };
}

/** Q-ACK: the same bytes again; a newer text takes the place of one that was not acknowledged. After the last try, away. */
function again(device: Device, under: UnderWay, now: number): Said {
  const wait = device.waits[under.tries];
  if (wait === undefined) {
    const { device: gone, tells } = away(device, now);
    return silent(gone, wrong(`${under.frame.type} was not acknowledged`), ...tells);
  }
  const stale = under.what === 'show' && under.wanted !== device.wanted?.wanted;
  if (stale) return command({ ...device, under: null }, now, under.tries);
  const next: UnderWay = { ...under, tries: under.tries + 1, nextAt: now + wait };
  return { ...step({ ...device, under: next }), frame: under.frame, answered: true };
}

function command(device: Device, now: number, tries = 0): Said {
  const { wanted, painted } = device;
  if (wanted !== null && !painted) return paint(device, wanted.wanted, now - wanted.since, now, tries);
  if (!device.identify) return silent(device);
  const seq = nextSeq(device);
  const frame = { address: device.address, seq, type: 'ID', fields: [] };
  return send(
    { ...device, identify: false },
    { what: 'identify', wanted: null, text: '', frame },
    now,
    tries,
  );
}

function paint(device: Device, wanted: Wanted, ageMs: number, now: number, tries: number): Said {
  const text = device.board === null ? wanted.text : fitText(wanted.text, device.board);
  const { type, fields } = board(text, wanted, ageMs);
  const frame = { address: device.address, seq: nextSeq(device), type, fields };
  if (frameText(frame) === undefined) {
    const cannot: Tell = { kind: 'shown', rev: wanted.rev, text, ok: false };
    return silent({ ...device, painted: true }, cannot, wrong('a text is too long for a frame'));
  }
  return send(device, { what: 'show', wanted, text, frame }, now, tries);
}

type Command = Pick<UnderWay, 'what' | 'wanted' | 'text' | 'frame'>;

function send(device: Device, sent: Command, now: number, tries: number): Said {
  const under = { ...sent, tries: tries + 1, nextAt: now + (device.waits[tries] ?? 1000) };
  return { ...step({ ...device, under, seq: sent.frame.seq }), frame: sent.frame, answered: true };
}

function board(
  text: string,
  { counter, blinkMs, blinkForMs }: Wanted,
  ageMs: number,
): Pick<Frame, 'type' | 'fields'> {
  if (text.trim() === '') return { type: 'CLR', fields: [] };
  const left = blinkForMs - ageMs;
  // Painted anew after the call has stopped blinking, it stands still.
  const blinks = blinkMs > 0 && left > 0 ? Math.min(99, Math.max(1, Math.round(left / (2 * blinkMs)))) : 0;
  return { type: 'SHOW', fields: [text, String(counter), blinks === 0 ? 'S' : `B${blinks}`] };
}

/** 1 to 65535. Never the number of the press that is being answered, whose echo it could be taken for. */
function nextSeq({ seq, press }: Device): number {
  const next = (seq % 65_535) + 1;
  return next === press?.seq ? (next % 65_535) + 1 : next;
}
