/** What a frame of a Q1 box means (Q1.md: messages and rules), the same point to point and on a bus. */
import { type Device, reply, type Step, step, type Tell, wrong } from './device.ts';
import type { Damage, Frame } from './frame.ts';
import { pressed } from './presses.ts';

/** What only a bridge says: our own words, come back over the wire. */
const bridgeTypes = new Set(['HI?', 'SHOW', 'CLR', 'BRT', 'BEEP', 'LED', 'ID', 'POLL']);
const busyMs = 1000;

export function hear(device: Device, frame: Frame, now: number): Step {
  if (bridgeTypes.has(frame.type)) return step(device, wrong(`${frame.type} came back: an echo on the line`));
  // Q-UP: any valid frame brings the link up.
  const online: Tell[] = device.up ? [] : [{ kind: 'status', online: true }];
  const { device: next, tells } = meant(present(device, now), frame, now);
  return { device: next, tells: [...online, ...tells] };
}

/** Where it is not known who it is, it goes on being asked. */
function present(device: Device, now: number): Device {
  const askAt = device.boot === null ? device.askAt : now + device.quietMs;
  return { ...device, up: true, askAt, asks: 0 };
}

function meant(device: Device, frame: Frame, now: number): Step {
  switch (frame.type) {
    case 'HI':
      return greeted(device, frame, now);
    case 'KEY':
      return pressed(device, frame, now);
    case 'TMP':
      return measured(device, frame);
    case 'ST':
      return step(reply(device, frame.seq, 'ACK', 'OK'));
    case 'IDLE':
      return step(device);
    case 'ACK':
      return acknowledged(device, frame.seq, true);
    case 'NAK':
      return refused(device, frame, now);
    default:
      return step(reply(device, frame.seq, 'NAK', 'TYPE'), wrong(`${frame.type} is not known`));
  }
}

/** Q-BOOT, Q-UP: who it is. A new boot id, or a greeting that nobody asked for, is a start: the board is dark. */
function greeted(device: Device, { seq, fields }: Frame, now: number): Step {
  const [, model = '', fw = '', id = '', caps = ''] = fields;
  if (!/^[0-9A-Fa-f]{4}$/.test(id)) {
    return step(reply(device, seq, 'NAK', 'ARG'), wrong('HI without a boot id of four hexadecimal digits'));
  }
  const boot = id.toUpperCase();
  const again = device.greeting?.boot === boot && device.greeting.seq === seq;
  const asked = now - device.askedAt < 3000;
  const started = boot !== device.boot || !(again || asked);
  const known = { ...device, boot, greeting: { boot, seq }, askAt: now + device.quietMs };
  const next = reply(started ? forgotten(known) : known, seq, 'ACK', 'OK');
  if (boot === device.boot) return step(next);
  return step(next, {
    kind: 'info',
    model: model.slice(0, 64),
    fw: fw.slice(0, 32),
    boot,
    caps: capsOf(caps),
  });
}

/** What is known of an earlier start is not about this one; a press has the boot id in its name. */
const forgotten = (device: Device): Device => ({ ...device, painted: false, under: null, reading: null });

/** `KEY4;LED6` as `{ key: 4, led: 6 }`. */
function capsOf(text: string): Record<string, unknown> {
  const parts = text.split(';').flatMap((part) => {
    const [, name, count] = /^([A-Za-z]{1,16})(\d{0,4})$/.exec(part) ?? [];
    return name === undefined ? [] : [[name.toLowerCase(), count === '' ? true : Number(count)] as const];
  });
  return Object.fromEntries(parts);
}

function measured(device: Device, { seq, fields }: Frame): Step {
  const [object = '', ambient = '', unit = 'C', at = ''] = fields;
  const degrees = /^-?\d{1,3}(?:\.\d{1,3})?$/;
  if (!degrees.test(object) || !(ambient === '' || degrees.test(ambient)) || unit !== 'C') {
    return step(reply(device, seq, 'NAK', 'ARG'), wrong('TMP that is no temperature in C'));
  }
  const next = reply(device, seq, 'ACK', 'OK');
  const { boot, reading } = device;
  if (seq !== 0 && reading?.boot === boot && reading.seq === seq) return step(next);
  const warm = { object: Number(object), ambient: ambient === '' ? null : Number(ambient), at };
  return step({ ...next, reading: { boot, seq } }, { kind: 'temperature', ...warm });
}

/** The answer to the command under way: the board shows it, or cannot. */
function acknowledged(device: Device, seq: number, ok: boolean): Step {
  const { under } = device;
  if (under === null || under.frame.seq !== seq) return step(device);
  const next: Device = { ...device, under: null };
  if (under.wanted === null) return step(next);
  const shown: Tell = { kind: 'shown', rev: under.wanted.rev, text: under.text, ok };
  return step({ ...next, painted: under.wanted === device.wanted?.wanted }, shown);
}

function refused(device: Device, { seq, fields }: Frame, now: number): Step {
  const { under } = device;
  if (under === null || under.frame.seq !== seq) return step(device);
  const [code = ''] = fields;
  if (code === 'BUSY') return step({ ...device, under: { ...under, tries: 1, nextAt: now + busyMs } });
  if (code === 'CRC') return step({ ...device, under: { ...under, nextAt: now } });
  const { device: next, tells } = acknowledged(device, seq, false);
  return { device: next, tells: [...tells, wrong(`${under.frame.type} was refused: ${code}`)] };
}

/** Q-NAK: what can be said to a frame that is none. On a bus nothing is said to a damaged one. */
export function heardDamaged(device: Device, why: Damage, seq: number | null, bus: boolean): Step {
  const note = wrong(`a frame was ${reasons[why]}`);
  const code = why === 'version' ? 'VER' : why === 'arg' ? 'ARG' : 'CRC';
  const silent = why === 'cut' || why === 'too-long' || (bus && code === 'CRC');
  return step(silent || seq === null ? device : reply(device, seq, 'NAK', code), note);
}

const reasons: Readonly<Record<Damage, string>> = {
  crc: 'damaged (check sum)',
  version: 'of another version',
  'too-long': 'longer than 120 bytes',
  grammar: 'not written as frames are',
  arg: 'with a field that cannot be read',
  cut: 'cut off by the next one',
};
