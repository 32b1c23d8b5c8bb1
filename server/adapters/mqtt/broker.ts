/** MQTT: the embedded broker with an account per device, and the hub's own messages on it. */
import { Aedes } from 'aedes';
import { topics } from '../../contract/devices.ts';
import type { Hub } from '../../hub.ts';
import type { Log } from '../../log.ts';
import { createBoards } from './boards.ts';
import { watchClients } from './clients.ts';
import { createConnect } from './connect.ts';
import { openDoor } from './door.ts';
import { createGate, type Verify } from './gate.ts';
import { createGuard, type Guard } from './guard.ts';
import { boundQueues, watchRetained } from './inside-aedes.ts';
import { createPresence, type PresenceBook } from './presence.ts';
import { createPresses, type ToCommand } from './presses.ts';
import { createPublicState } from './public-state.ts';
import { createPublisher, type Publisher } from './publisher.ts';
import { createSessions, type Sessions } from './sessions.ts';
import { createTraffic } from './traffic.ts';
import type { Presence, Told } from './types.ts';

export interface MqttOrder {
  readonly hub: Hub;
  readonly log: Log;
  readonly listen: { readonly host: string; readonly port: number };
  /** Whether a secret is the one that the hash was made of. */
  readonly verify: Verify;
  /** How a press becomes a command: of `server/devices`. */
  readonly toCommand: ToCommand;
}

export interface Mqtt {
  readonly port: number;
  presence(): ReadonlyMap<string, Presence>;
  /** What was dropped, by reason. */
  counts(): ReadonlyMap<string, number>;
  /** Says `offline` on `hub/status`, then ends every connection. */
  close(): Promise<void>;
}

/** Milliseconds: a subscriber that takes nothing for so long is cut off, as it holds up those who publish to it. */
const drainTimeout = 1500;
/** Messages under way at once. So many that a subscriber who is stuck is cut off before they are used up. */
const concurrency = 1000;
/** Messages kept for a persistent session whose client is away. */
const mostQueued = 1000;

/** Everything that should be shown is on the broker before it listens. Rejects if the port is taken. */
export async function createMqtt({ hub, log, listen, verify, toCommand }: MqttOrder): Promise<Mqtt> {
  const guard = createGuard(log);
  const presence = createPresence(() => hub.now(), guard);
  const sessions = createSessions(presence.disconnected);
  const broker = await Aedes.createBroker({
    concurrency,
    drainTimeout,
    connectTimeout: 4000,
    maxInflightInbound: 100,
    // Client ids of integrations carry the account's name as well.
    maxClientsIdLength: 200,
    ...createConnect(hub, createGate(verify), sessions, guard),
  });
  const publisher = createPublisher(broker, guard);
  const presses = createPresses(hub, toCommand, publisher, guard);
  Object.assign(
    broker,
    createTraffic({ hub, sessions, presses, presence, guard, retained: watchRetained(broker) }),
  );
  boundQueues(broker, mostQueued, (client) => guard.drop('too-many', { client }));
  const stop = tellAll(hub, publisher, sessions, presence, guard);
  const door = await openDoor(broker, guard, listen).catch(async (error: unknown) => {
    stop();
    await new Promise<void>((resolve) => broker.close(resolve));
    throw error;
  });
  watchClients({ broker, sessions, presence, guard, door });
  return {
    port: door.port,
    presence: presence.all,
    counts: guard.counts,
    async close() {
      stop();
      await sayOffline(publisher);
      await door.farewell();
      await new Promise<void>((resolve) => broker.close(resolve));
      await door.close();
    },
  };
}

/** The desired state of everything, now and after each batch. @returns the end of it */
function tellAll(hub: Hub, publisher: Publisher, sessions: Sessions, presence: PresenceBook, guard: Guard) {
  const boards = createBoards(publisher);
  const publicState = createPublicState(publisher, guard);
  let stopped = false;
  boards.all(hub.state, hub.now());
  publicState.all(hub.state);
  publisher.keep(topics.hubStatus, 'online');

  function forget(id: string): void {
    sessions.end(id);
    presence.forget(id);
    for (const topic of [topics.displaySet, topics.displayState, topics.status, topics.info])
      publisher.clear(topic(id));
  }

  hub.onTold((told: Told) => {
    if (stopped) return;
    const work = () => {
      for (const event of told.events) if (event.type === 'DeviceRemoved') forget(event.id);
      boards.told(hub.state, told);
      publicState.told(hub.state, told);
    };
    guard.run('told', work, () => undefined);
  });
  return () => {
    stopped = true;
  };
}

const sayWithinMs = 1000;

/** Waits until every subscriber has been told, for a second at most. */
function sayOffline(publisher: Publisher): Promise<void> {
  return new Promise((resolve) => {
    const limit = setTimeout(resolve, sayWithinMs);
    publisher.keep(topics.hubStatus, 'offline', () => {
      clearTimeout(limit);
      resolve();
    });
  });
}
