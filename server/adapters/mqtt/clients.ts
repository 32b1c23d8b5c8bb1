/** What the broker says of its clients: who came, who went, who spoke, and what went wrong with them. */
import type { EventEmitter } from 'node:events';
import type { Aedes, Client } from 'aedes';
import type { Notes } from './book.ts';
import type { Door } from './door.ts';
import type { ForeignBoards } from './foreign-boards.ts';
import type { Guard } from './guard.ts';
import type { PresenceBook } from './presence.ts';
import type { Sessions } from './sessions.ts';

interface Parts {
  readonly broker: Aedes;
  readonly door: Door;
  readonly sessions: Sessions;
  readonly presence: PresenceBook;
  readonly guard: Guard;
  readonly notes: Notes;
  readonly boards: ForeignBoards;
}

export function watchClients({ broker, door, sessions, presence, guard, notes, boards }: Parts): void {
  const idOf = (client: Client) => sessions.of(client)?.account.device.id;

  broker.on('clientReady', (client) => {
    door.connected(client);
    const session = sessions.of(client);
    // Removed between its password and now.
    if (!session) return client.close();
    const { id } = session.account.device;
    presence.connected(id, session.address);
    notes.connected(id);
  });
  broker.on('ping', (_packet, client) => {
    const id = idOf(client);
    if (id !== undefined) presence.seen(id);
  });
  broker.on('subscribe', (subscriptions, client) => {
    const id = idOf(client);
    if (id !== undefined)
      boards.back(
        id,
        subscriptions.map(({ topic }) => topic),
      );
  });
  broker.on('unsubscribe', (filters, client) => {
    for (const filter of filters) sessions.of(client)?.filters.delete(filter);
  });
  watchErrors(broker, guard);
}

/** Lost connections are everyday; presence shows them. */
const everyday = new Set(['ECONNRESET', 'EPIPE', 'ETIMEDOUT']);

function watchErrors(broker: Aedes, guard: Guard): void {
  const wrong = (client: Client | null, error: Error & { counted?: boolean; code?: string }) => {
    if (error.counted || everyday.has(error.code ?? '')) return;
    guard.drop('protocol', { device: client?.id ?? undefined, error: error.message });
  };
  broker.on('clientError', wrong);
  broker.on('connectionError', wrong);
  // Without a listener the broker's own mistakes would end the process.
  const emitter: EventEmitter = broker;
  emitter.on('error', (error: Error) => wrong(null, error));
}
