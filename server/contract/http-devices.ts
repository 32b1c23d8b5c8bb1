/** Bodies and answers of devices: their accounts, what is set of them, and a press for trying. */
import { z } from 'zod';
import { type DeviceSettings, gestures, isKnownDriver, keyAction, settingsOf } from './device-settings.ts';
import { configId, counterNumber, deviceId } from './values.ts';
import type { SetUpBlock } from './views-devices.ts';

/** MQTT 3.1.1, 4.7: `+` stands for one whole level, `#` for all that follow, at the end. */
const topicFilter = z
  .string()
  .max(200)
  .regex(/^(?:[^+#/\p{Cc}]*|\+)(?:\/(?:[^+#/\p{Cc}]*|\+))*(?:\/#)?$|^#$/u, 'expected an MQTT topic filter')
  .min(1);

type Issue = z.core.$ZodIssue;
export type CheckedSettings =
  | { readonly ok: true; readonly settings: DeviceSettings }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** The settings as the driver's schema reads them, its usual values filled in. */
export function checkSettings(driver: string, given: unknown): CheckedSettings {
  const schema = isKnownDriver(driver) ? settingsOf[driver] : z.strictObject({});
  const parsed = schema.safeParse(given);
  if (parsed.success) return { ok: true, settings: parsed.data };
  return {
    ok: false,
    issues: parsed.error.issues.map((issue) => ({ ...issue, path: ['settings', ...issue.path] })),
  };
}

export const deviceBody = z
  .strictObject({
    id: deviceId,
    /** The family: one that Loket knows, or any name for a device that speaks the contract's own topics. */
    driver: configId,
    counter: counterNumber.optional(),
    label: z.string().trim().min(1).max(200).optional(),
    /** What the driver needs to know: `device-settings.ts`. */
    settings: z.record(z.string(), z.unknown()).default({}),
    /** `integration` only: topic filters it may read and write. */
    read: z.array(topicFilter).max(50).optional(),
    write: z.array(topicFilter).max(50).optional(),
  })
  .superRefine(({ driver, read, write }, context) => {
    if (driver === 'integration') return;
    const message = 'only a device of driver "integration" has filters of its own';
    if (read) context.addIssue({ code: 'custom', path: ['read'], message });
    if (write) context.addIssue({ code: 'custom', path: ['write'], message });
  });

/** One of the contract's keys; or, of a foreign button, what it says when it is pressed so. */
export const devicePressBody = z.union([
  keyAction,
  z.strictObject({
    gesture: z.enum(gestures),
    input: z
      .string()
      .regex(/^[\w.-]{1,32}$/)
      .optional(),
  }),
]);

export type DevicePress = z.infer<typeof devicePressBody>;

/** What a simulated press came to. */
export type DevicePressAnswer =
  | { readonly ok: true; readonly ticket: string | null; readonly counter: number }
  | { readonly ok: false; readonly error: { readonly code: string; readonly message: string } };

/** Told once; `username` and `password` are null where the device has no use for them. */
export interface DeviceAnswer {
  readonly id: string;
  readonly username: string | null;
  readonly password: string | null;
  readonly setUp: readonly SetUpBlock[];
}
