/** CONNECT: who may come in, and the packet made to fit what the hub allows (MQTT 3.1.1, section 3.1). */
import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import type { AedesOptions, Client } from 'aedes';
import { withoutBroker } from '../../contract/device-settings.ts';
import type { Hub } from '../../hub.ts';
import type { Notes } from './book.ts';
import type { Gate } from './gate.ts';
import { alreadyCounted, type Guard } from './guard.ts';
import type { Makers } from './makers.ts';
import { createPace, type Pace } from './pace.ts';
import { rulesOf } from './rules.ts';
import type { Sessions } from './sessions.ts';
import type { Device } from './types.ts';
import { isIntegration } from './types.ts';

type PreConnect = NonNullable<AedesOptions['preConnect']>;
type Authenticate = NonNullable<AedesOptions['authenticate']>;
type ConnectPacket = Parameters<PreConnect>[1];
type AuthenticateError = Parameters<Parameters<Authenticate>[3]>[0];

/** Return codes of CONNACK (section 3.2.2.3). */
const identifierRejected = 2;
const badUserOrPassword = 4;
const notAuthorized = 5;

/** Why somebody may not come in, whatever the password. */
interface Refused {
  readonly returnCode: number;
  readonly why: string;
  readonly topic?: string;
}

/** Who is told of those who are turned away, and whose devices are known by which topics. */
interface Around {
  readonly makers?: Makers | undefined;
  readonly notes?: Notes;
  readonly pace?: Pace;
}

/** Seconds: a device that says nothing for one and a half times as long is taken for gone. */
const longestKeepAlive = 120;
/** Persistent sessions of one account. */
const mostSessions = 16;

export interface Connect {
  readonly preConnect: PreConnect;
  readonly authenticate: Authenticate;
}

export function createConnect(
  hub: Hub,
  gate: Gate,
  sessions: Sessions,
  guard: Guard,
  { makers, notes, pace = createPace() }: Around = {},
): Connect {
  const requests = new WeakMap<Client, ConnectPacket>();
  const isFull = createSessionLimit();
  const deviceOf = (name: string | undefined): Device | null =>
    (name === undefined ? undefined : hub.state.calendar.devices.get(name)) ?? null;

  async function check(
    client: Client,
    name: string | undefined,
    secret: string | undefined,
  ): Promise<Refused | null> {
    const packet = requests.get(client);
    if (name === undefined || secret === undefined || !packet)
      return { returnCode: notAuthorized, why: 'anonymous' };
    const device = deviceOf(name);
    // Its password may stand in an address; whoever reads it there must not press with it.
    if (device && withoutBroker.includes(device.driver))
      return { returnCode: notAuthorized, why: 'no broker' };
    const refused = device && refusalOf(device, packet, makers);
    if (refused) return refused;
    const address = addressOf(client);
    const right = await gate.isRight(device, name, secret, address);
    // The account may have been removed meanwhile.
    if (!right || !device || deviceOf(name)?.hash !== device.hash)
      return { returnCode: badUserOrPassword, why: 'password' };
    if (isFull(device, packet)) return { returnCode: identifierRejected, why: 'sessions' };
    await pace.wait(device.id);
    if (!client.closed) sessions.open(client, device, address);
    return null;
  }

  function turnedAway({ why, topic }: Refused, name: string | undefined, address: string): void {
    guard.drop('refused-connect', { device: name, address, why });
    if (deviceOf(name) && why !== 'anonymous') notes?.troubled(name ?? '', why, topic);
    else notes?.knocked(name ?? '', address, why === 'anonymous' ? why : 'unknown');
  }

  return {
    preConnect(client, packet, done) {
      const work = (answer: typeof done) => {
        const device = deviceOf(packet.username);
        // As it was sent: the copy is judged, the packet itself is changed for the broker.
        requests.set(client, { ...packet });
        if (device) adapt(device, packet, makers);
        answer(null, true);
      };
      guard.hook('preConnect', done, work, [false]);
    },
    authenticate(client, username, password, done) {
      const answer = (error: Error | null, ok: boolean) => done(error as AuthenticateError | null, ok);
      const work = async (reply: typeof answer) => {
        const refused = await check(client, username, password?.toString());
        if (refused === null) return reply(null, true);
        const { returnCode, why } = refused;
        turnedAway(refused, username, addressOf(client));
        reply(Object.assign(alreadyCounted(why), { returnCode }), false);
      };
      guard.hook('authenticate', answer, work, [false]);
    },
  };
}

/** An integration has some persistent sessions at most; each stays in memory while its client is away. */
function createSessionLimit(): (device: Device, packet: ConnectPacket) => boolean {
  const persistent = new Map<string, Set<string>>();
  return (device, { clean, clientId }) => {
    if (!isIntegration(device)) return false;
    const kept = persistent.get(device.id) ?? new Set();
    persistent.set(device.id, kept);
    if (clean) kept.delete(clientId);
    else if (kept.size < mostSessions) kept.add(clientId);
    return !clean && !kept.has(clientId);
  };
}

/** What does not depend on the password: the client id is the account, and its will is its own. */
function refusalOf(device: Device, packet: ConnectPacket, makers: Makers | undefined): Refused | null {
  const { clientId, clean, will } = packet;
  const bound = isIntegration(device)
    ? clientId !== '' || clean === true
    : clientId === device.id || isForeign(device, makers);
  // [MQTT-3.1.3-8]: nobody can come back to a session without a name.
  if (!bound) return { returnCode: identifierRejected, why: 'client id' };
  if (will && !rulesOf(device, makers).mayHaveWill(will.topic, will.payload.toString())) {
    return { returnCode: notAuthorized, why: 'will', topic: will.topic };
  }
  return null;
}

const isForeign = ({ driver }: Device, makers: Makers | undefined): boolean =>
  makers?.familyOf(driver) !== undefined;

/**
 * A device has a clean session (what it must know is retained) and a keep-alive that is enforced. Client ids of an
 * integration are put into a branch of their own, so that no account can take over a session of another one. Many devices of other makers have a
 * fixed one (their address); they are given the account's.
 */
function adapt(device: Device, packet: ConnectPacket, makers: Makers | undefined): void {
  const { keepalive = 0, clientId } = packet;
  if (isIntegration(device)) {
    if (clientId !== device.id) packet.clientId = `${device.id}/${clientId || randomUUID()}`;
    return;
  }
  if (isForeign(device, makers)) packet.clientId = device.id;
  packet.clean = true;
  packet.keepalive = keepalive === 0 ? longestKeepAlive : Math.min(keepalive, longestKeepAlive);
}

/** IPv4 as people write it, also where the socket speaks both. */
export const addressOf = (client: Client): string =>
  ((client.conn as Socket).remoteAddress ?? '').replace(/^::ffff:/, '');
