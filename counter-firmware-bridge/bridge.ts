/** The bridge: every serial line of a list joined to the hub; a changed list touches only the lines that changed. */
import { randomBytes } from 'node:crypto';
import type { SerialLine } from '../server/contract/office.ts';
import type { HubAddress } from './hub-client.ts';
import { type BridgeLog, type JoinedLine, joinLine } from './joined-line.ts';
import { makers } from './lines.ts';

export interface BridgeOrder {
  readonly lines: readonly SerialLine[];
  readonly hub: HubAddress;
  /** Of the device's account at the hub. */
  readonly passwordOf: (id: string) => string;
  readonly log: BridgeLog;
}

export interface Bridge {
  /** Resolves when what is not in the list has ended and the rest has begun. */
  change(lines: readonly SerialLine[]): Promise<void>;
  close(): Promise<void>;
}

export function startBridge({ lines, hub, passwordOf, log }: BridgeOrder): Bridge {
  /** Names the readings of this start. */
  const boot = randomBytes(4).toString('hex');
  /** By everything that the office file says of the line. */
  const running = new Map<string, JoinedLine>();
  let turn: Promise<void> = Promise.resolve();

  async function begin(name: string, line: SerialLine): Promise<void> {
    try {
      const make = await makers[line.protocol]();
      running.set(name, joinLine({ line, make, hub, passwordOf, boot, log }));
    } catch (error) {
      log.warn({ port: line.port, error: String(error) }, 'a serial line was not begun');
    }
  }

  async function follow(wanted: readonly SerialLine[]): Promise<void> {
    const named = new Map(wanted.map((line) => [JSON.stringify(line), line]));
    const gone = [...running].filter(([name]) => !named.has(name));
    // A port or an account that moves to another line must be free first.
    await Promise.all(gone.map(([, line]) => line.close()));
    for (const [name] of gone) running.delete(name);
    for (const [name, line] of named) if (!running.has(name)) await begin(name, line);
  }

  function change(wanted: readonly SerialLine[]): Promise<void> {
    turn = turn
      .then(() => follow(wanted))
      .catch((error: unknown) => log.warn({ error: String(error) }, 'the serial lines were not changed'));
    return turn;
  }

  void change(lines);
  return { change, close: () => change([]) };
}
