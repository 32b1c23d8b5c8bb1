/** Screens that are watched from afar: what each says of itself, what the hub answers, and what the supervisor sees. */
import { z } from 'zod';
import { counterNumber, isoInstant } from './values.ts';

/** Made by the screen once and kept by its browser, so that it is the same screen after a restart. */
export const displayId = z.string().regex(/^[a-z0-9]{12,32}$/);

export const displayPages = ['lobby', 'counter', 'door', 'kiosk'] as const;

/**
 * `on`: sound may be played. `blocked`: the browser waits for somebody to touch the screen. `off`: switched off by the
 * address (`?sound=off`). `none`: this page has no voice.
 */
export const soundStates = ['on', 'blocked', 'off', 'none'] as const;

/** Sent when a page opens, whenever something of it changes, and every 20 seconds. */
export const displayReport = z.strictObject({
  id: displayId,
  page: z.enum(displayPages),
  zone: z.string().max(32).nullable(),
  counter: counterNumber.nullable(),
  /** What stands largest on the screen at this moment; null: no number. */
  number: z.string().max(16).nullable(),
  sound: z.enum(soundStates),
  /** Milliseconds by which the machine's own clock is ahead of the hub's. */
  clockOffset: z.int().min(-9_999_999_999_999).max(9_999_999_999_999),
  /** Which build of the pages this is. */
  build: z.string().max(40),
  /** Pixels of the window: `1920 × 1080`. */
  size: z.string().max(20),
});
export type DisplayReport = z.infer<typeof displayReport>;

/** `build`: of the pages that the hub serves now; a screen with another one loads itself anew. */
export interface DisplayAnswer {
  readonly speaks: boolean;
  /** Another one speaks for its zone, and would go on if this one's sound were on: nobody need touch this screen. */
  readonly spare?: true;
  readonly build: string;
}

/** A screen as the supervisor sees it; who has never reported but is signed in as a display has nulls. */
export const displaySeen = displayReport.partial().extend({
  id: z.string(),
  /** The name of the station that it is signed in as; null: nobody signed it in. */
  label: z.string().nullable(),
  /** The station's token, where there is one. */
  station: z.string().nullable(),
  address: z.string().nullable(),
  online: z.boolean(),
  /** Since when it is connected, or since when it no longer is; null: never seen. */
  since: isoInstant.nullable(),
  speaks: z.boolean(),
  /** It shows pages of another version. */
  old: z.boolean(),
});
export type DisplaySeen = z.infer<typeof displaySeen>;

/**
 * The voice of one zone (null: of the whole office). `by`: who speaks; null: nobody. `trouble`: `none` (no speaker at
 * all), `blocked` (a screen waits for a touch), `unsigned` (it speaks, but nobody signed the screen in), `jack` (the
 * sound card does not play).
 */
export const zoneVoice = z.object({
  zone: z.string().nullable(),
  by: z.enum(['screen', 'jack']).nullable(),
  /** Of the screen, or of the sound card. */
  id: z.string().nullable(),
  /** Calls that are not said yet. */
  waiting: z.int(),
  trouble: z.enum(['none', 'blocked', 'unsigned', 'jack']).nullable(),
});
export type ZoneVoice = z.infer<typeof zoneVoice>;

/** A call that no speaker has acknowledged in time. */
export const unheardCall = z.object({
  callId: z.string(),
  number: z.string(),
  counter: counterNumber,
  zone: z.string().nullable(),
  at: isoInstant,
});
export type UnheardCall = z.infer<typeof unheardCall>;

/** Of the supervisor's view. */
export const displaysShown = z.object({
  screens: z.array(displaySeen),
  voices: z.array(zoneVoice),
  unheard: z.array(unheardCall),
});
export type DisplaysShown = z.infer<typeof displaysShown>;
