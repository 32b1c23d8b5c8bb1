/** What is heard of foreign devices: presses, each done once, and what they say of themselves. */
import { createHash } from 'node:crypto';
import type { Heard } from '../../devices/foreign/family.ts';
import type { Notes } from './book.ts';
import type { Counters } from './counters.ts';
import type { Entry } from './diary.ts';
import type { Known, Makers } from './makers.ts';
import type { PresenceBook } from './presence.ts';
import type { Pressed, Presses } from './presses.ts';
import type { Session } from './sessions.ts';
import type { Device } from './types.ts';

/** A message as the broker got it. */
export interface Message {
  readonly topic: string;
  readonly payload: Buffer;
  readonly retain: boolean;
  readonly qos: number;
  readonly dup: boolean;
  readonly messageId?: number | undefined;
}

export interface Ears {
  /** Submits presses at once. @returns whether all that was pressed is on disk; null: nothing was. */
  hear(known: Known, session: Session, message: Message): Promise<boolean> | null;
}

interface Parts {
  readonly presses: Presses;
  readonly presence: PresenceBook;
  readonly notes: Notes;
  readonly counters: Counters;
  readonly makers: Makers;
  /** The device as it is now. */
  readonly now: (device: Device) => Device;
  /** Its board says what it shows, or has come back. */
  readonly onBoard: (id: string, heard: Extract<Heard, { kind: 'shown' | 'status' }>) => void;
}

type Press = Extract<Heard, { kind: 'press' }>;
const longestMark = 100;

export function createEars(parts: Parts): Ears {
  const { presses, presence, notes, counters, makers } = parts;
  const levels = createLevels();
  const deliveries = createDeliveries();

  /** Null: this press was done already. */
  function keyOf(id: string, { mark, input }: Press): { key: string | null; done(): void } | null {
    if (mark?.kind !== 'counter') return { key: mark && `@once:${digest(mark.text)}`, done: () => {} };
    const name = `${id}/${input}`;
    const count = Number(mark.text);
    const key = counters.keyOf(name, count);
    return key === null ? null : { key: `${key}:${input}`, done: () => counters.done(name, key, count) };
  }

  async function press(known: Known, heard: Press, tell: (verdict: string) => void): Promise<boolean> {
    const device = parts.now(known.device);
    const action = makers.actionOf(device.settings, heard.input, heard.gesture);
    if (!action) return said('unmapped', tell);
    const named = keyOf(device.id, heard);
    if (!named) return said('repeated', tell);
    const { result, recorded }: Pressed = await presses.act(device, action, named.key);
    if (recorded) named.done();
    tell(result.ok ? 'ok' : result.error.code);
    return recorded;
  }

  /** What is no press. @returns the press that a key's change is. */
  function take({ device }: Known, session: Session, heard: Heard): Press | null {
    const { id } = device;
    switch (heard.kind) {
      case 'press':
        return heard;
      case 'level':
        return levels.isPress(session, id, heard.input, heard.down)
          ? { kind: 'press', input: heard.input, gesture: 'single', mark: null }
          : null;
      case 'count':
        counters.stands(`${id}/${heard.input}`, Number(heard.text));
        return null;
      case 'battery':
        notes.charged(id, heard.percent);
        return null;
      case 'status':
        presence.status(id, heard.online);
        parts.onBoard(id, heard);
        return null;
      case 'shown':
        parts.onBoard(id, heard);
        return null;
    }
  }

  return {
    hear(known, session, message) {
      const { id } = known.device;
      const heard = known.family.hear(known.foreign, message);
      const entry = notes.from(id, message.topic, message.payload, heard[0]?.kind ?? 'ignored');
      if (known.via === null) presence.seen(id);
      else presence.heard(id, session.address);
      const pressed = heard.map((one) => take(known, session, one)).filter((one) => one !== null);
      if (pressed.length === 0) return null;
      const tell = teller(notes, id, entry);
      const isMarked = pressed.every(({ mark }) => mark !== null);
      if (!isMarked && deliveries.isAgain(id, message)) {
        tell('repeated');
        return null;
      }
      return Promise.all(pressed.map((one) => press(known, one, tell))).then((recorded) => {
        const all = recorded.every(Boolean);
        if (all) deliveries.add(id, message);
        return all;
      });
    },
  };
}

/** Of several presses in one message, what stood in the way of one is shown. */
function teller(notes: Notes, id: string, entry: Entry): (verdict: string) => void {
  return (verdict) => {
    if (entry.verdict === null || entry.verdict === 'ok') notes.judged(id, entry, 'press', verdict);
  };
}

function said(verdict: string, tell: (verdict: string) => void): boolean {
  tell(verdict);
  return true;
}

const digest = (text: string): string =>
  text.length <= longestMark ? text : createHash('sha256').update(text).digest('base64url');

/** Keys whose state is told: by connection, as what was before it is not known. */
function createLevels() {
  const states = new WeakMap<Session, Map<string, boolean>>();
  const mostKeys = 1000;
  return {
    /** A change from up to down; the first state of a connection is none. */
    isPress(session: Session, id: string, input: string, down: boolean): boolean {
      const known = states.get(session) ?? new Map<string, boolean>();
      states.set(session, known);
      const name = `${id}/${input}`;
      const before = known.get(name);
      if (before !== undefined || known.size < mostKeys) known.set(name, down);
      return down && before === false;
    },
  };
}

/**
 * A press without a mark that was acknowledged, but the acknowledgement was lost, comes again over the next connection,
 * with its number and the flag that says so (section 3.3.1.1).
 */
function createDeliveries() {
  const recent = new Map<string, string[]>();
  const mostRemembered = 50;
  const nameOf = ({ messageId, topic, payload }: Message): string =>
    `${messageId} ${topic} ${digest(payload.toString('latin1'))}`;
  return {
    isAgain: (id: string, message: Message): boolean =>
      message.dup && (recent.get(id)?.includes(nameOf(message)) ?? false),
    add(id: string, message: Message): void {
      if (message.qos === 0) return;
      recent.set(id, [...(recent.get(id) ?? []), nameOf(message)].slice(-mostRemembered));
    },
  };
}
