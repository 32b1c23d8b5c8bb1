/** The two hubs of a run, each ready to be pressed: accounts made, counters open, tickets at hand. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { field, signIn, supervisorPassword } from './api.ts';
import { type HubProcess, startHub } from './hub-process.ts';
import { clientAddress, openKiosk } from './kiosk.ts';
import { officeFile, serviceIds } from './office-file.ts';
import type { Options } from './options.ts';
import type { MqttAccount } from './wire/mqtt.ts';
import type { Workshop } from './workshop.ts';

export type HubKind = 'floor' | 'loket';

export interface Hub extends HubProcess {
  readonly kind: HubKind;
  /** One box a counter; the first is at counter 1. */
  readonly boxes: readonly MqttAccount[];
  /** The codes of the tickets taken, in order; calls have consumed the first of them. */
  readonly codes: readonly string[];
  /** Takes as many tickets as that many presses will consume. */
  provide(presses: number): Promise<void>;
  /** A token of another role, for a scenario of its own. */
  issueToken(role: string): Promise<string>;
}

export interface Bench {
  readonly options: Options;
  readonly workshop: Workshop;
}

export const counters = 30;
const takers = 16;

/** @param folder with the data of an earlier start, or an empty one */
export function startProgram(
  kind: HubKind,
  folder: string,
  { options, workshop }: Bench,
): Promise<HubProcess> {
  if (kind === 'floor' || options.floorOnly) return startHub({ program: 'floor.ts', folder }, workshop);
  const office = join(folder, 'office.yaml');
  writeFileSync(office, officeFile(counters, new Date()));
  const environment = { LOKET_OFFICE: office, LOKET_SUPERVISOR_PASSWORD: supervisorPassword };
  return startHub(
    { program: '../../server/main.ts', folder, environment, profile: options.profile },
    workshop,
  );
}

export async function openHub(kind: HubKind, bench: Bench): Promise<Hub> {
  const hub = await startProgram(kind, bench.workshop.folder(kind), bench);
  return kind === 'floor' || bench.options.floorOnly ? asFloor(kind, hub) : setUp(kind, hub);
}

/** The floor asks nobody who he is and calls numbers that nobody took. */
function asFloor(kind: HubKind, hub: HubProcess): Hub {
  const boxes = Array.from({ length: counters }, (_, index) => {
    const id = `box-${index + 1}`;
    return { id, username: id, password: 'none' };
  });
  const codes = Array.from({ length: 100_000 }, (_, index) => `none-${index}`);
  return { ...hub, kind, boxes, codes, provide: async () => {}, issueToken: async () => 'none' };
}

async function setUp(kind: HubKind, hub: HubProcess): Promise<Hub> {
  const api = await signIn(hub.http);
  const boxes: MqttAccount[] = [];
  for (let counter = 1; counter <= counters; counter += 1) {
    const device = await api.post('/devices', { id: `box-${counter}`, driver: 'box', counter });
    await api.post(`/counters/${counter}/open`, {});
    boxes.push({
      id: field(device, 'id'),
      username: field(device, 'username'),
      password: field(device, 'password'),
    });
  }
  const codes: string[] = [];
  const provide = (presses: number) => take(hub.http, api.token, presses, codes);
  const issueToken = async (role: string) =>
    field(await api.post('/tokens', { role, label: `bench ${role}` }), 'token');
  return { ...hub, kind, boxes, codes, provide, issueToken };
}

/** Several at once, as one commit then serves many. */
async function take(port: number, token: string, count: number, codes: string[]): Promise<void> {
  let left = count;
  async function takeSome(number: number): Promise<void> {
    const kiosk = openKiosk(port, token, clientAddress(number));
    while (left > 0) {
      left -= 1;
      codes.push(await kiosk.take(serviceIds[left % serviceIds.length] ?? ''));
    }
    kiosk.close();
  }
  await Promise.all(Array.from({ length: takers }, (_, number) => takeSome(number)));
}
