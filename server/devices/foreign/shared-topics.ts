/** Whether two devices that speak for themselves would hear, or speak for, each other. */

import { foreignDevice } from './device.ts';
import { familyOf } from './families.ts';
import type { ForeignDevice } from './family.ts';

type Device = Parameters<typeof foreignDevice>[0] & { readonly driver: string };

interface Topics {
  readonly publishes: readonly string[];
  readonly reads: readonly string[];
}

/** Null: it speaks the contract's own topics alone, or a gateway speaks for it, whose lists say what it may. */
function topicsOf(device: Device): Topics | null {
  const family = familyOf(device.driver);
  if (!family || device.settings.via !== undefined) return null;
  const foreign: ForeignDevice = foreignDevice(device);
  return { publishes: family.publishes(foreign), reads: family.reads(foreign) };
}

const isBelow = (branch: string, filter: string): boolean =>
  branch.endsWith('/#') && `${filter}/`.startsWith(branch.slice(0, -1));

/** A single topic, such as the state of a gateway, may be said by several; whole branches may not be shared. */
const meet = (some: readonly string[], others: readonly string[]): boolean =>
  some.some((one) => others.some((other) => isBelow(one, other) || isBelow(other, one)));

/** The first of the others whose topics the device would use too: its number on two boards, its messages read by another. */
export function sharesTopicsWith(device: Device, others: Iterable<Device>): string | null {
  const own = topicsOf(device);
  if (!own) return null;
  for (const other of others) {
    const its = other.id === device.id ? null : topicsOf(other);
    if (!its) continue;
    if (meet(own.publishes, [...its.publishes, ...its.reads]) || meet(its.publishes, own.reads))
      return other.id;
  }
  return null;
}
