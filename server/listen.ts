/** Opens the hub's two ports; what stands in the way is said in words. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { verify } from './access/secrets.ts';
import { backlog } from './adapters/http/server-limits.ts';
import { createMqtt, type Mqtt } from './adapters/mqtt/broker.ts';
import type { CounterMemory } from './adapters/mqtt/counters.ts';
import type { TakeReading } from './adapters/mqtt/readings.ts';
import { foreignDevice } from './devices/foreign/device.ts';
import { familyOf } from './devices/foreign/families.ts';
import { actionOf } from './devices/foreign/keys.ts';
import { toCommand } from './devices/loket.ts';
import type { Hub } from './hub.ts';
import type { Log } from './log.ts';
import type { Address } from './settings.ts';
import { StartRefused } from './start-refused.ts';

export const makers = { familyOf, deviceOf: foreignDevice, actionOf };

/** Where this machine itself reaches what listens at an address. */
export function hereAt({ host }: Address): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  return host === '::' ? '::1' : host;
}

export interface DevicesOrder {
  readonly hub: Hub;
  readonly log: Log;
  readonly address: Address;
  /** Where the counters of foreign buttons are kept; null: nowhere. */
  readonly folder: string | null;
  readonly takeReading: TakeReading;
}

export async function listenForDevices({ address, folder, ...rest }: DevicesOrder): Promise<Mqtt> {
  const counterMemory = folder === null ? {} : { counterMemory: counterFile(folder, rest.log) };
  const order = { ...rest, listen: address, verify, toCommand, makers, ...counterMemory };
  return createMqtt(order).catch((error) => {
    throw taken(error, address, 'LOKET_MQTT');
  });
}

/** Where it cannot be written, buttons work; after a start one of them may count its last press as a new one. */
function counterFile(folder: string, log: Log): CounterMemory {
  const file = join(folder, 'button-counters.json');
  return {
    read() {
      try {
        return readFileSync(file, 'utf8');
      } catch {
        return null;
      }
    },
    write(text) {
      try {
        writeFileSync(`${file}.new`, text);
        renameSync(`${file}.new`, file);
      } catch (error) {
        log.warn({ error: String(error) }, 'the counters of buttons were not kept');
      }
    },
  };
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
