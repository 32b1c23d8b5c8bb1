/** Under which IP address devices find the hub: the one by which it was reached, else its first on a network. */
import { isIPv4 } from 'node:net';
import { networkInterfaces } from 'node:os';

export interface Reached {
  /** The host as it was asked for; null: nobody asked. */
  readonly host: string | null;
  /** The hub's own end of the connection. */
  readonly local: string | null;
}

type Interfaces = ReturnType<typeof networkInterfaces>;

/** A loopback address is of no use to anything but the hub's own machine. */
const isUseful = (address: string): boolean =>
  isIPv4(address) && !address.startsWith('127.') && address !== '0.0.0.0';

const plain = (address: string | null): string => (address ?? '').replace(/^::ffff:/i, '');

/** @param interfaces the machine's own; tests hand in others */
export function hubAddress(
  { host, local }: Reached,
  interfaces: () => Interfaces = networkInterfaces,
): string {
  for (const address of [plain(host), plain(local)]) if (isUseful(address)) return address;
  const own = Object.values(interfaces())
    .flatMap((found) => found ?? [])
    .find(({ internal, address }) => !internal && isUseful(address));
  return own?.address ?? '127.0.0.1';
}
