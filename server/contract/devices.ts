/** MQTT 3.1.1 under `loket/v1`: topics and payloads of devices. Unknown keys are ignored (newer firmware). */
import { z } from 'zod';
import { configId } from './values.ts';

export const base = 'loket/v1';

/** Names of keys, as boxes send them. */
export const keyNames = [
  'next',
  'recall',
  'start',
  'done',
  'no_show',
  'hold',
  'transfer',
  'pause',
  'open',
  'close',
  'call',
  'undo',
] as const;
export type KeyName = (typeof keyNames)[number];

/** `(device, boot, seq)` names a press for ever: it is answered again and not done again. */
export const pressEvent = z.object({
  /** One of `keyNames`; any other is answered with `unknown-key`. */
  event_type: z.string().min(1).max(32),
  seq: z.int().min(0).max(4_294_967_295),
  boot: z.string().regex(/^[0-9A-Za-z]{1,16}$/),
  /** `call`: the ticket; `transfer`: a step's id or a counter's number; `close`: "confirm"; `start`: "timed". */
  arg: z.union([z.string().max(64), z.number(), z.null()]).optional(),
  age_ms: z.number().min(0).optional(),
});
export type PressEvent = z.infer<typeof pressEvent>;

export type PressResult =
  | { boot: string; seq: number; ok: true; ticket: string | null; counter: number }
  | { boot: string | null; seq: number | null; ok: false; error: { code: string; message: string } };

export const deviceInfo = z.object({
  model: z.string().max(64),
  fw: z.string().max(32),
  proto: z.int(),
  boot: z.string().max(16).optional(),
  caps: z.record(z.string(), z.unknown()).optional(),
});
export type DeviceInfo = z.infer<typeof deviceInfo>;

export const deviceStatus = z.enum(['online', 'offline']);

/** Desired state, retained. `rev` is compared for equality only. */
export interface DisplaySet {
  readonly rev: number;
  readonly text: string;
  readonly counter: number;
  readonly blink_ms: number;
  readonly blink_for_ms: number;
}

/** `…/temperature`: degrees Celsius; `body_c`: the sensor's own estimate of the body. Named by `(device, boot, seq)` as a press is. */
export const temperatureMessage = z.object({
  seq: pressEvent.shape.seq,
  boot: pressEvent.shape.boot,
  object_c: z.number().min(-100).max(1000),
  ambient_c: z.number().min(-100).max(1000).nullable().optional(),
  body_c: z.number().min(-100).max(1000).nullable().optional(),
  kind: configId.optional().catch(undefined),
  age_ms: z.number().min(0).optional(),
});

export const displayState = z.object({ rev: z.int(), text: z.string().max(32), ok: z.boolean() });

/** `…/call`, for integrators. */
export interface CallMessage {
  readonly event_type: 'called';
  readonly ticket: string;
  readonly counter: number;
  readonly call_id: string;
  readonly times: number;
}

/** `…/counter/<n>/state`, retained. */
export interface CounterStateMessage {
  readonly counter: number;
  readonly state: 'open' | 'paused' | 'closed';
  readonly ticket: string | null;
  readonly called_at: string | null;
}

/** `…/service/<id>/state`, retained. */
export interface ServiceStateMessage {
  readonly service: string;
  readonly waiting: number;
}

/** Topics of a device and of the hub; the one place where they are spelt. */
export const topics = {
  event: (device: string) => `${base}/${device}/event`,
  result: (device: string) => `${base}/${device}/event/result`,
  status: (device: string) => `${base}/${device}/status`,
  info: (device: string) => `${base}/${device}/info`,
  displaySet: (device: string) => `${base}/${device}/display/set`,
  displayState: (device: string) => `${base}/${device}/display/state`,
  temperature: (device: string) => `${base}/${device}/temperature`,
  identify: (device: string) => `${base}/${device}/cmd/identify`,
  hubStatus: `${base}/hub/status`,
  call: `${base}/call`,
  counterState: (counter: number) => `${base}/counter/${counter}/state`,
  serviceState: (service: string) => `${base}/service/${service}/state`,
} as const;
