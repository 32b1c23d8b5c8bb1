/** What a screen that is watched from afar tells the hub, and what it is told. A hub of another version may be silent. */
import type { DisplayAnswer, DisplayReport } from '../../../server/contract/displays.ts';
import { socket } from '../live.ts';

/** Sent now or never: the next one says it all again. */
export function sendReport(report: DisplayReport, answered: (answer: DisplayAnswer) => void): void {
  if (!socket.connected) return;
  socket.emit('report', report, (answer) => {
    if (answer && 'speaks' in answer) answered(answer);
  });
}

/** The hub's own signs of life come every second and a half. */
const silentMs = 3000;
let heardAt = Number.NEGATIVE_INFINITY;
socket.io.on('open', () =>
  socket.io.engine.on('packet', () => {
    heardAt = performance.now();
  }),
);

/** The hub was heard of a moment ago. It waits longer than that before it takes this page for lost. */
export const isAlive = (): boolean => socket.connected && performance.now() - heardAt < silentMs;

interface Heard {
  readonly callId: string;
  readonly at: number;
  sent: boolean;
}

/** Told to the hub at once; anew when it is back and knows this screen, if it may not have arrived. */
let heard: Heard[] = [];
/** A connection that is broken takes so long to be known as such. */
const unsureMs = 4000;

export function tellHeard(callId: string): void {
  const now = performance.now();
  heard = heard.filter(({ sent, at }) => !sent || now - at < unsureMs);
  heard.push({ callId, at: now, sent: socket.connected });
  if (socket.connected) socket.emit('announced', { callId });
}

socket.on('disconnect', () => {
  const now = performance.now();
  heard = heard
    .filter(({ sent, at }) => !sent || now - at < unsureMs)
    .map((one) => ({ ...one, sent: false }));
});

/** After the hub has answered a report. */
export function tellHeardMeanwhile(): void {
  for (const one of heard) {
    if (!one.sent) socket.emit('announced', { callId: one.callId });
    one.sent = true;
  }
}

/** Each returns the way to stop listening. */
export function onConnected(listener: () => void): () => void {
  socket.on('connect', listener);
  return () => socket.off('connect', listener);
}

export function onLost(listener: () => void): () => void {
  socket.on('disconnect', listener);
  return () => socket.off('disconnect', listener);
}

export function onSpeaker(listener: (message: { readonly speaks: boolean }) => void): () => void {
  socket.on('speaker', listener);
  return () => socket.off('speaker', listener);
}

export function onIdentify(listener: (message: { readonly label: string }) => void): () => void {
  socket.on('identify', listener);
  return () => socket.off('identify', listener);
}
