/** A temperature on its way: parsed, shown or recorded, acknowledged only then. Nothing of its value is kept here. */
import { temperatureMessage } from '../../contract/devices.ts';
import type { Notes } from './book.ts';
import type { Guard } from './guard.ts';
import { readJson } from './presence.ts';
import { bytesOf, type Device, type Publish } from './types.ts';

/** Degrees Celsius; `mark` names it for ever, together with the device. */
export interface DeviceReading {
  readonly mark: string;
  readonly object: number;
  readonly body: number | null;
  readonly kind: string | null;
  readonly ageMs?: number;
}

/** Takes a reading; `recorded`: may be acknowledged, `said`: what came of it. */
export type TakeReading = (
  device: Device,
  reading: DeviceReading,
) => Promise<{ readonly said: string; readonly recorded: boolean }>;

export interface Readings {
  /** Resolves with whether it may be acknowledged. */
  submit(device: Device, packet: Publish): Promise<boolean>;
}

export function createReadings(take: TakeReading | undefined, notes: Notes, guard: Guard): Readings {
  return {
    async submit(device, packet) {
      const bytes = bytesOf(packet.payload);
      const entry = notes.from(device.id, packet.topic, bytes, 'reading');
      const { data } = temperatureMessage.safeParse(readJson(bytes));
      if (!data) {
        guard.drop('malformed-message', { device: device.id });
        notes.judged(device.id, entry, 'reading', 'malformed');
        return true;
      }
      const { boot, seq, object_c: object, body_c: body = null, kind = null, age_ms: ageMs = 0 } = data;
      const taken = await take?.(device, { mark: `${boot}:${seq}`, object, body, kind, ageMs });
      notes.judged(device.id, entry, 'reading', taken?.said ?? 'ignored');
      return taken?.recorded ?? true;
    },
  };
}
