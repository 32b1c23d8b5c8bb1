/**
 * The office file: everything about one office that the program must not assume. The result is plain JSON; the
 * words of the file that stand for something else (durations, hours, shares) are already turned into numbers.
 */
import type { z } from 'zod';
import { complete } from './office/complete.ts';
import type { OfficeMistake } from './office/expected.ts';
import { mistakesOf } from './office/mistakes.ts';
import { officeParts } from './office/parts.ts';
import { disagreements } from './office/rules.ts';

export const officeSchema = officeParts
  .superRefine((parts, context) => {
    for (const { path, message } of disagreements(parts))
      context.addIssue({ code: 'custom', path: [...path], message });
  })
  .transform(complete);

export type Office = z.infer<typeof officeSchema>;
export type Step = Office['steps'][number];
export type Service = Office['services'][number];
export type Lane = Office['lanes'][number];
export type Quota = Office['quotas'][number];
export type CounterSetup = Office['counters'][number];
export type SerialLine = Office['serial'][number];
export type Opening = Office['openings'][number];
export type Screening = NonNullable<Office['screening']>;
export type Booking = NonNullable<Office['booking']>;
export type Calling = Office['calling'];
export type Voice = Office['voice'];
export type Notice = Office['notices'][number];
export type Medium = Office['media'][number];

/**
 * Reads the office from data. Unlike the schema by itself it also says where parts disagree when some part is
 * wrong, so that everything is reported at once.
 */
export function readOffice(
  data: unknown,
): { ok: true; office: Office } | { ok: false; mistakes: OfficeMistake[] } {
  const parsed = officeSchema.safeParse(data);
  if (parsed.success) return { ok: true, office: parsed.data };
  return { ok: false, mistakes: mistakesOf(parsed.error.issues, disagreements(data)) };
}
