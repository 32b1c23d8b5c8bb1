/** A device of another maker as its family knows it: the name in its maker's scheme is its id unless its settings say otherwise. */
import type { DeviceSettings } from '../../contract/device-settings.ts';
import type { ForeignDevice } from './family.ts';

export function foreignDevice(device: {
  readonly id: string;
  readonly settings: DeviceSettings;
}): ForeignDevice {
  const { topic } = device.settings;
  return { id: device.id, topic: typeof topic === 'string' ? topic : device.id, settings: device.settings };
}
