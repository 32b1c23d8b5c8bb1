/** Thermometers at the door: a reading fills in the door station, or admits by itself, as the office has set each of them. */
import { readSettings, type SettingsOf } from '../contract/device-settings.ts';
import type { DoorView } from '../contract/views-door.ts';
import type { Measured } from '../domain/door/measured.ts';
import { measuredAtDoor } from '../domain/door/measured.ts';
import type { Hub } from '../hub.ts';
import type { Log } from '../log.ts';

type Device = Hub['state']['calendar']['devices'] extends Map<string, infer Value> ? Value : never;
type Setting = NonNullable<SettingsOf<'loket'>['thermometer']>;

export interface ThermometerReading extends Measured {
  /** Names the reading for ever, together with the device: it is answered again and not done again. */
  readonly mark: string;
  /** Milliseconds since it was measured, as far as the device knows. */
  readonly ageMs?: number;
}

/** `recorded`: may be acknowledged. `said`: `shown`, a verdict, or why it was not taken. */
export interface Taken {
  readonly said: string;
  readonly recorded: boolean;
}

export interface Thermometers {
  take(device: Device, reading: ThermometerReading): Promise<Taken>;
  /** What the door station is to fill in, or has to know, now. */
  latest(): DoorView['reading'];
  onChange(listener: () => void): void;
}

const usual: Setting = { mode: 'fill', use: 'object', offset: 0 };
/** Whoever was measured has passed by then; the next one must not be taken for them. */
const shownForMs = 20_000;
/** As with a press: later nobody knows whom it was about. */
const oldestMs = 10_000;
const mostRemembered = 100;

export function createThermometers({ hub, log }: { hub: Hub; log: Log }): Thermometers {
  const listeners: (() => void)[] = [];
  let shown: NonNullable<DoorView['reading']> | null = null;
  let count = 0;
  /** By device: the last readings that were shown. What is sent again is not about whoever stands there now. */
  const filled = new Map<string, readonly string[]>();
  let timer: NodeJS.Timeout | undefined;

  function tell(reading: typeof shown): void {
    shown = reading;
    clearTimeout(timer);
    if (reading !== null) timer = setTimeout(() => tell(null), shownForMs).unref();
    for (const listener of listeners) listener();
  }

  function show(device: string, about: { celsius: number; kind: string }, refused: string | null): void {
    count += 1;
    tell({ id: count, device, ...about, at: new Date(hub.now()).toISOString(), refused });
  }

  // A reading belongs to one person: once somebody was recorded, it is over.
  hub.onTold(({ events }) => {
    if (shown?.refused === null && events.some(({ type }) => type === 'PersonScreened')) tell(null);
  });

  return {
    async take(device, reading) {
      const setting = settingOf(hub.state, device);
      if (hub.state.calendar.office?.screening === undefined)
        return { said: 'not-measuring', recorded: true };
      if (setting === null) return { said: 'no-thermometer', recorded: true };
      if ((reading.ageMs ?? 0) > oldestMs) return { said: 'stale', recorded: true };
      const about = measuredAtDoor(reading, setting);
      if (setting.mode === 'fill') {
        const before = filled.get(device.id) ?? [];
        if (before.includes(reading.mark)) return { said: 'repeated', recorded: true };
        filled.set(device.id, [...before, reading.mark].slice(-mostRemembered));
        show(device.id, about, null);
        return { said: 'shown', recorded: true };
      }
      const from = { account: `device:${device.id}`, key: `reading:${reading.mark}` };
      const outcome = await hub.submit({ type: 'ScreenVisitor', ...about }, from);
      if (outcome.ok) return { said: outcome.answer.verdict, recorded: true };
      const { code } = outcome.refusal;
      log.warn({ device: device.id, code }, 'a reading was not recorded');
      show(device.id, about, code);
      return { said: code, recorded: code !== 'storage' };
    },
    latest: () => shown,
    onChange: (listener) => void listeners.push(listener),
  };
}

/** As the device is registered, or as the office file's serial line says; null: it is no thermometer. */
function settingOf({ calendar }: Hub['state'], device: Device): Setting | null {
  for (const line of calendar.office?.serial ?? []) {
    const wired = line.devices.find(({ id }) => id === device.id);
    if (wired) return wired.thermometer ?? usual;
  }
  const terminal = readSettings('hikvision', device) ?? readSettings('zkteco', device);
  if (terminal) return terminal;
  return readSettings('loket', device)?.thermometer ?? (device.driver === 'integration' ? null : usual);
}
