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

export const isConnected = (): boolean => socket.connected;

/** Told to the hub at once, or when it is back and knows this screen again. */
const heard = new Set<string>();

export function tellHeard(callId: string): void {
  if (socket.connected) socket.emit('announced', { callId });
  else heard.add(callId);
}

/** After the hub has answered a report. */
export function tellHeardMeanwhile(): void {
  for (const callId of heard) socket.emit('announced', { callId });
  heard.clear();
}

/** Each returns the way to stop listening. */
export function onConnected(listener: () => void): () => void {
  socket.on('connect', listener);
  return () => socket.off('connect', listener);
}

export function onSpeaker(listener: (message: { readonly speaks: boolean }) => void): () => void {
  socket.on('speaker', listener);
  return () => socket.off('speaker', listener);
}

export function onIdentify(listener: (message: { readonly label: string }) => void): () => void {
  socket.on('identify', listener);
  return () => socket.off('identify', listener);
}
