/** What a device's driver needs to know beside its account: kept with the device, checked when it comes in. */
import { z } from 'zod';
import { keyNames } from './devices.ts';
import { configId, deviceId } from './values.ts';

/** How a key was pressed, whatever its maker calls it. */
export const gestures = ['single', 'double', 'triple', 'long'] as const;
export type Gesture = (typeof gestures)[number];

/** What a press does: one of the contract's keys, with what it needs to know (`arg` of `event`). */
export const keyAction = z.strictObject({
  key: z.enum(keyNames),
  arg: z.union([z.string().min(1).max(64), z.number()]).optional(),
});
export type KeyAction = z.infer<typeof keyAction>;

/** `single`, or `2:single` for one input of several. The one with its input counts before the one without. */
const gestureName = z
  .string()
  .regex(/^(?:[\w.-]{1,32}:)?(?:single|double|triple|long)$/, 'expected "single", "2:long", …');
const keys = z.record(gestureName, keyAction);

/** What a foreign button does unless its settings say otherwise. */
export const usualKeys: Readonly<Record<string, KeyAction>> = {
  single: { key: 'next' },
  double: { key: 'recall' },
  long: { key: 'no_show' },
};

/** What a board can show. `digits`: 0 to 9 alone; `seven-segment`: also the letters that have a shape of their own there; `text`: all. */
export const boardProfile = z.strictObject({
  width: z.int().min(1).max(32),
  characters: z.enum(['digits', 'seven-segment', 'text']),
});
export type BoardProfile = z.infer<typeof boardProfile>;

/** The device's name in its maker's own scheme of topics; without it, its id. Never under Loket's own. */
const topic = z
  .string()
  .min(1)
  .max(120)
  .regex(/^[^+#\p{Cc}]+$/u, 'expected a topic without + and #')
  .refine((text) => !/^(?:\$|\/|loket(?:\/|$))/.test(text), 'expected a topic outside loket/ and $…');

/** `via`: the account of a gateway that speaks for the device (driver `integration`); without it, the device speaks for itself. */
const foreign = { topic: topic.optional(), via: deviceId.optional(), keys: keys.optional() };
const board = boardProfile.optional();

/** A place in a JSON message: `action`, `params.events.0.event`. */
const path = z
  .string()
  .regex(/^[^.\s]{1,64}(?:\.[^.\s]{1,64}){0,7}$/, 'expected a path such as "button.action"');

/** `fill`: the reading fills in the door station, a guard confirms it; `admit`: it admits by itself. */
const thermometer = {
  mode: z.enum(['fill', 'admit']).default('fill'),
  /** `object`: as measured; `body`: the sensor's own estimate of the body where it gives one. */
  use: z.enum(['object', 'body']).default('object'),
  /** Added to what was measured, °C: what the office found out with a clinical thermometer. */
  offset: z.number().min(-5).max(5).default(0),
};

/** Where a printer is: on the network, a serial line, a USB port, or a queue of CUPS. */
const printerAddress = z
  .string()
  .max(200)
  .regex(
    /^(?:tcp:\/\/(?:[\w.-]+|\[[0-9a-f:]+\])(?::\d{2,5})?|serial:\/dev\/[\w./:-]+(?:\?baud=\d{3,7})?|usb:\/dev\/[\w./-]+|cups:[\w.-]{1,64})$/i,
    'expected tcp://192.168.1.50:9100, serial:/dev/…?baud=19200, usb:/dev/usb/lp0 or cups:NAME',
  )
  // What is printed is written there: never into a file elsewhere.
  .refine((at) => !at.includes('..'), 'expected a path below /dev/, without ..');
const printer = {
  at: printerAddress,
  /** Characters a line: 32 on 58 mm paper, 42 or 48 on 80 mm. */
  columns: z.union([z.literal(32), z.literal(42), z.literal(48)]).default(48),
  /** Whose tickets it prints: roles, or ids of tokens; the first of several printers that can, does. */
  for: z.array(z.string().min(1).max(64)).min(1).max(20).default(['kiosk', 'door', 'counter']),
  /** Prints for the others when they cannot, and only then. */
  spare: z.boolean().default(false),
};

/** By driver. A driver that is not here speaks the contract's own topics. */
export const settingsOf = {
  loket: z.strictObject({ board, thermometer: z.strictObject(thermometer).optional() }),
  tasmota: z.strictObject({ ...foreign, board }),
  'shelly-1': z.strictObject(foreign),
  'shelly-2': z.strictObject(foreign),
  /** `text`: the name of its text component, for boards; `buttons`: names of binary sensors that count as keys. */
  esphome: z.strictObject({
    ...foreign,
    board,
    text: z
      .string()
      .regex(/^[\w-]{1,64}$/)
      .optional(),
  }),
  zigbee2mqtt: z.strictObject(foreign),
  bthome: z.strictObject(foreign),
  /** `action`: where the gesture stands; `values`: its words; `mark`: where stands what tells one press from all others. */
  json: z.strictObject({
    ...foreign,
    action: path.optional(),
    input: path.optional(),
    mark: path.optional(),
    values: z.record(z.string().min(1).max(64), z.enum(gestures)).optional(),
  }),
  'awtrix-3': z.strictObject({ ...foreign, board }),
  'awtrix-ng': z.strictObject({ ...foreign, board }),
  wled: z.strictObject({ topic: topic.optional(), via: deviceId.optional(), board }),
  hikvision: z.strictObject(thermometer),
  /** `serial`: the SN that the terminal gives itself; `divide`: by what its whole numbers are divided. */
  zkteco: z
    .strictObject({
      ...thermometer,
      serial: z.string().regex(/^\w{4,32}$/),
      divide: z.union([z.literal(1), z.literal(10), z.literal(100)]).default(10),
      /** Its IPv4 address. The protocol has no password: a terminal that admits by itself is believed from there alone. */
      address: z.ipv4().optional(),
    })
    .refine(({ mode, address }) => mode === 'fill' || address !== undefined, {
      path: ['address'],
      message: 'expected the terminal’s address, as it admits by itself',
    }),
  escpos: z.strictObject(printer),
} as const;
export type KnownDriver = keyof typeof settingsOf;
export type SettingsOf<Driver extends KnownDriver> = z.infer<(typeof settingsOf)[Driver]>;

/** As kept: parsed by the schema of the driver. */
export type DeviceSettings = Readonly<Record<string, unknown>>;

export const isKnownDriver = (driver: string): driver is KnownDriver => Object.hasOwn(settingsOf, driver);

/** Drivers whose devices have no account at the broker: they are reached, or send, in another way. */
export const withoutBroker: readonly string[] = ['hikvision', 'zkteco', 'escpos'] satisfies KnownDriver[];

/** The settings of a device; undefined where the driver has none of its own or they are not its. */
export function readSettings<Driver extends KnownDriver>(
  driver: Driver,
  device: { readonly driver: string; readonly settings: DeviceSettings },
): SettingsOf<Driver> | undefined {
  if (device.driver !== driver) return undefined;
  return settingsOf[driver].safeParse(device.settings).data as SettingsOf<Driver> | undefined;
}

export const deviceChange = z.strictObject({
  counter: z.int().min(1).max(999).nullable().optional(),
  label: z.string().trim().min(1).max(64).nullable().optional(),
  settings: z.record(z.string(), z.unknown()).optional(),
});

export const driverName = configId;
