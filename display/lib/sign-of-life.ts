/** Notices within three seconds that the hub is silent, which a pulled cable does not say. */
import type { Socket } from 'socket.io-client';
import type { ClientToServer, ServerToClient } from '../../server/contract/socket.ts';

const lookEveryMs = 200;
/** Silence of this length is a lost hub. */
const silentMs = 2600;
/** Silence of this length is a reason to ask; the hub's own pings come oftener, so that it is seldom asked. */
const quietMs = 1700;
/** No view has this name: the hub answers that there is none, and that is the sign. */
const nothing = 'alive';

/** Asks while nothing is heard and the page is in sight; `lost` is called when no answer came. */
export function listenForLife(socket: Socket<ServerToClient, ClientToServer>, lost: () => void): void {
  let heardAt = 0;
  let asked = false;
  const heard = () => {
    heardAt = performance.now();
    asked = false;
  };

  function look(): void {
    if (!socket.connected) return;
    const silence = performance.now() - heardAt;
    if (asked && silence > silentMs) {
      lost();
      // The connection may hang for minutes before the system gives it up: begin a new one.
      socket.io.engine.close();
    } else if (!asked && silence > quietMs && document.visibilityState === 'visible') {
      // A page that was asleep has heard nothing; it is given the whole time to hear an answer.
      if (silence > silentMs) heardAt = performance.now() - quietMs;
      asked = true;
      socket.emit('watch', nothing, () => {});
    }
  }

  socket.on('connect', heard);
  socket.io.on('open', () => socket.io.engine.on('packet', heard));
  setInterval(look, lookEveryMs);
}
