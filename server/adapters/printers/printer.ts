/** One printer: its queue, what it last said of itself, and the question that it is asked while it has nothing to do. */
import type { PrinterState } from '../../contract/views-devices.ts';
import { type Came, type Habits, type OnePaper, printOne } from './print-one.ts';
import { createQueue } from './queue.ts';
import { ask, isWell, type Said } from './status.ts';
import { openWire } from './wires/open-wire.ts';
import type { Limits, Wire } from './wires/wire.ts';

/** Papers that may wait for one printer: more than it can print in the time that one waits. */
const mostWaiting = 20;

export interface Waiting extends Omit<OnePaper, 'withoutAsking'> {
  /** Whether the printer is still the office's, at the same place, when the paper's turn comes. */
  stillThere(): boolean;
}

export interface Printer {
  readonly at: string;
  state(): PrinterState;
  print(paper: Waiting): Promise<Came>;
  /** Asks how it is, unless it is busy or was asked not long ago. */
  look(): void;
  close(): Promise<void>;
}

export interface PrinterParts {
  readonly limits: Limits;
  now(): number;
  changed(): void;
}

export function createPrinter(at: string, { limits, now, changed }: PrinterParts): Printer {
  const queue = createQueue(mostWaiting, changed);
  const habits: Habits = { answers: false, tellsTheEnd: null, hangsUp: false };
  let state: PrinterState['state'] = 'unknown';
  let since: number | null = null;
  let askedAt = Number.NEGATIVE_INFINITY;

  const become = (next: PrinterState['state']): void => {
    if (next === state && since !== null) return;
    state = next;
    since = now();
    changed();
  };
  const heard = (said: Said | null): void => {
    if (said) habits.answers = true;
    askedAt = now();
    become(said ?? 'unknown');
  };
  const askedLately = (): boolean => !habits.answers && now() - askedAt < limits.seldom;

  /** The way is opened and closed for each job, so that others can reach the printer too. */
  const withWire = async <T>(use: (wire: Wire) => Promise<T>, none: T): Promise<T> => {
    const wire = await openWire(at, limits).catch(() => null);
    if (!wire) {
      become('offline');
      return none;
    }
    if (state === 'offline' && !habits.answers) become('unknown');
    try {
      return await use(wire);
    } finally {
      await wire.close();
    }
  };
  const printed = (paper: Omit<OnePaper, 'withoutAsking'>): Promise<Came> =>
    withWire<Came>(
      (wire) => printOne(wire, { ...paper, withoutAsking: askedLately() }, habits, limits, heard),
      { came: 'nothing', why: 'offline' },
    );
  /** Work in the queue must not reject; what could not be written down was not sent. */
  const safely = (paper: Omit<OnePaper, 'withoutAsking'>): Promise<Came> => {
    let begun = false;
    const started = async (): Promise<void> => {
      await paper.started();
      begun = true;
    };
    return printed({ ...paper, started }).catch(() =>
      begun ? { came: 'unsure', why: 'broken' } : { came: 'nothing', why: 'not-recorded' },
    );
  };

  const question = async (wire: Wire): Promise<void> => {
    if (wire.answers && !askedLately()) heard(await ask(wire, limits));
  };
  return {
    at,
    state: () => ({
      state,
      waiting: queue.length,
      since: since === null ? null : new Date(since).toISOString(),
    }),
    async print(paper) {
      const turn = (): Promise<Came> =>
        paper.stillThere() ? safely(paper) : Promise.resolve({ came: 'nothing', why: 'gone' });
      const came = await queue.run(turn, limits.wait);
      if (typeof came === 'string') return { came: 'nothing', why: came };
      if (came.came === 'nothing' && came.why === 'broken') become('error');
      // One that never answers is well again when a paper went well, not before.
      if (came.came === 'printed' && !habits.answers) become('unknown');
      return came;
    },
    look: () => queue.aside(() => withWire(question, undefined).catch(() => {})),
    close: () => queue.close(),
  };
}

export const canPrint = (printer: Printer): boolean => isWell(printer.state().state);
