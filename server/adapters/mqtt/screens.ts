/** What stands on each device's board, and how a device is made to be seen. */
import { topics } from '../../contract/devices.ts';
import type { Hub } from '../../hub.ts';
import { boardOf, hasOwnBoard } from './boards.ts';
import type { BoardText, ForeignBoards } from './foreign-boards.ts';
import type { PresenceBook } from './presence.ts';
import type { Publisher } from './publisher.ts';

/** Of a box of ours it is known by `display/state` what it shows; a foreign one is asked in its family's way. */
export function createScreens(
  hub: Hub,
  presence: PresenceBook,
  publisher: Publisher,
  foreign: ForeignBoards,
) {
  const ownBoard = (id: string) => {
    const device = hub.state.calendar.devices.get(id);
    return device && hasOwnBoard(device) ? device : undefined;
  };
  return {
    identify(id: string): boolean {
      if (!presence.of(id)?.online) return false;
      if (!ownBoard(id)) return foreign.identify(id);
      publisher.send(topics.identify(id), {});
      return true;
    },
    board(id: string): BoardText | null {
      const device = ownBoard(id);
      if (!device) return foreign.text(id);
      if (device.counter === null) return null;
      const { display } = presence.of(id) ?? {};
      const wanted = boardOf(hub.state, device.counter, hub.now()).text;
      return { wanted, shown: display?.text ?? null, ok: display?.ok ?? null };
    },
  };
}
