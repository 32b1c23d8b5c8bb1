/** The printers that the devices name now, each kept as long as it stands at the same place. */
import { type Known, type PrinterDevice, printersAmong } from './choose.ts';
import { createPrinter, type Printer } from './printer.ts';
import type { Limits } from './wires/wire.ts';

export interface OpenPrinters {
  /** In the order of the devices. */
  known(): Known[];
  /** One of the known. */
  of(id: string): Printer;
  find(id: string): Printer | undefined;
  onChange(listener: (id: string) => void): void;
  close(): Promise<void>;
}

export function openPrinters(
  devices: () => Iterable<PrinterDevice>,
  limits: Limits,
  now: () => number,
): OpenPrinters {
  const open = new Map<string, Printer>();
  const listeners: ((id: string) => void)[] = [];
  let closed = false;

  const add = (id: string, at: string): Printer => {
    const changed = (): void => {
      if (!closed) for (const listener of listeners) listener(id);
    };
    const printer = createPrinter(at, { limits, now, changed });
    open.set(id, printer);
    if (!closed) printer.look();
    return printer;
  };
  /** A printer that moved is another one: what was learned of the first does not hold for it. */
  const known = (): Known[] => {
    const found = printersAmong(devices());
    for (const { device, settings } of found) {
      if (open.get(device.id)?.at === settings.at) continue;
      void open.get(device.id)?.close();
      add(device.id, settings.at);
    }
    const ids = new Set(found.map(({ device }) => device.id));
    for (const [id, printer] of open) {
      if (ids.has(id)) continue;
      open.delete(id);
      void printer.close();
    }
    return found;
  };
  const find = (id: string): Printer | undefined => {
    known();
    return open.get(id);
  };
  const timer = setInterval(() => {
    known();
    for (const printer of open.values()) printer.look();
  }, limits.idle);
  timer.unref();
  known();
  return {
    known,
    find,
    of(id) {
      const printer = open.get(id);
      if (!printer) throw new Error(`no printer ${id}`);
      return printer;
    },
    onChange: (listener) => void listeners.push(listener),
    async close() {
      closed = true;
      clearInterval(timer);
      await Promise.all([...open.values()].map((printer) => printer.close()));
    },
  };
}
