/** What the presses of a foreign button mean, as lines of a form. */
import type { Gesture, KeyAction } from '../../../server/contract/device-settings.ts';
import type { KeyName } from '../../../server/contract/devices.ts';
import type { DeviceView } from '../../../server/contract/views-devices.ts';

export interface MappingLine {
  /** Which key of it; empty: every one. */
  input: string;
  gesture: Gesture;
  key: KeyName;
  arg: string;
}

/** As the contract has them; types alone reach a page. */
export const gestures: readonly Gesture[] = ['single', 'double', 'triple', 'long'];
export const keysWithArgument: readonly KeyName[] = ['transfer', 'call', 'start', 'done', 'close'];

const usual: Readonly<Record<string, KeyAction>> = {
  single: { key: 'next' },
  double: { key: 'recall' },
  long: { key: 'no_show' },
};

const foreignButtons = ['tasmota', 'shelly-1', 'shelly-2', 'esphome', 'zigbee2mqtt', 'bthome', 'json'];

/** Whether its presses can be given a meaning. */
export const hasMapping = ({ driver }: Pick<DeviceView, 'driver'>): boolean =>
  foreignButtons.includes(driver);

export const keysOf = ({ settings }: Pick<DeviceView, 'settings'>): Readonly<Record<string, KeyAction>> =>
  (settings.keys as Record<string, KeyAction> | undefined) ?? usual;

export function linesOf(keys: Readonly<Record<string, KeyAction>>): MappingLine[] {
  return Object.entries(keys).map(([name, { key, arg }]) => {
    const colon = name.lastIndexOf(':');
    const gesture = name.slice(colon + 1) as Gesture;
    return {
      input: name.slice(0, Math.max(0, colon)),
      gesture,
      key,
      arg: arg === undefined ? '' : String(arg),
    };
  });
}

/** Later lines win over earlier ones of the same press. */
export function keysFrom(lines: readonly MappingLine[]): Record<string, KeyAction> {
  return Object.fromEntries(
    lines.map(({ input, gesture, key, arg }) => {
      const name = input.trim() === '' ? gesture : `${input.trim()}:${gesture}`;
      const text = arg.trim();
      const action = keysWithArgument.includes(key) && text !== '' ? { key, arg: text } : { key };
      return [name, action];
    }),
  );
}
