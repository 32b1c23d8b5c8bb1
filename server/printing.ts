/** From the record to the printers and back: prints what was asked for and notes what came of it. PA2, PA3; never in the hub's way. */
import type { Paper, PaperOutcome, PaperStation } from './contract/paper.ts';
import type { TicketView } from './contract/views.ts';
import type { PrinterState } from './contract/views-devices.ts';
import type { StationPaper } from './contract/views-papers.ts';
import type { VisitPaper } from './domain/papers/paper.ts';
import type { PapersAround } from './domain/views/papers.ts';
import { readyFor } from './domain/views/ready.ts';
import type { Visit } from './domain/visit.ts';
import type { Hub } from './hub.ts';
import type { Log } from './log.ts';
import { printerFor, troublesOf } from './printers-seen.ts';

/** What prints, as `adapters/printers` does it. */
export interface Printers {
  /** `started` resolves once it was recorded that the paper begins; it rejects where it is not to be printed any more. */
  print(job: {
    readonly paper: Paper;
    readonly station: PaperStation;
    started(printer: string): Promise<void>;
  }): Promise<{
    readonly outcome: PaperOutcome;
    readonly printer: string | null;
    readonly why?: string | undefined;
  }>;
  state(id: string): PrinterState | null;
  forStation(station: PaperStation): { readonly id: string; readonly state: PrinterState['state'] } | null;
}

export interface Printing extends PapersAround {
  /** PA2: looks at what was asked for before, once the hub's time runs. */
  start(): void;
  printerFor(station: PaperStation): StationPaper | null;
  /** Begins nothing more; what is in a printer by then is noted while the hub still takes notes. */
  close(): Promise<void>;
}

interface Parts {
  readonly hub: Hub;
  readonly printers: Printers;
  readonly publicUrl: string | null;
  readonly log: Log;
  /** The page of a ticket as it is now. */
  viewOf(link: string): TicketView | null;
}

/** PA2: what was asked for before a start is printed where its holder may still stand there. Milliseconds. */
const stillThere = 30_000;
/** Milliseconds after which what a full disk refused is noted again. */
const noteAgain = 1000;

const account = 'printing';

export function createPrinting({ hub, printers, publicUrl, log, viewOf }: Parts): Printing {
  /** By code and number of the paper. */
  const underWay = new Map<string, Promise<void>>();
  let isClosing = false;

  function look(isStart: boolean): void {
    for (const visit of hub.state.day.visits.values()) {
      const { paper } = visit;
      if (!paper || underWay.has(nameOf(visit, paper))) continue;
      // PA3: a power cut. Perhaps it lies in the tray; it is not printed again by itself.
      if (paper.state === 'printing' && isStart) void note(visit, paper, 'unsure', paper.printer);
      if (paper.state !== 'asked') continue;
      if (isStart && hub.now() - paper.askedAt > stillThere) void note(visit, paper, 'failed', null);
      else begin(visit, paper);
    }
  }

  function begin(visit: Visit, paper: VisitPaper): void {
    const name = nameOf(visit, paper);
    if (isClosing || underWay.has(name)) return;
    const job = printOne(visit, paper)
      .catch((error) => log.error({ err: error, ticket: visit.number }, 'a paper was not printed'))
      .finally(() => underWay.delete(name));
    underWay.set(name, job);
  }

  async function printOne({ code, link }: Visit, asked: VisitPaper): Promise<void> {
    const paper = paperOf(code, link, asked);
    if (!paper) return void (await note({ code }, asked, 'failed', null));
    let began: string | null = null;
    async function started(printer: string): Promise<void> {
      if (!(await note({ code }, asked, 'printing', printer))) throw new Error('not to be printed any more');
      began = printer;
    }
    const done = await printers.print({ paper, station: asked.station, started }).catch((error) => {
      log.error({ err: error, printer: began }, 'a printer failed');
      return { outcome: began === null ? ('failed' as const) : ('unsure' as const), printer: began };
    });
    // What has not begun when the hub ends is asked for still: the next start decides (PA2).
    if (isClosing && began === null) return;
    await conclude(code, asked, { ...done, printer: done.printer ?? began, began: began !== null });
  }

  async function conclude(
    code: string,
    asked: VisitPaper,
    { outcome, printer, began }: { outcome: PaperOutcome; printer: string | null; began: boolean },
  ): Promise<void> {
    if (!began && outcome !== 'failed') await note({ code }, asked, 'printing', printer);
    await note({ code }, asked, outcome, printer);
    if (outcome !== 'printed') log.warn({ outcome, printer }, 'a paper did not surely come out');
  }

  function paperOf(code: string, link: string, { kind, copy, askedAt }: VisitPaper): Paper | null {
    const view = viewOf(link);
    const visit = hub.state.day.visits.get(code);
    const { things: ready, earliest } = visit ? readyFor(hub.state, visit) : { things: [], earliest: null };
    const url = publicUrl === null ? null : `${publicUrl}/t/${link}`;
    return view && { kind, view, ready, earliest, url, copy, at: new Date(askedAt).toISOString() };
  }

  /** Whether it is noted; refused where another paper was asked for meanwhile, or the visit is over. */
  async function note(
    { code }: Pick<Visit, 'code'>,
    { nth }: VisitPaper,
    state: 'printing' | PaperOutcome,
    printer: string | null,
  ): Promise<boolean> {
    for (;;) {
      const noted = await hub.submit({ type: 'NotePaper', code, nth, state, printer }, { account });
      const isFull = !noted.ok && noted.refusal.code === 'storage';
      // PA3: what came of it is not forgotten, or it would be printing for ever; what could not be noted does not begin.
      if (!isFull || state === 'printing' || isClosing) return noted.ok;
      await new Promise((done) => setTimeout(done, noteAgain));
    }
  }

  hub.onTold(({ events, reloaded }) => {
    if (reloaded) return look(false);
    for (const event of events) {
      if (event.type !== 'PaperAsked') continue;
      const visit = hub.state.day.visits.get(event.code);
      if (visit?.paper?.nth === event.nth && visit.paper.state === 'asked') begin(visit, visit.paper);
    }
  });
  return {
    start: () => look(true),
    printerFor: (station) => printerFor(hub.state.calendar.devices, printers, station),
    serves: (station) => printers.forStation(station) !== null,
    troubles: () => troublesOf(hub.state.calendar.devices, printers),
    async close() {
      isClosing = true;
      await Promise.race([
        Promise.allSettled(underWay.values()),
        new Promise((done) => setTimeout(done, 500)),
      ]);
    },
  };
}

const nameOf = ({ code }: Visit, { nth }: VisitPaper): string => `${code}:${nth}`;
