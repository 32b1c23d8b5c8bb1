/** Thousands of phones in one process, each watching its own ticket. Started by the bench. */
import { clientAddress } from './kiosk.ts';
import { openWatcher, type WatchListener } from './wire/watcher.ts';

/** With a port: come. Without: only report. */
export interface CrowdOrder {
  readonly port?: number;
  readonly codes?: readonly string[];
}

export interface CrowdReport {
  /** Since the last report. */
  readonly views: number;
  readonly cutOff: number;
  readonly fault?: string;
}

/** People do not all scan at once, and a listen queue is not what is measured here. */
const atOnce = 100;
const phonesAnAddress = 50;

let views = 0;
let cutOff = 0;

const listener: WatchListener = {
  announce() {},
  view() {
    views += 1;
  },
  closed() {
    cutOff += 1;
  },
};

async function come(port: number, codes: readonly string[]): Promise<void> {
  for (let first = 0; first < codes.length; first += atOnce) {
    const arrivals = codes.slice(first, first + atOnce).map((code, index) => {
      const from = clientAddress(Math.floor((first + index) / phonesAnAddress));
      return openWatcher({ port, name: `ticket:${code}`, from }, listener);
    });
    await Promise.all(arrivals);
  }
}

async function obey(order: CrowdOrder): Promise<CrowdReport> {
  try {
    if (order.port !== undefined) await come(order.port, order.codes ?? []);
  } catch (fault) {
    return { views, cutOff, fault: String(fault) };
  }
  const report = { views, cutOff };
  views = 0;
  cutOff = 0;
  return report;
}

process.on('message', async (order: CrowdOrder) => {
  process.send?.(await obey(order));
});
process.once('disconnect', () => process.exit(0));
