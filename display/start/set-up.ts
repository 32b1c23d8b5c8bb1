/** What the hub says of the first password: whether there is none yet, and whether a link's key counts. */
import { ask, type Reply } from '../lib/api.ts';

interface SetUpAnswer {
  readonly needed?: boolean;
  readonly valid?: boolean;
}

export const askSetUp = (key?: string): Promise<Reply<SetUpAnswer>> =>
  ask('GET', `/api/v1/set-up${key === undefined ? '' : `?key=${encodeURIComponent(key)}`}`);
