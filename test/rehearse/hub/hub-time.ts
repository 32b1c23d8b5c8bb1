/** What time it is at a hub that runs already, and how fast it goes. */
import type { ViewMessage } from '../../../server/contract/socket.ts';
import { openWatcher } from '../../bench/wire/watcher.ts';
import type { Address } from './api.ts';

export async function askTime(http: Address): Promise<{ at: number; rate: number }> {
  const told = Promise.withResolvers<ViewMessage>();
  const watcher = await openWatcher(
    { ...http, name: 'lobby' },
    {
      announce() {},
      view: (frame) => told.resolve((JSON.parse(frame.toString('utf8', 2)) as [string, ViewMessage])[1]),
      closed: (reason) => told.reject(new Error(reason)),
    },
  );
  const { at, rate } = await told.promise;
  watcher.close();
  return { at: Date.parse(at), rate };
}
