/** `device:<id>` and the devices of `supervisor`: an account with what is known of who uses it. */
import type { KnownDriver } from '../../contract/device-settings.ts';
import type { DeviceInfo } from '../../contract/devices.ts';
import type {
  DeviceKind,
  DeviceMessage,
  DeviceTrouble,
  DeviceView,
  Knock,
  PrinterState,
  SetUpBlock,
} from '../../contract/views-devices.ts';
import type { SupervisorView } from '../../contract/views-supervisor.ts';
import type { Device } from '../calendar.ts';
import type { State } from '../decision.ts';

/** What is known of its connection. */
export interface DeviceSeen {
  readonly online: boolean;
  readonly lastSeen: string | null;
  readonly info?: DeviceInfo | null;
  readonly address?: string;
  /** What its board says that it shows. */
  readonly display: { readonly text: string; readonly ok?: boolean } | null;
}

export type BoardSeen = NonNullable<DeviceView['board']>;

/** What the hub's surroundings know of devices; by id. */
export interface DevicesAround {
  /** The newest first. */
  messages(id: string): readonly DeviceMessage[];
  trouble(id: string): DeviceTrouble | null;
  battery(id: string): number | null;
  board(id: string): BoardSeen | null;
  printer(id: string): PrinterState | null;
  knocks(): readonly Knock[];
  /** Without its password, which nobody knows any more. */
  setUp(device: Device): readonly SetUpBlock[];
}

const nothingSeen: DeviceSeen = { online: false, lastSeen: null, display: null };

const kinds: Readonly<Record<KnownDriver | 'integration' | 'virtual', DeviceKind>> = {
  loket: 'box',
  tasmota: 'button',
  'shelly-1': 'button',
  'shelly-2': 'button',
  esphome: 'button',
  zigbee2mqtt: 'button',
  bthome: 'button',
  json: 'button',
  escpos: 'printer',
  hikvision: 'thermometer',
  zkteco: 'thermometer',
  integration: 'gateway',
  virtual: 'virtual',
  'awtrix-3': 'board',
  'awtrix-ng': 'board',
  wled: 'board',
};

/** What it is to people: told by its driver, and for the contract's own topics by what is set of it. */
export function kindOf({ driver, settings }: Pick<Device, 'driver' | 'settings'>): DeviceKind {
  if (driver === 'loket' && settings.thermometer !== undefined) return 'thermometer';
  return new Map<string, DeviceKind>(Object.entries(kinds)).get(driver) ?? 'box';
}

/** What both views say of a device. A printer is reached by the hub: it is there unless it does not answer. */
function glanceOf(device: Device, around: DevicesAround, seen: DeviceSeen) {
  const { id, driver, counter, label } = device;
  const { display, info = null, address = null } = seen;
  const printer = around.printer(id);
  const said = display ? { wanted: display.text, shown: display.text, ok: display.ok ?? null } : null;
  return {
    id,
    kind: kindOf(device),
    driver,
    counter,
    label,
    online: printer ? printer.state !== 'offline' : seen.online,
    lastSeen: seen.lastSeen,
    address,
    info,
    battery: around.battery(id),
    board: around.board(id) ?? said,
    printer,
    trouble: around.trouble(id),
  };
}

export type Presence = ReadonlyMap<string, DeviceSeen>;

/** Where nobody looks: only what the calendar knows. */
const nobodyLooks: DevicesAround = {
  messages: () => [],
  trouble: () => null,
  battery: () => null,
  board: () => null,
  printer: () => null,
  knocks: () => [],
  setUp: () => [],
};

/** Null: there is no such device. */
export function deviceView(
  { calendar }: State,
  id: string,
  presence: Presence,
  around: DevicesAround = nobodyLooks,
): DeviceView | null {
  const device = calendar.devices.get(id);
  if (!device) return null;
  const { settings, read, write } = device;
  return {
    ...glanceOf(device, around, presence.get(id) ?? nothingSeen),
    settings,
    read: [...read],
    write: [...write],
    messages: [...around.messages(id)],
    setUp: [...around.setUp(device)],
  };
}

/** By counter, then by name: so that a box stands beside its board. */
export function devicesOf(
  { calendar }: State,
  presence: Presence,
  around: DevicesAround = nobodyLooks,
): Pick<SupervisorView, 'devices' | 'knocks'> {
  const last = Number.POSITIVE_INFINITY;
  const devices = [...calendar.devices.values()]
    .toSorted((a, b) => (a.counter ?? last) - (b.counter ?? last) || (a.id < b.id ? -1 : 1))
    .map((device) => {
      const seen = presence.get(device.id) ?? nothingSeen;
      return { ...glanceOf(device, around, seen), text: seen.display?.text ?? null };
    });
  return { devices, knocks: [...around.knocks()] };
}
