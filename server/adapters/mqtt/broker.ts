/** MQTT: the embedded broker with an account per device, and the hub's own messages on it. */
import { Aedes } from 'aedes';
import { topics } from '../../contract/devices.ts';
import type { Hub } from '../../hub.ts';
import type { Log } from '../../log.ts';
import { type Book, createBook } from './book.ts';
import { watchClients } from './clients.ts';
import { createConnect } from './connect.ts';
import { type CounterMemory, createCounters } from './counters.ts';
import { openDoor } from './door.ts';
import { createDoorkeeper } from './doorkeeper.ts';
import { createEars } from './ears.ts';
import { createElsewhere, type Elsewhere } from './elsewhere.ts';
import { type BoardText, createForeignBoards } from './foreign-boards.ts';
import { createGate, type Verify } from './gate.ts';
import { createGuard } from './guard.ts';
import { boundQueues, watchRetained } from './inside-aedes.ts';
import { createForeign, type Makers } from './makers.ts';
import { createPace } from './pace.ts';
import { createPresence } from './presence.ts';
import { createPresses, type ToCommand } from './presses.ts';
import { createPublisher, type Publisher } from './publisher.ts';
import { createReadings, type TakeReading } from './readings.ts';
import { createScreens } from './screens.ts';
import { createSessions } from './sessions.ts';
import { tellAll } from './telling.ts';
import { createTraffic } from './traffic.ts';
import type { Presence } from './types.ts';

export interface MqttOrder {
  readonly hub: Hub;
  readonly log: Log;
  readonly listen: { readonly host: string; readonly port: number };
  /** Whether a secret is the one that the hash was made of. */
  readonly verify: Verify;
  /** How a press becomes a command: of `server/devices`. */
  readonly toCommand: ToCommand;
  /** Devices of other makers: of `server/devices/foreign`. */
  readonly makers?: Makers;
  /** Who takes what thermometers measure; absent: nobody. */
  readonly takeReading?: TakeReading;
  /** Where the counters of foreign buttons are kept between two starts; absent: nowhere. */
  readonly counterMemory?: CounterMemory;
}

export interface Mqtt {
  readonly port: number;
  presence(): ReadonlyMap<string, Presence>;
  /** What was dropped, by reason. */
  counts(): ReadonlyMap<string, number>;
  readonly book: Book;
  readonly elsewhere: Elsewhere;
  /** Something to be seen on the device for some seconds. False: it is away, or has nothing to show. */
  identify(id: string): boolean;
  /** Null: it has no board. */
  board(id: string): BoardText | null;
  /** Says `offline` on `hub/status`, then ends every connection. */
  close(): Promise<void>;
}

/** Milliseconds: a subscriber that takes nothing for so long is cut off, as it holds up those who publish to it. */
const drainTimeout = 1500;
/** Messages under way at once. So many that a subscriber who is stuck is cut off before they are used up. */
const concurrency = 1000;
/** Messages kept for a persistent session whose client is away. */
const mostQueued = 1000;

const noMakers: Makers = {
  familyOf: () => undefined,
  deviceOf: ({ id, settings }) => ({ id, topic: id, settings }),
  actionOf: () => undefined,
};
const noMemory: CounterMemory = { read: () => null, write: () => {} };

/** Everything that should be shown is on the broker before it listens. Rejects if the port is taken. */
export async function createMqtt(order: MqttOrder): Promise<Mqtt> {
  const { hub, log, listen, verify, toCommand, makers = noMakers } = order;
  const guard = createGuard(log);
  const notes = createBook(() => hub.now());
  const presence = createPresence(() => hub.now(), guard);
  const pace = createPace();
  const foreign = createForeign(makers);
  foreign.take(hub.state);
  const gone = (id: string) => {
    presence.disconnected(id);
    for (const { device } of foreign.behind(id)) presence.lost(device.id);
    notes.changed(id);
  };
  const sessions = createSessions(gone, { makers, taken: notes.taken });
  const broker = await Aedes.createBroker({
    concurrency,
    drainTimeout,
    connectTimeout: 4000,
    maxInflightInbound: 100,
    // Client ids of integrations carry the account's name as well.
    maxClientsIdLength: 200,
    ...createConnect(hub, createGate(verify), sessions, guard, { makers, notes, pace }),
  });
  const publisher = createPublisher(broker, guard);
  const presses = createPresses(hub, toCommand, publisher, guard);
  const counters = createCounters(order.counterMemory ?? noMemory);
  const retained = watchRetained(broker);
  const foreignBoards = createForeignBoards({
    foreign,
    publisher,
    state: () => hub.state,
    now: () => hub.now(),
    onChange: notes.changed,
  });
  const ears = createEars({
    ...{ presses, presence, notes, counters, makers },
    now: (device) => hub.state.calendar.devices.get(device.id) ?? device,
    onBoard(id, heard) {
      if (heard.kind === 'shown') foreignBoards.shows(id, heard.text, heard.ok);
      else if (heard.online && foreign.of(id)?.via !== null) foreignBoards.back(id, null);
    },
  });
  const parts = { hub, publisher, sessions, presence, guard, notes, pace, counters, foreign, retained };
  const readings = createReadings(order.takeReading, notes, guard);
  Object.assign(broker, createTraffic({ ...parts, presses, readings, ears }));
  boundQueues(broker, mostQueued, (client) => guard.drop('too-many', { client }));
  const stop = tellAll({ ...parts, foreignBoards });
  const door = await openDoor(broker, guard, listen, createDoorkeeper(sessions, notes, makers)).catch(
    async (error: unknown) => {
      stop();
      await new Promise<void>((resolve) => broker.close(resolve));
      throw error;
    },
  );
  watchClients({ broker, sessions, presence, guard, door, notes, boards: foreignBoards });
  return {
    port: door.port,
    presence: presence.all,
    counts: guard.counts,
    book: notes,
    elsewhere: createElsewhere(notes, presence),
    ...createScreens(hub, presence, publisher, foreignBoards),
    async close() {
      stop();
      await sayOffline(publisher);
      await door.farewell();
      await new Promise<void>((resolve) => broker.close(resolve));
      await door.close();
    },
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
