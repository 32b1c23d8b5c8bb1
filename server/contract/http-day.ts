/** Bodies and answers of a day that closes or was interrupted, of what was out of turn, and of the audit. */
import { z } from 'zod';
import { configId, isoInstant, ticketName, type VisitState } from './values.ts';
import type { SupervisorView } from './views-supervisor.ts';

/** More than an office has in a day. */
const tickets = z.array(ticketName).max(2000);
/** As many as one press may settle: what is more is sent again. */
const some = z.array(ticketName).max(500);
const when = z.iso.datetime({ offset: true });

/** `tomorrow`: who gets the first place of a later day instead of being served today. */
export const closeDayBody = z.strictObject({ tomorrow: tickets.optional() });
export const noteBody = z.strictObject({ note: z.string().trim().min(1).max(200) });
/** At the door: the screening that let the person in. */
export const placeBody = z.strictObject({ screening: z.string().min(1).max(64).optional() });
export const outageBody = z.strictObject({ from: when, to: when });
export const settleBody = z.strictObject({ done: some.optional(), gone: some.optional() });
export const paperNumbersBody = z.strictObject({
  numbers: z
    .array(
      z.strictObject({
        /** As on the sheet: `E-003`. */
        number: ticketName,
        service: configId,
        lane: configId.optional(),
        people: z.int().min(1).max(50).optional(),
        takenAt: when,
        /** Served already, without the hub. */
        done: z.boolean().optional(),
      }),
    )
    .min(1)
    .max(500),
});

/** One for each number that was sent, in the same order: as it stands on the ticket; or as it was sent, and why not. */
export interface PaperNumberAnswer {
  readonly number: string;
  readonly ok: boolean;
  /** The refusal's. */
  readonly code?: string;
}

/** The whole list of one date, oldest first. */
export interface OutOfTurnAnswer {
  readonly date: string;
  readonly entries: SupervisorView['outOfTurn'];
}

/** Who has not been served, for closing the day and for putting things right after an outage. */
export interface LeftAnswer {
  readonly closed: boolean;
  readonly left: readonly {
    readonly number: string;
    readonly service: string;
    readonly lane: string;
    readonly step: string;
    readonly state: VisitState;
    readonly counter: number | null;
    readonly arrivedAt: string;
    readonly people: number;
  }[];
}

export const auditEntry = z.object({
  seq: z.int(),
  at: isoInstant,
  /** The account that asked for it. */
  by: z.string(),
  type: z.string(),
  /** The ticket's number, where it is of today or yesterday. */
  number: z.string().optional(),
  /** The event without what is personal, without secrets' hashes, and without the office file (see `/office/history`). */
  event: z.record(z.string(), z.unknown()),
});
export type AuditEntry = z.infer<typeof auditEntry>;

export interface AuditAnswer {
  /** `calendar`, or `day:<date>`. */
  readonly stream: string;
  /** What the stream comes to, short enough to be noted down: a changed past has another one. */
  readonly seal: string;
  readonly entries: readonly AuditEntry[];
  /** Ask on `after` this; null at the end. */
  readonly next: number | null;
}
