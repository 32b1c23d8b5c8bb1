/** Socket.IO, default path: what a client may send and what the hub sends. */
import { z } from 'zod';
import type { DisplayAnswer, DisplayReport } from './displays.ts';
import type { Problem } from './refusals.ts';

/** `lobby`, `lobby:<zone>`, `counter:<n>`, `ticket:<code>`, `booking:<code>`, `kiosk`, `entrance`, `desk:<n>`, `door`, `supervisor`, `box:<n>`. */
export const watchName = z.string().min(1).max(80);
export const announcedMessage = z.object({ callId: z.string().max(64) });

/** `seq` orders the views of one connection; the first view after each `watch` always counts. */
export interface ViewMessage<V = unknown> {
  readonly name: string;
  readonly seq: number;
  /** The hub's time of this view, ISO 8601, and the rate at which it runs (1, or a rehearsal's). */
  readonly at: string;
  readonly rate: number;
  readonly view: V;
}

/** Goes out before the view of the same call; `times` counts the announcements of one call from 1. */
export interface AnnounceMessage {
  readonly callId: string;
  readonly number: string;
  readonly counter: number;
  readonly step: string;
  readonly times: number;
  /** Said before, and to be said once more: by a supervisor's wish, or since nobody heard it. */
  readonly again?: true;
  /** To the voice of the whole office: the voice of the counter's own zone says it. */
  readonly silent?: true;
}

/** Null when all is well: the view itself follows as a message. */
export type WatchAck = (problem: Problem | null) => void;

export interface ServerToClient {
  view: (message: ViewMessage) => void;
  announce: (message: AnnounceMessage) => void;
  /** To a screen that reported: whether it is the voice of its zone from now on. */
  speaker: (message: { readonly speaks: boolean }) => void;
  /** The supervisor wants to know which screen this is: it shows `label` large for a while. */
  identify: (message: { readonly label: string }) => void;
}

export interface ClientToServer {
  watch: (name: string, ack?: WatchAck) => void;
  unwatch: (name: string) => void;
  /** A speaker has said the call to its end. Counts from who speaks for a zone, and from displays that are signed in. */
  announced: (message: { callId: string }) => void;
  report: (report: DisplayReport, ack?: (answer: DisplayAnswer | Problem) => void) => void;
}
