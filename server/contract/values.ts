/** The small values that cross every process: instants, dates, numbers, ids, and how they are written. */
import { z } from 'zod';

/** ISO 8601 in UTC with milliseconds: `2026-11-26T01:05:00.000Z`. */
export const isoInstant = z.iso.datetime();

/** A local date of the office: `2026-11-26`. */
export const localDate = z.iso.date();

/** The id of a configured thing: service, lane, step, zone, token label. */
export const configId = z.string().regex(/^[a-z0-9-]{1,32}$/, 'expected 1 to 32 of a-z, 0-9 and -');

/** MQTT client id, user name and topic level of a device (MQTT 3.1 allows 23 characters). */
export const deviceId = z
  .string()
  .regex(/^[a-z0-9-]{1,23}$/, 'expected 1 to 23 of a-z, 0-9 and -')
  .refine(
    (id) => !['hub', 'counter', 'service', 'call', 'loket'].includes(id),
    'expected another id: this one is the hub’s own topic',
  );

export const counterNumber = z.int().min(1).max(999);

/** A ticket as people name it: its number (`A-012`, also `A012` and `a12`) or its code. */
export const ticketName = z.string().trim().min(1).max(64);

/** The link of a ticket: 128 random bits in base64url. */
export const ticketCode = z.string().regex(/^[A-Za-z0-9_-]{22}$/);

export const visitStates = [
  'waiting',
  'called',
  'serving',
  'held',
  'no-show',
  'incomplete',
  'done',
  'cancelled',
  'unfinished',
] as const;
export type VisitState = (typeof visitStates)[number];

export const counterStates = ['open', 'paused', 'closed'] as const;
export type CounterState = (typeof counterStates)[number];

export const handoverStates = ['running', 'kept', 'broken'] as const;

/** What a visitor may need of the officer; erased at midnight. */
export const needs = ['deaf', 'blind', 'wheelchair', 'interpreter'] as const;
export type Need = (typeof needs)[number];

/** What a visitor says of the visit, in one tap. */
export const ratings = ['good', 'fair', 'poor'] as const;
export type Rating = (typeof ratings)[number];

export const roles = ['kiosk', 'door', 'counter', 'display', 'supervisor', 'integration'] as const;
export type Role = (typeof roles)[number];

/** What an officer may be: works at a counter, guards the door, or heads the office. */
export const officerRoles = ['counter', 'door', 'supervisor'] as const;
export type OfficerRole = (typeof officerRoles)[number];

/** How people call an officer when they sign in: the id, which is no name. */
export const officerId = z.string().regex(/^[a-z0-9-]{1,32}$/, 'expected 1 to 32 of a-z, 0-9 and -');

/** A word in each language of the office: `{id: 'Paspor', en: 'Passport'}`. */
export type Name = Readonly<Record<string, string>>;

/** Where a counter is, seen from the boards of its zone. */
export const directions = ['left', 'right', 'ahead', 'back', 'up', 'down'] as const;
export type Direction = (typeof directions)[number];
