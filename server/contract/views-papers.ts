/** What screens of staff are told of printers and papers: which printer needs somebody, and whose paper did not come out. */
import { z } from 'zod';
import { isoInstant } from './values.ts';
import { printerState } from './views-devices.ts';

/** A printer that cannot print, or soon cannot (`near-end`). */
export const printerTrouble = printerState.extend({ id: z.string(), label: z.string().nullable() });
export type PrinterTrouble = z.infer<typeof printerTrouble>;

export const papersShown = z.object({
  printers: z.array(printerTrouble),
  /** Not over, and without a paper for sure (`failed`) or perhaps (`unsure`); the oldest first. */
  lost: z.array(
    z.object({
      code: z.string(),
      number: z.string(),
      kind: z.enum(['ticket', 'slip']),
      state: z.enum(['failed', 'unsure']),
      askedAt: isoInstant,
    }),
  ),
  /** Whether there is a printer for this station's reprints and slips. */
  prints: z.boolean(),
});
export type PapersShown = z.infer<typeof papersShown>;

/** Of the printer that serves a station. `elsewhere`: it stands in for the station's own, and is found there. */
export const stationPaper = z.object({
  printer: z.string(),
  /** It can print now, as far as it says. */
  ready: z.boolean(),
  elsewhere: z.string().nullable(),
});
export type StationPaper = z.infer<typeof stationPaper>;
