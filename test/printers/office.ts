/** Printers of an office for tests: devices as the hub keeps them, short times, and what was written down. */
import { onTestFinished } from 'vitest';
import type { PrinterDevice } from '../../server/adapters/printers/choose.ts';
import { createPrinters, type PaperResult, type Printers } from '../../server/adapters/printers/printers.ts';
import type { Limits } from '../../server/adapters/printers/wires/wire.ts';
import type { Paper, PaperStation } from '../../server/contract/paper.ts';
import { silent } from '../../server/log.ts';
import { type FakePrinter, plugInPrinter } from './fake-printer.ts';
import type { Mood } from './machine.ts';
import { lanes, ticket } from './papers.ts';

export interface PrintingOffice {
  readonly devices: PrinterDevice[];
  readonly printers: Printers;
  /** Ids of the printers of which a start was written down, in order. */
  readonly started: string[];
  print(paper?: Paper, station?: PaperStation): Promise<PaperResult>;
  /** When this holds, looked at on each change. */
  until(holds: () => boolean): Promise<void>;
}

export const kiosk: PaperStation = { role: 'kiosk', token: 'kiosk-1' };

export const printerAt = (id: string, at: string, settings: object = {}): PrinterDevice => ({
  id,
  driver: 'escpos',
  label: null,
  settings: { at, ...settings },
});

/** As long as a machine that does other things needs, and as short as the tests can be. */
const short: Limits = { wire: 1000, answer: 600, wait: 20_000, idle: 3_600_000, seldom: 3_600_000 };

export function officeWith(devices: PrinterDevice[], limits: Partial<Limits> = {}): PrintingOffice {
  const started: string[] = [];
  const printers = createPrinters({
    devices: () => devices,
    log: silent,
    words: lanes,
    limits: { ...short, ...limits },
  });
  onTestFinished(() => printers.close());
  const watchers = new Set<() => void>();
  printers.onChange(() => {
    for (const watcher of watchers) watcher();
  });
  return {
    devices,
    printers,
    started,
    print: (paper = ticket(), station = kiosk) =>
      printers.print({
        paper,
        station,
        started: async (printer) => {
          started.push(printer);
        },
      }),
    until: (holds) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (!holds()) return;
          watchers.delete(look);
          resolve();
        };
        watchers.add(look);
        look();
      }),
  };
}

/** A fake printer, unplugged when the test is over. */
export async function plugIn(mood: Partial<Mood> = {}): Promise<FakePrinter> {
  const printer = await plugInPrinter(mood);
  onTestFinished(() => printer.switchOff().catch(() => {}));
  return printer;
}
