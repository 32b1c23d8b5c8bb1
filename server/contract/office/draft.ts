/**
 * What can still be read of an office file that has mistakes: the ids and numbers by which its parts refer to each
 * other. Whatever is not of the right kind is absent, so that one mistake does not hide or make another.
 */
import { z } from 'zod';

const word = z.string().optional().catch(undefined);
const number = z.number().optional().catch(undefined);
const flag = z.boolean().optional().catch(undefined);
const words = z.array(word).optional().catch(undefined);
const keys = z.record(z.string(), z.unknown()).optional().catch(undefined);
const anything = z.unknown().optional();

const listOf = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z
    .array(
      z
        .object(shape)
        .partial()
        .catch({} as never),
    )
    .optional()
    .catch(undefined);
const groupOf = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.object(shape).partial().optional().catch(undefined);

const draft = z
  .object({
    name: anything,
    /** Empty when they cannot be read. */
    languages: z.array(word).optional().catch([]),
    screening: groupOf({ warnAbove: number, holdAbove: number }),
    steps: listOf({ id: word, name: anything, within: anything, otherwise: anything, optIn: flag }),
    services: listOf({
      id: word,
      name: anything,
      prefix: anything,
      steps: words,
      offsite: anything,
      collect: groupOf({ service: word }),
    }),
    lanes: listOf({ id: word, name: anything, first: anything, atMost: anything }),
    quotas: listOf({
      id: word,
      services: words,
      lanes: words,
      perDay: number,
      extra: keys,
      upTo: number,
      share: groupOf({ booking: number, walkIn: number }),
      whenFull: word,
    }),
    counters: listOf({ number: number, name: anything, steps: words, lanes: words, zone: anything }),
    booking: groupOf({ service: word }),
    serial: listOf({
      port: word,
      protocol: word,
      mode: word,
      /** There, even where it cannot be read. */
      ascii: z.object({ template: word, check: word }).partial().optional().catch({}),
      devices: listOf({ address: number, id: word, counter: number, modbus: anything }),
    }),
    outcomes: keys,
    voice: groupOf({ jacks: listOf({ zone: word }) }),
    notices: listOf({ text: anything, from: word, until: word, zone: word }),
    media: listOf({ zone: word }),
  })
  .partial()
  .catch({});

export type Draft = z.infer<typeof draft>;

export function readDraft(data: unknown): Draft {
  return draft.parse(data);
}
