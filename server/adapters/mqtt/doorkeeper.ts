/** What the door asks about a client: how much it may send at once, and whom to tell when its packets are not good. */
import type { Notes } from './book.ts';
import type { Doorkeeper } from './door.ts';
import type { Makers } from './makers.ts';
import { usualPayload } from './packets.ts';
import type { Sessions } from './sessions.ts';
import { isIntegration } from './types.ts';

/** What Zigbee2MQTT says of all its devices at once; and a Shelly with many parts of itself. */
const mostOfGateway = 1024 * 1024;
const mostOfForeign = 32 * 1024;

export function createDoorkeeper(sessions: Sessions, notes: Notes, makers: Makers): Doorkeeper {
  return {
    turnedAway(client, address, reason) {
      const id = sessions.of(client)?.account.device.id;
      if (id !== undefined) notes.troubled(id, reason);
      else if (reason === 'bad-version') notes.knocked('', address, 'version');
    },
    mostPayload(client) {
      const device = sessions.of(client)?.account.device;
      if (!device) return usualPayload;
      if (isIntegration(device)) return mostOfGateway;
      const family = makers.familyOf(device.driver);
      if (family?.isGateway) return mostOfGateway;
      return family ? mostOfForeign : usualPayload;
    },
  };
}
