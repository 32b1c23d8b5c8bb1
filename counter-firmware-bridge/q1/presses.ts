/** Presses of a Q1 box: each is done once by its name (boot, seq), and answered only with what the hub has committed. */
import type { PressAnswer } from '../line.ts';
import { type Device, type Press, repeat, reply, type Step, step, wrong } from './device.ts';
import { type Frame, frameText } from './frame.ts';

/** Q-LATE: nobody is called by a press that everybody has forgotten. */
const pressLastsMs = 10_000;
/** While the boot id is not known, the box is asked for it no oftener. */
const askForBootMs = 250;

/** Codes that mean the name or the argument of the key, not the state of the counter. */
const wrongKey = new Set(['unknown-key', 'malformed', 'unknown-ticket', 'unknown-step', 'unknown-counter']);

export function pressed(device: Device, frame: Frame, now: number): Step {
  const { boot, press } = device;
  // Q-ZERO: a key without a number has no name; nothing could tell it from itself.
  if (frame.seq === 0) return step(device, wrong('KEY with number 0 is not done'));
  // Q-BOOT: nothing is said until it is known whose number it is; the box sends it again.
  if (boot === null) return step({ ...device, askAt: Math.max(now, device.askedAt + askForBootMs) });
  const known = press?.boot === boot && press.seq === frame.seq ? press : null;
  if (known?.state === 'asked') return step(device);
  // Q-ONCE: the same answer again.
  if (known?.state === 'answered') return step(known.answer === null ? device : repeat(device, known.answer));
  return ask(device, known ?? named(boot, frame.seq, now), frame, now);
}

const named = (boot: string, seq: number, now: number): Press => ({
  ...{ boot, seq, heardAt: now, state: 'open', answer: null },
});

function ask(device: Device, press: Press, { fields }: Frame, now: number): Step {
  const { boot, seq, heardAt } = press;
  const ageMs = now - heardAt;
  if (ageMs > pressLastsMs) return step(answer(device, press, 'NAK', 'OLD'));
  const [name = '', argument = ''] = fields;
  const bad = !/^[A-Z0-9_-]{1,32}$/.test(name) || argument.length > 64 || /\p{Cc}/u.test(argument);
  if (bad) return step(answer(device, press, 'NAK', 'ARG'), wrong(`KEY with a wrong name or argument`));
  const asked: Device = { ...device, press: { ...press, state: 'asked' } };
  const arg = argument === '' ? null : argument;
  return step(asked, { kind: 'press', key: keyOf(name), arg, seq, boot, ageMs });
}

const keyOf = (name: string): string => (name === 'NOSHOW' ? 'no_show' : name.toLowerCase());

/** Q-COMMIT: what the hub said of a press. It is known even where the box is gone meanwhile. */
export function answered(device: Device, boot: string, seq: number, said: PressAnswer): Step {
  const { press } = device;
  if (press?.boot !== boot || press.seq !== seq || press.state !== 'asked') return step(device);
  switch (said.kind) {
    case 'ok':
      return step(answer(device, press, 'ACK', 'OK', ...(said.ticket === null ? [] : [said.ticket])));
    case 'refused':
      return step(answer(device, press, 'NAK', ...refusal(said.code)));
    case 'not-now': {
      const open: Device = { ...device, press: { ...press, state: 'open' } };
      return step(device.boot === boot ? reply(open, seq, 'NAK', 'BUSY') : open);
    }
  }
}

function refusal(code: string): string[] {
  if (code === 'stale') return ['OLD'];
  return wrongKey.has(code) ? ['ARG'] : ['NO', code];
}

/** Final: it is said again whenever the box sends the press again. */
function answer(device: Device, press: Press, type: 'ACK' | 'NAK', ...fields: string[]): Device {
  const whole = { address: device.address, seq: press.seq, type, fields };
  // A text that is too long for a frame is left out: what it is about was done.
  const frame = frameText(whole) === undefined ? { ...whole, fields: fields.slice(0, 1) } : whole;
  const next: Device = { ...device, press: { ...press, state: 'answered', answer: frame } };
  return device.boot === press.boot ? repeat(next, frame) : next;
}
