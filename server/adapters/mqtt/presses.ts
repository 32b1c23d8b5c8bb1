/** A press on its way: parsed, recorded by the hub, answered on `event/result`. */
import { type PressEvent, type PressResult, pressEvent, topics } from '../../contract/devices.ts';
import type { Hub } from '../../hub.ts';
import type { Guard } from './guard.ts';
import { type ResultCode, sentenceOf } from './messages.ts';
import { readJson } from './presence.ts';
import type { Publisher } from './publisher.ts';
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
  /** @param sent when the result has left, or cannot. */
  answer(device: Device, result: PressResult, sent: () => void): void;
}

const refused = (boot: string | null, seq: number | null, code: ResultCode): PressResult => ({
  boot,
  seq,
  ok: false,
  error: { code, message: sentenceOf(code) },
});

/** What could be read of a message that is no press: its names, so that the box can tell which one it was. */
function malformed(value: unknown): PressResult {
  const { boot, seq } = pressEvent.shape;
  const fields = new Map(Object.entries(typeof value === 'object' && value !== null ? value : {}));
  return refused(
    boot.safeParse(fields.get('boot')).data ?? null,
    seq.safeParse(fields.get('seq')).data ?? null,
    'malformed',
  );
}

export function createPresses(hub: Hub, toCommand: ToCommand, publisher: Publisher, guard: Guard): Presses {
  const delays = createDelays();

  async function record(device: Device, counter: number, press: PressEvent): Promise<Pressed> {
    const { boot, seq } = press;
    const name = `${device.id}:${boot}:${seq}`;
    const late = delays.since(name);
    const aged = late > 0 ? { ...press, age_ms: (press.age_ms ?? 0) + late } : press;
    // No fingerprint of the body: the age of a press is another one when it is sent again.
    const from = { account: `device:${device.id}`, key: `${boot}:${seq}` };
    const outcome = await hub.submit(toCommand(aged, counter), from);
    const code = outcome.ok ? null : outcome.refusal.code;
    if (code === 'storage') delays.begin(name);
    else delays.end(name);
    if (!outcome.ok)
      return { result: refused(boot, seq, outcome.refusal.code), recorded: code !== 'storage' };
    const { ticket } = outcome.answer as { ticket: string | null };
    return { result: { boot, seq, ok: true, ticket, counter }, recorded: true };
  }

  return {
    async submit(device, payload) {
      const value = readJson(payload);
      const { data: press } = pressEvent.safeParse(value);
      if (!press) {
        guard.drop('malformed-event', { device: device.id });
        return { result: malformed(value), recorded: true };
      }
      if (device.counter === null) {
        return { result: refused(press.boot, press.seq, 'unknown-counter'), recorded: true };
      }
      return record(device, device.counter, press);
    },
    answer: (device, result, sent) => publisher.send(topics.result(device.id), result, sent),
  };
}

const mostDelays = 1000;

/**
 * A press that could not be recorded is not acknowledged, so it comes again word for word, with the age of the
 * first time. How long it has been on its way is known here; without it a full disk that is emptied after an hour
 * would call somebody nobody thinks of any more.
 */
function createDelays() {
  const firstTried = new Map<string, number>();
  return {
    since: (name: string): number => performance.now() - (firstTried.get(name) ?? performance.now()),
    begin(name: string): void {
      if (firstTried.has(name)) return;
      firstTried.set(name, performance.now());
      if (firstTried.size > mostDelays) firstTried.delete(firstTried.keys().next().value ?? name);
    },
    end: (name: string): void => void firstTried.delete(name),
  };
}
