/** What is being said aloud on this page: videos make way for it, and a board may show it largest. */
import { type Readable, writable } from 'svelte/store';
import type { AnnounceMessage } from '../../../server/contract/socket.ts';

const said = writable<AnnounceMessage | null>(null);

/** The call whose chime and sentence sound at this moment; null: silence, and videos may go on. */
export const saying: Readable<AnnounceMessage | null> = said;

export const setSaying = (call: AnnounceMessage | null): void => said.set(call);
