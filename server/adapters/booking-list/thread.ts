/** The thread that reads one list of bookings, and hands it over in parts. */
import { parentPort, workerData } from 'node:worker_threads';
import type { ListOptions } from './booking-line.ts';
import type { Said } from './in-thread.ts';
import { readBookingList } from './read-booking-list.ts';

const most = 200;

const { bytes, options } = workerData as { bytes: Uint8Array; options: ListOptions };
const say = (said: Said): void => parentPort?.postMessage(said);

const read = readBookingList(bytes, options);
if (read.ok) {
  const { lines, mistakes } = read;
  for (let from = 0; from < lines.length || from < mistakes.length; from += most)
    say({ lines: lines.slice(from, from + most), mistakes: mistakes.slice(from, from + most) });
  say({ end: { ...read, lines: [], mistakes: [] } });
} else say({ end: read });
