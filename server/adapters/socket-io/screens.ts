/** Screens that report what they show and say calls: what the sockets need of whoever keeps them. */
import type { Socket } from 'socket.io';
import type { Principal } from '../../access/principal.ts';
import type { DisplayAnswer, DisplayReport } from '../../contract/displays.ts';
import type { AnnounceMessage, ServerToClient } from '../../contract/socket.ts';

type Message<E extends keyof ServerToClient> = Parameters<ServerToClient[E]>[0];

/** A connected client. */
export interface Connected {
  readonly principal: Principal;
  readonly address: string | null;
  tell<E extends 'announce' | 'speaker' | 'identify'>(event: E, message: Message<E>): void;
}

export interface Screens {
  reported(from: Connected, report: DisplayReport): DisplayAnswer;
  /** It has said a call to its end. */
  announced(from: Connected, callId: string): void;
  left(from: Connected): void;
  /** Another one says the calls of this counter, though this one speaks. */
  isSilent(from: Connected, counter: number): boolean;
  /** All boards were told of it just now. */
  called(message: AnnounceMessage): void;
  /** A call is to go out to the boards once more. */
  onAgain(listener: (message: AnnounceMessage) => void): void;
  onChange(listener: () => void): void;
}

export const connectedBy = (socket: Socket, principal: Principal): Connected => ({
  principal,
  // Node writes IPv4 addresses this way where it listens on both.
  address: socket.handshake.address.replace(/^::ffff:(?=\d+\.)/, '') || null,
  tell: (event, message) => void socket.emit(event, message),
});
