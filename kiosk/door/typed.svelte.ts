/** The reading under way: typed digit by digit, or filled in by a thermometer. */
import type { DoorView } from '../../server/contract/views-door.ts';
import { digitsOf, typeDigit } from './reading.ts';

export interface Typed {
  readonly digits: string;
  /** Where the thermometer looked that filled it in; undefined: it was typed. */
  readonly kind: string | undefined;
  add(digit: string): void;
  erase(): void;
  clear(): void;
  /**
   * What a thermometer said just now; null: what it said is over, for somebody was recorded or nobody came.
   * @returns why it could not admit by itself; null where it was filled in, or is nothing new
   */
  take(reading: DoorView['reading'], measuring: boolean): string | null;
}

export function createTyped(): Typed {
  let digits = $state('');
  let filled = $state.raw<{ id: number; digits: string; kind: string } | null>(null);
  return {
    get digits() {
      return digits;
    },
    get kind() {
      return filled && filled.digits === digits ? filled.kind : undefined;
    },
    add(digit) {
      digits = typeDigit(digits, digit);
    },
    erase() {
      digits = digits.slice(0, -1);
    },
    clear() {
      digits = '';
    },
    take(reading, measuring) {
      if (reading?.id === filled?.id || (reading && !reading.refused && !measuring)) return null;
      if (!reading && digits === filled?.digits) digits = '';
      filled = reading && { ...reading, digits: reading.refused ? '' : digitsOf(reading.celsius) };
      if (reading?.refused) return reading.refused;
      if (filled) digits = filled.digits;
      return null;
    },
  };
}
