/** `box:<n>`: the virtual counter box of one counter. */
import { z } from 'zod';
import { counterNumber } from './values.ts';

/** The virtual counter box of the start page: what the real MQTT client has received. */
export const boxView = z.object({
  counter: counterNumber,
  connected: z.boolean(),
  /** The LED board's text; empty when blank. */
  led: z.string(),
  /** While the board blinks: so long on and so long off, in milliseconds; null: it is steady. */
  blinkMs: z.int().nullable(),
  lastResult: z
    .object({ ok: z.boolean(), ticket: z.string().nullable(), code: z.string().nullable() })
    .nullable(),
});
export type BoxView = z.infer<typeof boxView>;
