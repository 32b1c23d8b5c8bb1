/** A UART thermometer module on a serial line: read, asked where it does not send by itself, one reading a person to the hub. */
import type { SerialLine } from '../../server/contract/office.ts';
import type { HubEnd, Line, LineParts, MakeLine } from '../line.ts';
import { createGyReader, gyLayouts } from './gy-frames.ts';
import { nobody, watch } from './one-a-person.ts';

/** Measure once and say it. A module that sends by itself is not asked, and GY-614 always does. */
const asks = { 'gy-mcu90615': Uint8Array.of(0xa5, 0x15, 0xba), 'gy-614': null } as const;
type Model = keyof typeof asks;
const askEveryMs = 500;
/** Nothing heard for so long: it is away. */
const awayMs = 5000;
const noteMs = 60_000;

export const makeGyLine: MakeLine = (line, parts) => {
  // One module a port: its frames have no address.
  const hub = parts.hub.get(line.devices[0]?.id ?? '');
  return hub === undefined ? silent : createGyLine(modelOf(line), hub, parts);
};

const modelOf = ({ protocol }: SerialLine): Model => (protocol === 'gy-614' ? 'gy-614' : 'gy-mcu90615');

const silent: Line = {
  ...{ opened() {}, closed() {}, bytes() {}, show() {}, identify() {}, stop() {} },
};

function createGyLine(model: Model, hub: HubEnd, { write, now, later }: LineParts): Line {
  const layout = gyLayouts[model];
  const ask = asks[model];
  let read = createGyReader(layout);
  let seen = nobody;
  let heardAt = Number.NEGATIVE_INFINITY;
  let notedAt = Number.NEGATIVE_INFINITY;
  let up = false;
  let cancel = (): void => {};

  function online(is: boolean): void {
    if (is === up) return;
    up = is;
    hub.status(is);
    if (is) hub.info({ model, fw: '', boot: '0000', caps: {} });
  }

  function tick(): void {
    const quietMs = now() - heardAt;
    if (quietMs >= awayMs) online(false);
    if (ask !== null && quietMs >= askEveryMs * 0.8) write(ask);
    cancel = later(askEveryMs, tick);
  }

  function rest(): void {
    cancel();
    read = createGyReader(layout);
    seen = nobody;
  }

  return {
    opened() {
      rest();
      cancel = later(askEveryMs, tick);
    },
    closed() {
      rest();
      online(false);
    },
    bytes(chunk) {
      const { measured, dropped } = read(chunk);
      if (dropped > 0 && now() - notedAt >= noteMs) {
        notedAt = now();
        hub.note('wrong', 'bytes that are no reading: wrong speed, wrong module or a bad wire');
      }
      for (const one of measured) {
        heardAt = now();
        online(true);
        const next = watch(seen, one, heardAt);
        seen = next.watch;
        if (next.reading === null) continue;
        hub.temperature({ ...next.reading, kind: 'forehead' });
        // How much it was is the person's own: the page shows that one came.
        hub.note('in', 'a reading');
      }
    },
    // It has no board and no lamp.
    show() {},
    identify() {},
    stop: () => cancel(),
  };
}
