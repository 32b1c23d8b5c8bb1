/** Devices of other makers: who they are, who speaks for them, and on which topics. */
import type { DeviceSettings, Gesture, KeyAction } from '../../contract/device-settings.ts';
import type { DeviceFamily, ForeignDevice } from '../../devices/foreign/family.ts';
import { matches } from './filters.ts';
import type { Device, State } from './types.ts';
import { isIntegration } from './types.ts';

/** What `server/devices/foreign` knows. */
export interface Makers {
  familyOf(driver: string): DeviceFamily | undefined;
  deviceOf(device: Device): ForeignDevice;
  actionOf(settings: DeviceSettings, input: string, gesture: Gesture): KeyAction | undefined;
}

export interface Known {
  readonly device: Device;
  readonly foreign: ForeignDevice;
  readonly family: DeviceFamily;
  /** What it may publish on, in its maker's scheme. */
  readonly filters: readonly string[];
  /** The account that speaks for it; null: its own. */
  readonly via: string | null;
}

export interface Foreign {
  /** After a change of the devices. */
  take(state: State): void;
  of(id: string): Known | undefined;
  all(): Iterable<Known>;
  /** Whom a message of this account concerns: the device itself, or those for which the gateway speaks. */
  heardBy(account: Device, topic: string): readonly Known[];
  behind(gateway: string): readonly Known[];
}

export function knownOf(makers: Makers | undefined, device: Device): Known | undefined {
  const family = makers?.familyOf(device.driver);
  if (!makers || !family) return undefined;
  const foreign = makers.deviceOf(device);
  const { via } = device.settings;
  const filters = family.publishes(foreign);
  return { device, foreign, family, filters, via: typeof via === 'string' ? via : null };
}

const nobody: readonly Known[] = [];

export function createForeign(makers: Makers | undefined): Foreign {
  let known = new Map<string, Known>();
  let gateways = new Map<string, Known[]>();

  const speaksOn = ({ filters }: Known, topic: string): boolean =>
    filters.some((filter) => matches(filter, topic));

  return {
    take({ calendar }) {
      // What has not changed stays the same object, and so does what hangs on it.
      const found = [...calendar.devices.values()].map((device) => {
        const before = known.get(device.id);
        return before?.device === device ? before : knownOf(makers, device);
      });
      const all = found.filter((one): one is Known => one !== undefined);
      known = new Map(all.map((one) => [one.device.id, one]));
      gateways = Map.groupBy(
        all.filter(({ via }) => via !== null),
        ({ via }) => via ?? '',
      );
    },
    of: (id) => known.get(id),
    all: () => known.values(),
    behind: (gateway) => gateways.get(gateway) ?? nobody,
    heardBy(account, topic) {
      if (isIntegration(account)) {
        const behind = gateways.get(account.id);
        return behind ? behind.filter((one) => speaksOn(one, topic)) : nobody;
      }
      const one = known.get(account.id);
      // Who has a gateway is heard through it alone: the same press over two ways would be two.
      return one && one.via === null && speaksOn(one, topic) ? [one] : nobody;
    },
  };
}
