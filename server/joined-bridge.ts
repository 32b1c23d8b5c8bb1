/** The bridge inside the hub: it works the serial lines of the running office, and keeps the accounts of their devices. */
import { setTimeout as pause } from 'node:timers/promises';
import { type Bridge, startBridge } from '../counter-firmware-bridge/bridge.ts';
import { hmac, machineKey } from './access/machine-key.ts';
import { hashSecret, verify } from './access/secrets.ts';
import { serialProtocols } from './contract/office/serial.ts';
import type { SerialLine } from './contract/office.ts';
import type { Command } from './domain/commands.ts';
import type { DomainEvent } from './domain/events.ts';
import type { Hub } from './hub.ts';
import type { Log } from './log.ts';

export interface JoinedBridgeOrder {
  readonly hub: Hub;
  readonly log: Log;
  /** Where the broker listens, on this machine; absent: its loopback address. */
  readonly mqttHost?: string;
  readonly mqttPort: () => number;
  /** The data folder with the machine's key; null: it lives as long as the process. */
  readonly folder: string | null;
}

const account = 'bridge';
const tryAgainMs = 5000;
/** Other purposes have other keys. */
const purpose = 'accounts of serial devices';

type SerialDevice = SerialLine['devices'][number] & { readonly protocol: SerialLine['protocol'] };

const devicesOf = (lines: readonly SerialLine[]): SerialDevice[] =>
  lines.flatMap(({ protocol, devices }) => devices.map((device) => ({ ...device, protocol })));

const ofDevices = ['DeviceAdded', 'DeviceChanged', 'DevicePasswordSet', 'DeviceRemoved'] as const;
type DeviceEvent = Extract<DomainEvent, { type: (typeof ofDevices)[number] }>;
const isOfDevice = (event: DomainEvent): event is DeviceEvent =>
  (ofDevices as readonly string[]).includes(event.type);

/** Nothing here stops the hub: what goes wrong is logged, and tried again. */
export function joinBridge(order: JoinedBridgeOrder): { close(): Promise<void> } {
  const { hub, log, mqttHost = '127.0.0.1', mqttPort, folder } = order;
  const ending = new AbortController();
  const secretOf = createSecrets(folder);
  const accounts = createAccounts(hub, secretOf, log);
  let bridge: Bridge | null = null;
  let turn: Promise<void> = Promise.resolve();

  async function follow(): Promise<void> {
    if (ending.signal.aborted) return;
    const lines = hub.state.calendar.office?.serial ?? [];
    const devices = devicesOf(lines);
    const isDone = await accounts.ensure(devices);
    if (ending.signal.aborted) return;
    if (bridge) await bridge.change(lines);
    else if (lines.length > 0)
      bridge = startBridge({
        lines,
        hub: { host: mqttHost, port: mqttPort() },
        passwordOf: secretOf,
        log,
      });
    const isTidy = await accounts.removeOthers(devices);
    if (!isDone || !isTidy)
      void pause(tryAgainMs, undefined, { signal: ending.signal, ref: false }).then(look, () => undefined);
  }

  function look(): void {
    turn = turn.then(follow).catch((error: unknown) => {
      log.error({ error: String(error) }, 'the serial lines were not joined');
    });
  }

  // Also when somebody has changed an account of a serial device: the office file says who is on the line.
  const isOnLine = (id: string): boolean =>
    devicesOf(hub.state.calendar.office?.serial ?? []).some((device) => device.id === id);
  hub.onTold(({ events, reloaded }) => {
    const isOurs = events.some(
      (event) => event.type === 'OfficeConfigured' || (isOfDevice(event) && isOnLine(event.id)),
    );
    if (isOurs || reloaded) look();
  });
  look();

  return {
    async close() {
      ending.abort();
      await turn;
      await bridge?.close();
    },
  };
}

/** The same secret after every start, from a key that stays on this machine: 256 bits in base64url. */
function createSecrets(folder: string | null): (id: string) => string {
  const key = hmac(machineKey(folder), purpose);
  return (id) => hmac(key, id).toString('base64url');
}

interface Accounts {
  /** Each of these has an account with the bridge's secret. False: it could not be recorded. */
  ensure(devices: readonly SerialDevice[]): Promise<boolean>;
  /** Accounts that the bridge made for devices that are on no line any more are removed. */
  removeOthers(devices: readonly SerialDevice[]): Promise<boolean>;
}

function createAccounts(hub: Hub, secretOf: (id: string) => string, log: Log): Accounts {
  const all = () => hub.state.calendar.devices;

  async function submit(command: Command): Promise<boolean> {
    const outcome = await hub.submit(command, { account });
    if (!outcome.ok) log.warn({ code: outcome.refusal.code }, 'a serial device: its account was not changed');
    return outcome.ok;
  }

  async function ensureOne({ id, protocol, counter: wanted }: SerialDevice): Promise<boolean> {
    const counter = wanted ?? null;
    const device = all().get(id);
    const secret = secretOf(id);
    const isOurs = device?.driver === protocol && (await verify(secret, device.hash));
    if (isOurs && device.counter === counter) return true;
    if (isOurs) return submit({ type: 'ChangeDevice', id, counter });
    if (device) log.warn({ device: id }, 'an account is replaced: its device is on a serial line');
    if (device && !(await submit({ type: 'RemoveDevice', id }))) return false;
    const hash = await hashSecret(secret);
    const label = device?.label ?? null;
    return submit({ type: 'AddDevice', id, driver: protocol, counter, label, hash, read: [], write: [] });
  }

  return {
    async ensure(devices) {
      let isDone = true;
      for (const device of devices) if (!(await ensureOne(device))) isDone = false;
      return isDone;
    },
    async removeOthers(devices) {
      const onLines = new Set(devices.map(({ id }) => id));
      const protocols: readonly string[] = serialProtocols;
      let isDone = true;
      for (const { id, driver, hash } of [...all().values()]) {
        if (onLines.has(id) || !protocols.includes(driver)) continue;
        if ((await verify(secretOf(id), hash)) && !(await submit({ type: 'RemoveDevice', id })))
          isDone = false;
      }
      return isDone;
    },
  };
}
