/** Devices that may connect to the broker, each with an account of its own. */
import type { CalendarCommand } from '../commands.ts';
import type { Decision, State } from '../decision.ts';
import { accept, refuse } from '../decision.ts';
import type { Instant } from '../instant.ts';

type Of<T extends CalendarCommand['type']> = Extract<CalendarCommand, { type: T }>;
type Done = Decision<Record<string, never>>;

export function addDevice({ calendar }: State, command: Of<'AddDevice'>, at: Instant): Done {
  const { id, driver, counter, label, hash, read, write, settings = {} } = command;
  if (calendar.devices.has(id)) return refuse('device-exists');
  return accept({}, { type: 'DeviceAdded', at, id, driver, counter, label, hash, read, write, settings });
}

export function changeDevice({ calendar }: State, command: Of<'ChangeDevice'>, at: Instant): Done {
  const device = calendar.devices.get(command.id);
  if (!device) return refuse('unknown-device');
  const { id, counter = device.counter, label = device.label, settings = device.settings } = command;
  return accept({}, { type: 'DeviceChanged', at, id, counter, label, settings });
}

/** Whoever is connected with the old one is no longer let in. */
export function setDevicePassword(
  { calendar }: State,
  { id, hash }: Of<'SetDevicePassword'>,
  at: Instant,
): Done {
  if (!calendar.devices.has(id)) return refuse('unknown-device');
  return accept({}, { type: 'DevicePasswordSet', at, id, hash });
}

export function removeDevice({ calendar }: State, { id }: Of<'RemoveDevice'>, at: Instant): Done {
  if (!calendar.devices.has(id)) return refuse('unknown-device');
  return accept({}, { type: 'DeviceRemoved', at, id });
}
