/** Who is connected: the account behind each client of the broker, and what it may do. */
import type { Client } from 'aedes';
import type { Repetitions } from './inside-aedes.ts';
import { createRepetitions } from './inside-aedes.ts';
import { createLine, type Line } from './line.ts';
import type { Makers } from './makers.ts';
import { type Rules, rulesOf } from './rules.ts';
import type { Device } from './types.ts';
import { isIntegration } from './types.ts';

/** One account as it was when somebody connected with it. */
export interface Account {
  readonly device: Device;
  readonly rules: Rules;
  /** Everything that the account publishes, over all its connections, old ones too. */
  readonly line: Line;
  /** Topics on which it has left a message for later subscribers. */
  readonly kept: Set<string>;
}

export interface Session {
  readonly account: Account;
  readonly address: string;
  /** Topic filters subscribed to, each with the quality of service granted. */
  readonly filters: Map<string, number>;
  readonly repetitions: Repetitions;
}

export interface Sessions {
  open(client: Client, device: Device, address: string): void;
  /** Its counter, settings or driver are others now; who is connected stays. */
  change(device: Device): void;
  of(client: Client): Session | undefined;
  /** Ends every connection of an account that is gone; nothing more is accepted from them, wills neither. */
  end(id: string): void;
}

/** Presses of one device whose commit is under way, with what waits behind them. */
const mostWaiting = 1000;

interface Around {
  /** Whose topics a device may use besides its own. */
  readonly makers?: Makers | undefined;
  /** Called when a connection takes the place of another one of the same device. */
  readonly taken?: (id: string) => void;
}

/** @param gone called when an account has lost its last connection. */
export function createSessions(gone: (id: string) => void, { makers, taken }: Around = {}): Sessions {
  const accounts = new Map<string, { -readonly [Key in keyof Account]: Account[Key] }>();
  const sessions = new WeakMap<Client, Session>();
  const clients = new Map<string, Set<Client>>();

  function accountOf(device: Device): Account {
    const known = accounts.get(device.id);
    if (known?.device.hash === device.hash) return known;
    const account = {
      device,
      rules: rulesOf(device, makers),
      line: createLine(mostWaiting),
      kept: new Set<string>(),
    };
    accounts.set(device.id, account);
    return account;
  }

  function close(client: Client, id: string): void {
    const open = clients.get(id);
    if (!open?.delete(client) || open.size > 0) return;
    clients.delete(id);
    gone(id);
  }

  return {
    open(client, device, address) {
      const account = accountOf(device);
      sessions.set(client, { account, address, filters: new Map(), repetitions: createRepetitions() });
      if (clients.has(device.id) && !isIntegration(device)) taken?.(device.id);
      clients.set(device.id, (clients.get(device.id) ?? new Set()).add(client));
      // Not the broker's own event: it misses a client that goes while another one takes its place.
      client.conn.once('close', () => close(client, device.id));
    },
    change(device) {
      const account = accounts.get(device.id);
      if (account) Object.assign(account, { device, rules: rulesOf(device, makers) });
    },
    of: (client) => sessions.get(client),
    end(id) {
      accounts.delete(id);
      const ended = clients.get(id) ?? [];
      clients.delete(id);
      for (const client of ended) {
        sessions.delete(client);
        client.close();
      }
    },
  };
}
