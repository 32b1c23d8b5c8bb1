/** A connected client, as far as its voice and its report are concerned. */
import type { Principal } from '../../access/principal.ts';
import type { ServerToClient } from '../../contract/socket.ts';

export type Message<E extends keyof ServerToClient> = Parameters<ServerToClient[E]>[0];

export interface Connected {
  readonly principal: Principal;
  /** Where it comes from; null: nobody knows. */
  readonly address: string | null;
  tell<E extends 'announce' | 'speaker' | 'identify'>(event: E, message: Message<E>): void;
}

/** Who is signed in on it; null: nobody. */
export const ownerOf = ({ principal }: Connected): string | null =>
  principal.role === 'public' ? null : principal.account;
