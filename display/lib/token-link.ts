/** `…#token=…`: a link that signs a station in. The token is taken out of the address before anything else. */
import { type Readable, writable } from 'svelte/store';
import { ask } from './api.ts';

const failed = writable(false);

/** The link of this page did not sign in. */
export const linkFailed: Readable<boolean> = failed;

/** Whether somebody was signed in by it. At a page's start, before it connects; later there is nothing left to take. */
export async function signInByLink(): Promise<boolean> {
  const token = new URLSearchParams(location.hash.slice(1)).get('token');
  if (token === null) return false;
  history.replaceState(history.state, '', location.pathname + location.search);
  const reply = await ask('POST', '/api/v1/session', { token });
  failed.set(!reply.ok);
  return reply.ok;
}
