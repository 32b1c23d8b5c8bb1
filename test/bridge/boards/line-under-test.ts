/** A serial line of boards without a port: a clock that the test moves, the bytes that left, and what the hub was told. */
import { hex } from '../../../counter-firmware-bridge/boards/hex.ts';
import type { HubEnd, Line, MakeLine, Wanted } from '../../../counter-firmware-bridge/line.ts';
import { writtenOffice } from '../../../server/adapters/office-file/written.ts';
import { officeSchema, type SerialLine } from '../../../server/contract/office.ts';
import { contohText } from '../../contract/office-fixture.ts';

/** A line as the office file would have it. */
export function lineOf(written: object): SerialLine {
  const office = { ...(writtenOffice(contohText) as object), serial: [{ port: '/dev/led', ...written }] };
  const [line] = officeSchema.parse(office).serial;
  if (!line) throw new Error('the office has no line');
  return line;
}

export interface Told {
  readonly online: boolean[];
  readonly shown: string[];
  readonly wrong: string[];
}

export interface UnderTest {
  readonly line: Line;
  /** Milliseconds go by. */
  pass(ms: number): void;
  /** What left since the last look, frame by frame. */
  wrote(): string[];
  hears(bytes: string): void;
  told(id: string): Told;
}

export function underTest(make: MakeLine, written: object): UnderTest {
  const clock = createClock();
  const serial = lineOf(written);
  const left: string[] = [];
  const told = new Map(serial.devices.map(({ id }) => [id, noTold()]));
  const hub = new Map([...told].map(([id, one]) => [id, hubEnd(one)]));
  const line = make(serial, {
    ...clock,
    hub,
    write: (bytes) => left.push(hex(bytes)),
    log: () => {},
  });
  return {
    line,
    pass: clock.pass,
    wrote: () => left.splice(0),
    hears: (bytes) => line.bytes(fromHex(bytes)),
    told: (id) => told.get(id) ?? noTold(),
  };
}

export const wanted = (text: string, more: Partial<Wanted> = {}): Wanted => ({
  ...{ rev: 1, text, counter: 3, blinkMs: 0, blinkForMs: 0 },
  ...more,
});

export const fromHex = (text: string): Uint8Array =>
  Uint8Array.from(text.split(' '), (byte) => Number.parseInt(byte, 16));

export const noTold = (): Told => ({ online: [], shown: [], wrong: [] });

/** The hub as the test hears it. */
export function hubEnd(told: Told): HubEnd {
  return {
    press: () => Promise.resolve({ kind: 'not-now' }),
    status: (online) => told.online.push(online),
    info: () => {},
    shown: ({ rev, text, ok }) => told.shown.push(`${rev} "${text}" ${ok ? 'ok' : 'not'}`),
    temperature: () => {},
    note(way, text) {
      if (way === 'wrong') told.wrong.push(text);
    },
  };
}

function createClock() {
  let now = 0;
  const due = new Set<{ readonly at: number; readonly work: () => void }>();
  return {
    now: () => now,
    later(ms: number, work: () => void) {
      const one = { at: now + ms, work };
      due.add(one);
      return () => void due.delete(one);
    },
    pass(ms: number) {
      const until = now + ms;
      for (;;) {
        const [next] = [...due].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at);
        if (!next) break;
        due.delete(next);
        now = Math.max(now, next.at);
        next.work();
      }
      now = until;
    },
  };
}
