/** The printers inside the hub: the devices' drivers, the office's words for them, and the record of what came out. */
import { createPrinters, type Printers } from './adapters/printers/printers.ts';
import type { Forecast } from './domain/forecast/forecast.ts';
import { ticketView } from './domain/views/ticket.ts';
import type { Hub } from './hub.ts';
import type { Log } from './log.ts';
import { createPrinting, type Printing } from './printing.ts';

interface Parts {
  readonly hub: Hub;
  readonly publicUrl: string | null;
  readonly log: Log;
  forecast(): Forecast;
}

export function joinPrinters({ hub, publicUrl, log, forecast }: Parts): {
  readonly printers: Printers;
  readonly papers: Printing;
  close(): Promise<void>;
} {
  const printers = createPrinters({
    devices: () => hub.state.calendar.devices.values(),
    log,
    words: (id) => hub.state.calendar.office?.lanes.find((lane) => lane.id === id)?.name,
    now: () => hub.now(),
  });
  const papers = createPrinting({
    hub,
    printers,
    publicUrl,
    log,
    viewOf: (link) =>
      ticketView(hub.state, { at: hub.now(), rehearsal: hub.rehearsal, forecast: forecast() }, link),
  });
  return {
    printers,
    papers,
    async close() {
      await papers.close();
      await printers.close();
    },
  };
}
