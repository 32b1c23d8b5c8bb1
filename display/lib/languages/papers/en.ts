/** English: what staff read about printers and papers. */
import type { PapersTexts } from './id.ts';

export const texts: PapersTexts = {
  title: 'Number papers',
  printer: (name) => `Printer ${name}`,
  states: {
    out: 'out of paper',
    cover: 'cover open',
    offline: 'not connected',
    error: 'in trouble',
    'near-end': 'paper nearly used up',
    ok: 'ready',
    unknown: 'not known',
  },
  since: (time) => `since ${time}`,
  waiting: (count) => (count === 1 ? '1 paper waiting' : `${count} papers waiting`),
  failed: 'not printed',
  unsure: 'perhaps not come out',
  slip: 'slip',
  reprint: 'Print again',
  reprintOf: (number) => `Print ${number} again`,
  voids: 'The old paper and its link are void then.',
  settled: 'Settled',
  settledOf: (number) => `${number} is settled`,
  settledWhy: 'The paper came out, or nobody needs it any more.',
  sent: (number) => `${number} was sent to the printer.`,
  asPage: 'Open the slip’s page',
};
