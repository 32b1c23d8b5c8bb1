/** LED boards: the desired text of every device at a counter, retained, republished at start and on every change. */
import { crc32 } from 'node:zlib';
import { isKnownDriver, withoutBroker } from '../../contract/device-settings.ts';
import { type DisplaySet, topics } from '../../contract/devices.ts';
import type { Publisher } from './publisher.ts';
import { counterOf, touchedCounters } from './touched.ts';
import type { Device, State, Told } from './types.ts';

export interface Boards {
  /** All of them, as they should be now. */
  all(state: State, at: number): void;
  told(state: State, told: Told): void;
}

const blinkMs = 500;
/** How long a board blinks after a call or a recall; one that comes back later shows the number quietly. */
const blinkForMs = 6000;

/**
 * The text a board should show. `rev` is made of what is shown and of its announcement, so it is the same after a
 * restart (the board is left in peace) and another one for every call and recall. 31 bits: some boxes have no more.
 */
export function boardOf(state: State, counter: number, at: number): DisplaySet {
  const visit = counterOf(state, counter).visit;
  const rev = crc32(visit ? `${visit.number} ${visit.callId} ${visit.times}` : '') & 0x7fffffff;
  const calledAt = visit?.lastCalledAt ?? null;
  const blinks = calledAt !== null && at - calledAt < blinkForMs;
  const blink = blinks ? { blink_ms: blinkMs, blink_for_ms: blinkForMs } : { blink_ms: 0, blink_for_ms: 0 };
  return { rev, text: visit?.number ?? '', counter, ...blink };
}

/** Whether it reads `display/set`: boxes of ours do, and what speaks as they do. */
export const hasOwnBoard = ({ driver }: Device): boolean =>
  driver === 'loket' ||
  !(isKnownDriver(driver) || withoutBroker.includes(driver) || driver === 'integration');

export function createBoards(publisher: Publisher): Boards {
  /** By counter, so that a press looks at its own boards only. */
  const devices = new Map<number, string[]>();
  const shown = new Map<string, DisplaySet>();

  function take(device: Device): void {
    const { id, counter } = device;
    if (counter !== null && hasOwnBoard(device)) devices.set(counter, [...(devices.get(counter) ?? []), id]);
  }

  function show(state: State, counter: number, at: number): void {
    const boards = devices.get(counter);
    if (!boards) return;
    const board = boardOf(state, counter, at);
    for (const id of boards) {
      const before = shown.get(id);
      if (before?.rev === board.rev && before.counter === counter) continue;
      shown.set(id, board);
      publisher.keep(topics.displaySet(id), board);
    }
  }

  /** At no counter any more: the last number would stay on it. */
  function darken({ calendar }: State): void {
    for (const [id, before] of shown) {
      if (before.text === '' || calendar.devices.get(id)?.counter !== null) continue;
      const dark = { rev: 0, text: '', counter: before.counter, blink_ms: 0, blink_for_ms: 0 };
      shown.set(id, dark);
      publisher.keep(topics.displaySet(id), dark);
    }
  }

  function all(state: State, at: number): void {
    devices.clear();
    for (const device of state.calendar.devices.values()) take(device);
    for (const counter of devices.keys()) show(state, counter, at);
    darken(state);
  }

  return {
    all,
    told(state, { at, events, reloaded }) {
      for (const event of events) if (event.type === 'DeviceRemoved') shown.delete(event.id);
      const touched = touchedCounters(state, events);
      if (reloaded || touched === 'all') all(state, at);
      else for (const counter of touched) show(state, counter, at);
    },
  };
}
