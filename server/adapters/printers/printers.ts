/** The printers of the office: who prints for which station, and the next one when the first cannot. */
import type { Paper, PaperOutcome, PaperStation } from '../../contract/paper.ts';
import type { PrinterState } from '../../contract/views-devices.ts';
import type { Log } from '../../log.ts';
import { inOrder, type Known, type PrinterDevice } from './choose.ts';
import { bytesOfPaper, bytesOfTest } from './layout/bytes-of-paper.ts';
import type { Words } from './layout/head-and-foot.ts';
import { openPrinters } from './open-printers.ts';
import { canPrint, type Printer } from './printer.ts';
import { type Limits, usualLimits } from './wires/wire.ts';

export interface PaperJob {
  readonly paper: Paper;
  readonly station: PaperStation;
  /** Called, and waited for, before the first byte leaves, so that a power cut afterwards is known. */
  started(printer: string): Promise<void>;
}

export interface PaperResult {
  readonly outcome: PaperOutcome;
  /** Where it came out, or may have; null: certainly nowhere. */
  readonly printer: string | null;
  readonly why?: string;
}

export interface Printers {
  /** Prints it for the station: its own printers first, the spare ones when they cannot. Never rejects. */
  print(job: PaperJob): Promise<PaperResult>;
  /** Of one printer; null: no printer has this id. */
  state(id: string): PrinterState | null;
  /** The printer that would print for this station now; null: it has none at all. */
  forStation(station: PaperStation): { id: string; state: PrinterState['state'] } | null;
  /** A test paper: name of the printer, width ruler, QR, date. */
  identify(id: string): Promise<boolean>;
  onChange(listener: (id: string) => void): void;
  close(): Promise<void>;
}

export interface PrintersOrder {
  /** Read at each use: printers come and go while the hub runs. */
  devices(): Iterable<PrinterDevice>;
  readonly log: Log;
  /** Names of the office file for ids that a paper's view does not name: lanes, reasons. */
  readonly words?: Words;
  readonly now?: () => number;
  readonly limits?: Partial<Limits>;
}

export function createPrinters(order: PrintersOrder): Printers {
  const { log, words = () => undefined, now = Date.now } = order;
  const limits = { ...usualLimits, ...order.limits };
  const open = openPrinters(() => order.devices(), limits, now);

  /** First whom nobody has tried yet, then those that did not answer this time and always had. */
  const nextOf = (station: PaperStation, tried: ReadonlyMap<Printer, string>): Known | undefined => {
    const whole = inOrder(open.known(), station, (id) => canPrint(open.of(id)));
    return (
      whole.find(({ device }) => !tried.has(open.of(device.id))) ??
      whole.find(({ device }) => tried.get(open.of(device.id)) === 'silent')
    );
  };
  const print = async ({ paper, station, started }: PaperJob): Promise<PaperResult> => {
    const tried = new Map<Printer, string>();
    for (let known = nextOf(station, tried); known; known = nextOf(station, tried)) {
      const { id } = known.device;
      const printer = open.of(id);
      const came = await printer.print({
        bytes: bytesOfPaper(paper, known.settings.columns, words),
        evenSilent: tried.has(printer),
        stillThere: () => open.find(id) === printer,
        started: () => started(id),
      });
      if (came.came === 'printed') return { outcome: 'printed', printer: id };
      if (came.came === 'unsure') return { outcome: 'unsure', printer: id, why: came.why };
      tried.set(printer, came.why);
    }
    return { outcome: 'failed', printer: null, why: [...tried.values()][0] ?? 'no-printer' };
  };
  return {
    async print(job) {
      const result = await print(job).catch((error: unknown): PaperResult => {
        log.error({ error }, 'a paper could not be drawn');
        return { outcome: 'failed', printer: null, why: 'error' };
      });
      const { outcome, printer, why } = result;
      if (outcome !== 'printed') log.warn({ outcome, printer, why }, 'a paper did not come out as it should');
      return result;
    },
    state: (id) => open.find(id)?.state() ?? null,
    forStation(station) {
      const [first] = inOrder(open.known(), station, (id) => canPrint(open.of(id)));
      return first ? { id: first.device.id, state: open.of(first.device.id).state().state } : null;
    },
    async identify(id) {
      const known = open.known().find(({ device }) => device.id === id);
      if (!known) return false;
      const bytes = bytesOfTest(known.device, known.settings.columns, new Date(now()).toISOString());
      const came = await open
        .of(id)
        .print({ bytes, evenSilent: true, stillThere: () => true, started: () => Promise.resolve() });
      return came.came === 'printed';
    },
    onChange: open.onChange,
    close: open.close,
  };
}
