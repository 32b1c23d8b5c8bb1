/** A day with a door for tests: readings, decisions and tickets given there, in few words. */
import type { Office } from '../../server/contract/office.ts';
import type { Answered, Morning } from './morning.ts';
import { morning } from './morning.ts';
import { contoh } from './office.ts';

export const levels = { warnAbove: 37, holdAbove: 37.5, retests: 2, retestAfter: 'PT5M' };

/** An office that measures at its door. */
export const measuring = (changes: Record<string, unknown> = {}): Office =>
  contoh({ screening: levels, ...changes });

export interface DoorDay extends Morning {
  /** A tap, or a first reading. */
  screens(time: string, celsius?: number, kind?: string): Answered;
  reads(screening: unknown, time: string, celsius: number, kind?: string): Answered;
  /** A ticket given at the door. */
  gives(
    time: string,
    more?: { screening?: unknown; service?: string; lane?: string; people?: number },
  ): Answered;
  decides(screening: unknown, time: string, decision: 'admit' | 'refer'): Answered;
  counts(time: string, inside: number): void;
  leaves(time: string, count: number): Answered;
  callsIn(time: string, people?: number): Answered;
  /** Somebody with too high a temperature three times; gives the screening. */
  holds(time: string): string;
  inside(): number;
  /** Numbers of those who wait outside, in the order in which they came. */
  outside(): string[];
}

export function doorDay(office: Office): DoorDay {
  const day = morning(office);
  const { does, state } = day;
  const kindOf = (kind: string | undefined) => (kind === undefined ? {} : { kind });
  const idOf = (screening: unknown) => ({ screening: String(screening) });
  const door: DoorDay = {
    ...day,
    screens: (time, celsius, kind) =>
      does({ type: 'ScreenVisitor', ...(celsius === undefined ? {} : { celsius }), ...kindOf(kind) }, time),
    reads: (screening, time, celsius, kind) =>
      does({ type: 'ReadAgain', ...idOf(screening), celsius, ...kindOf(kind) }, time),
    gives(time, { screening, service = 'passport', ...more } = {}) {
      const by = screening === undefined ? {} : idOf(screening);
      return does({ type: 'TakeTicket', service, atDoor: true, ...more, ...by }, time);
    },
    decides: (screening, time, decision) =>
      does({ type: 'DecideCase', ...idOf(screening), decision, by: 'Satgas' }, time),
    counts: (time, inside) => void does({ type: 'CountInside', inside }, time),
    leaves: (time, count) => does({ type: 'LetLeave', count }, time),
    callsIn: (time, people) => does({ type: 'CallIn', ...(people === undefined ? {} : { people }) }, time),
    holds(time) {
      const { id } = door.screens(time, 38.4);
      door.reads(id, time, 38.5);
      door.reads(id, time, 38.6);
      return String(id);
    },
    inside: () => state.day.door.inside,
    outside: () => [...state.day.outside].map((code) => state.day.visits.get(code)?.number ?? ''),
  };
  return door;
}
