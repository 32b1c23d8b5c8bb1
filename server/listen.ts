/** Opens the hub's two ports; what stands in the way is said in words. */
import type { Server } from 'node:http';
import { verify } from './access/secrets.ts';
import { backlog } from './adapters/http/server-limits.ts';
import { createMqtt, type Mqtt } from './adapters/mqtt/broker.ts';
import { toCommand } from './devices/loket.ts';
import type { Hub } from './hub.ts';
import type { Log } from './log.ts';
import type { Address } from './settings.ts';
import { StartRefused } from './start-refused.ts';

export async function listenForDevices(hub: Hub, log: Log, address: Address): Promise<Mqtt> {
  return createMqtt({ hub, log, listen: address, verify, toCommand }).catch((error) => {
    throw taken(error, address, 'LOKET_MQTT');
  });
}

export function listen(web: Server, address: Address, variable: string): Promise<void> {
  return new Promise((resolve, reject) => {
    web.once('error', (error) => reject(taken(error, address, variable)));
    web.listen({ ...address, backlog }, resolve);
  });
}

/** What stands in the way, in words; any other error as it is. */
function taken(error: unknown, { host, port }: Address, variable: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE')
    return new StartRefused(`${variable}: port ${port} is in use by another program`);
  if (code === 'EADDRNOTAVAIL') return new StartRefused(`${variable}: this machine has no address ${host}`);
  if (code === 'ENOTFOUND') return new StartRefused(`${variable}: there is no address ${host}`);
  if (code === 'EACCES') return new StartRefused(`${variable}: port ${port} may not be used by this account`);
  return error;
}
