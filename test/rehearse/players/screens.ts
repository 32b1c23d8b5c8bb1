/** Displays and phones over Socket.IO: they remember every announcement and every whole view that they were sent. */
import type { AnnounceMessage, ViewMessage } from '../../../server/contract/socket.ts';
import { openWatcher } from '../../bench/wire/watcher.ts';
import type { Address } from '../hub/api.ts';

export interface Screen<V> {
  readonly name: string;
  readonly announcements: readonly AnnounceMessage[];
  readonly views: readonly V[];
  /** The hub's time of the first view. */
  readonly from: number;
  close(): void;
}

interface Around {
  /** Every view says what time it is. */
  hear(at: number): void;
  fault(what: string): void;
  /** Something has come. */
  heard(): void;
}

/** `42["view",{…}]` */
const head = 2;

export async function openScreen<V>(address: Address, name: string, around: Around): Promise<Screen<V>> {
  const announcements: AnnounceMessage[] = [];
  const views: V[] = [];
  const first = Promise.withResolvers<number>();
  const watcher = await openWatcher(
    { ...address, name },
    {
      announce(frame) {
        const [, message] = JSON.parse(frame.toString('utf8', head)) as [string, AnnounceMessage];
        announcements.push(message);
        around.heard();
      },
      view(frame) {
        const [, message] = JSON.parse(frame.toString('utf8', head)) as [string, ViewMessage<V>];
        const at = Date.parse(message.at);
        around.hear(at);
        first.resolve(at);
        views.push(message.view);
        around.heard();
      },
      closed: (reason) => around.fault(`${name}: ${reason}`),
    },
  );
  return { name, announcements, views, from: await first.promise, close: watcher.close };
}
