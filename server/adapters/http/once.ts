/** Answers kept in memory under an idempotency key, for what is not a command of the hub. */
import type { From } from '../../hub.ts';
import { problem, type Reply } from './route.ts';

export type Once = (from: From, make: () => Promise<Reply>) => Promise<Reply>;

/** `most`: how many are kept; the oldest goes. */
export function createOnce(most = 1000): Once {
  const kept = new Map<string, { readonly body: string | undefined; readonly reply: Promise<Reply> }>();
  return async ({ account, key, body }, make) => {
    if (key === undefined) return make();
    const name = JSON.stringify([account, key]);
    const known = kept.get(name);
    if (known) return known.body === body ? known.reply : problem('key-reused');
    const reply = make();
    kept.set(name, { body, reply });
    // What failed without an answer may be tried again.
    reply.catch(() => kept.delete(name));
    for (const oldest of kept.keys()) {
      if (kept.size <= most) break;
      kept.delete(oldest);
    }
    return reply;
  };
}
