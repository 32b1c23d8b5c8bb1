/** What a family hears in a message of a device, for tests with recorded payloads. */
import type { DeviceSettings } from '../../server/contract/device-settings.ts';
import { familyOf } from '../../server/devices/foreign/families.ts';
import type { Heard } from '../../server/devices/foreign/family.ts';

export interface Told {
  readonly topic: string;
  readonly payload: string;
  readonly retain?: boolean;
}

export function hear(
  driver: string,
  name: string,
  told: Told,
  settings: DeviceSettings = {},
): readonly Heard[] {
  const family = familyOf(driver);
  if (!family) throw new Error(`no family: ${driver}`);
  const device = { id: 'btn-3', topic: name, settings };
  const { topic, payload, retain = false } = told;
  return family.hear(device, { topic, payload: Buffer.from(payload), retain });
}

export const press = (input: string, gesture: string, mark: object | null = null) => ({
  kind: 'press',
  input,
  gesture,
  mark,
});
export const counted = (text: string) => ({ kind: 'counter', text });
