/** Views of devices for the supervisor: one device in full (`device:<id>`), and who knocks without being let in. */
import { z } from 'zod';
import { deviceInfo } from './devices.ts';
import { counterNumber, isoInstant } from './values.ts';

/** One message as it passed, newest first; texts are cut at 300 characters. */
export const deviceMessage = z.object({
  at: isoInstant,
  /** From the device, to it, or a line of its bridge about the wire. */
  way: z.enum(['from', 'to', 'line']),
  topic: z.string(),
  text: z.string(),
  /** What it was taken for: `press`, `status`, `reading`, …; `ignored`: it means nothing to the driver. */
  kind: z.string(),
  /** `ok`, or the code of what stood in the way: a refusal, `refused-publish`, `malformed`. Null: nothing was asked. */
  verdict: z.string().nullable(),
});
export type DeviceMessage = z.infer<typeof deviceMessage>;

/** What a device did that its rules do not allow, the last time: with the topic, where there is one. */
export const deviceTrouble = z.object({
  at: isoInstant,
  /** `refused-publish`, `refused-subscribe`, `password`, `client id`, `will`, `duplicate`, … */
  why: z.string(),
  topic: z.string().nullable(),
  times: z.int(),
});
export type DeviceTrouble = z.infer<typeof deviceTrouble>;

/** Somebody at the broker's door whom it does not know. */
export const knock = z.object({
  at: isoInstant,
  /** The user name that was given; empty: none. */
  name: z.string(),
  address: z.string(),
  why: z.string(),
  times: z.int(),
});
export type Knock = z.infer<typeof knock>;

/** Lines to paste into a device's own console or page. */
export const setUpBlock = z.object({
  /** Where they go: `console`, `web`, `yaml`, `json`. */
  kind: z.string(),
  lines: z.array(z.string()),
});
export type SetUpBlock = z.infer<typeof setUpBlock>;

export const printerState = z.object({
  /** `unknown`: it does not answer questions about itself. */
  state: z.enum(['ok', 'near-end', 'out', 'cover', 'offline', 'error', 'unknown']),
  /** Papers that wait for it. */
  waiting: z.int(),
  /** Since when it is so. */
  since: isoInstant.nullable(),
});
export type PrinterState = z.infer<typeof printerState>;

/** What a device is to people. `box`: keys and board of ours; `button`: somebody else's; `gateway`: speaks for others. */
export const deviceKinds = [
  'box',
  'button',
  'board',
  'printer',
  'thermometer',
  'gateway',
  'virtual',
] as const;
export type DeviceKind = (typeof deviceKinds)[number];

/** What a list and a page say of a device. */
export const deviceGlance = z.object({
  id: z.string(),
  kind: z.enum(deviceKinds),
  driver: z.string(),
  counter: counterNumber.nullable(),
  label: z.string().nullable(),
  online: z.boolean(),
  lastSeen: isoInstant.nullable(),
  address: z.string().nullable(),
  info: deviceInfo.nullable(),
  /** Percent; null where it does not say. */
  battery: z.number().nullable(),
  /** Null: it has no board. */
  board: z
    .object({ wanted: z.string(), shown: z.string().nullable(), ok: z.boolean().nullable() })
    .nullable(),
  printer: printerState.nullable(),
  trouble: deviceTrouble.nullable(),
});
export type DeviceGlance = z.infer<typeof deviceGlance>;

export const deviceView = deviceGlance.extend({
  settings: z.record(z.string(), z.unknown()),
  /** Of a gateway: topic filters. */
  read: z.array(z.string()),
  write: z.array(z.string()),
  messages: z.array(deviceMessage),
  setUp: z.array(setUpBlock),
});
export type DeviceView = z.infer<typeof deviceView>;
