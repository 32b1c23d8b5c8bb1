/** A press on its way: parsed, recorded by the hub, answered on `event/result`. */
import type { KeyAction } from '../../contract/device-settings.ts';
import { type PressEvent, type PressResult, pressEvent, topics } from '../../contract/devices.ts';
import type { Hub } from '../../hub.ts';
import { createDelays } from './delays.ts';
import type { Guard } from './guard.ts';
import { type ResultCode, sentenceOf } from './messages.ts';
import { readJson } from './presence.ts';
import type { Publisher } from './publisher.ts';
import { standstillOfProcess } from './standstill.ts';
import type { Command, Device } from './types.ts';

export type ToCommand = (press: PressEvent, counter: number) => Command;

/** `recorded`: may be acknowledged. Nothing is on disk otherwise, so it must not be. */
export interface Pressed {
  readonly result: PressResult;
  readonly recorded: boolean;
}

export interface Presses {
  /** Submits at once; resolves when the outcome is on disk. Never rejects. */
  submit(device: Device, payload: Buffer): Promise<Pressed>;
  /**
   * The same for a key of a device that knows no `boot` and `seq`.
   * @param key what tells this press from all others of the device; null where its maker has nothing
   */
  act(device: Device, action: KeyAction, key: string | null): Promise<Pressed>;
  /** @param sent when the result has left, or cannot. */
  answer(device: Device, result: PressResult, sent: () => void): void;
}

type Name = Pick<PressResult, 'boot' | 'seq'>;

const refused = ({ boot, seq }: Name, code: ResultCode): PressResult => ({
  boot,
  seq,
  ok: false,
  error: { code, message: sentenceOf(code) },
});

/** What could be read of a message that is no press: its names, so that the box can tell which one it was. */
function malformed(value: unknown): PressResult {
  const { boot, seq } = pressEvent.shape;
  const fields = new Map(Object.entries(typeof value === 'object' && value !== null ? value : {}));
  const name: Name = {
    boot: boot.safeParse(fields.get('boot')).data ?? null,
    seq: seq.safeParse(fields.get('seq')).data ?? null,
  };
  return refused(name, 'malformed');
}

/** Of a foreign device, whose presses have other names. */
const nameless = { boot: '0', seq: 0 };

export function createPresses(hub: Hub, toCommand: ToCommand, publisher: Publisher, guard: Guard): Presses {
  const delays = createDelays();
  const standstill = standstillOfProcess();

  async function record(device: Device, press: PressEvent, key: string | null): Promise<Pressed> {
    const { boot, seq } = press;
    const { counter } = device;
    if (counter === null) return { result: refused(press, 'unknown-counter'), recorded: true };
    const name = `${device.id}:${key}`;
    const late = (key === null ? 0 : delays.since(name)) + standstill.justNow();
    const aged = late > 0 ? { ...press, age_ms: (press.age_ms ?? 0) + late } : press;
    // No fingerprint of the body: the age of a press is another one when it is sent again.
    const account = `device:${device.id}`;
    const outcome = await hub.submit(toCommand(aged, counter), key === null ? { account } : { account, key });
    const code = outcome.ok ? null : outcome.refusal.code;
    if (key !== null && code === 'storage') delays.begin(name);
    else delays.end(name);
    if (!outcome.ok) return { result: refused(press, outcome.refusal.code), recorded: code !== 'storage' };
    const { ticket } = outcome.answer as { ticket: string | null };
    return { result: { boot, seq, ok: true, ticket, counter }, recorded: true };
  }

  return {
    async submit(device, payload) {
      const value = readJson(payload);
      const { data: press } = pressEvent.safeParse(value);
      if (press) return record(device, press, `${press.boot}:${press.seq}`);
      guard.drop('malformed-event', { device: device.id });
      return { result: malformed(value), recorded: true };
    },
    act: (device, { key, arg = null }, name) => record(device, { event_type: key, arg, ...nameless }, name),
    answer: (device, result, sent) => publisher.send(topics.result(device.id), result, sent),
  };
}
