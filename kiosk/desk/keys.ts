/** A numeric keypad as a call box: what each key means at the desk, given what was typed before. */
import type { CounterActionName } from '../../server/contract/http.ts';

export type Intent =
  | { readonly do: CounterActionName | 'ask-transfer' | 'ask-incomplete' | 'ask-pause' | 'ask-open' }
  /** Beside the calling: help with a booking, the file check, what is owed, and the slip. */
  | { readonly do: 'ask-booking' | 'ask-identity' | 'ask-claim' | 'show-slip' | 'slip-page' | 'paid' }
  /** One of what is asked once; without a list, the first that nobody has answered. */
  | { readonly do: 'ask-list'; readonly list?: string }
  /** A number that was typed: called, or put back among those who wait. */
  | { readonly do: 'call' | 'return'; readonly number: string };

export interface Typing {
  /** A number under way: letters, then digits. */
  readonly typed: string;
  /** One `-` was pressed; a second one is a no-show. */
  readonly minus: boolean;
}

export const nothingTyped: Typing = { typed: '', minus: false };

const actions: Readonly<Record<string, Intent['do']>> = {
  '+': 'recall',
  '*': 'ask-transfer',
  '/': 'start',
  '=': 'ask-list',
  '.': 'done',
  ',': 'done',
  F1: 'ask-booking',
  F2: 'hold',
  F3: 'ask-identity',
  F4: 'ask-incomplete',
  F6: 'ask-claim',
  F7: 'show-slip',
  F8: 'ask-pause',
  F9: 'close',
  F10: 'paid',
  F12: 'ask-open',
};

/** What a key does: the typing that follows, and what is asked for. Null: the key means nothing here. */
export function pressed(key: string, { typed, minus }: Typing): { typing: Typing; intent?: Intent } | null {
  if (key === '-') {
    return minus
      ? { typing: nothingTyped, intent: { do: 'no-show' } }
      : { typing: { typed: '', minus: true } };
  }
  if (key === 'Enter') {
    const intent: Intent = typed === '' ? { do: 'next' } : { do: 'call', number: typed };
    // After one `-` somebody means neither: Enter takes it back.
    return minus ? { typing: nothingTyped } : { typing: nothingTyped, intent };
  }
  if (key === '+' && typed !== '') return { typing: nothingTyped, intent: { do: 'return', number: typed } };
  if (key === 'Escape') return { typing: nothingTyped };
  if (key === 'Backspace') {
    if (minus) return { typing: nothingTyped };
    if (typed === '') return { typing: nothingTyped, intent: { do: 'undo' } };
    return { typing: { typed: typed.slice(0, -1), minus: false } };
  }
  if (/^[a-z0-9]$/i.test(key)) {
    const longer = typed + key.toUpperCase();
    return { typing: { typed: /^[A-Z]{0,3}\d{0,6}$/.test(longer) ? longer : typed, minus: false } };
  }
  const action = actions[key];
  return action === undefined || action === 'call' || action === 'return'
    ? null
    : { typing: nothingTyped, intent: { do: action } };
}

/** What a key of a numeric keypad would be with its lock on: without it the digits are arrows, and nobody sees why. */
export function keypadKey(key: string, code: string): string {
  const digit = /^Numpad(\d)$/.exec(code)?.[1];
  if (digit !== undefined) return digit;
  return code === 'NumpadDecimal' ? '.' : key;
}

/**
 * The ticket that typed digits mean: the one on the screen with these digits, otherwise one with the prefix
 * of those on the screen. A number typed with its letters is taken as it is.
 */
export function ticketOf(typed: string, onScreen: readonly string[]): string {
  if (!/^\d+$/.test(typed)) return typed;
  const digits = Number(typed);
  const same = onScreen.find((number) => Number(number.replace(/\D/g, '')) === digits);
  const prefix = /^[A-Z]+/.exec(onScreen[0] ?? '')?.[0] ?? 'A';
  return same ?? `${prefix}-${typed.padStart(3, '0')}`;
}
