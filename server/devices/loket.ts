/** Boxes that speak the contract's own topics: how a press becomes a command. */
import type { KeyName, PressEvent } from '../contract/devices.ts';
import { keyNames } from '../contract/devices.ts';
import type { Hub } from '../hub.ts';

type Command = Parameters<Hub['submit']>[0];

/** @param counter where the box stands. Any key has a command: an unknown one is refused by the domain. */
export function toCommand(press: PressEvent, counter: number): Command {
  const at = press.age_ms === undefined ? { counter } : { counter, ageMs: press.age_ms };
  const key = keyNames.find((name) => name === press.event_type);
  if (key === undefined) return { type: 'PressUnknownKey', key: press.event_type, ...at };
  return commandOf(key, press.arg ?? null, at);
}

type Argument = string | number | null;

function commandOf(key: KeyName, arg: Argument, at: { counter: number; ageMs?: number }): Command {
  switch (key) {
    case 'next':
      return { type: 'CallNext', ...at };
    case 'recall':
      return { type: 'RecallTicket', ...at };
    case 'start':
      return arg === 'timed' ? { type: 'StartVisit', timed: true, ...at } : { type: 'StartVisit', ...at };
    case 'done':
      return typeof arg === 'string' && arg !== ''
        ? { type: 'FinishStep', outcome: arg, ...at }
        : { type: 'FinishStep', ...at };
    case 'no_show':
      return { type: 'MarkNoShow', ...at };
    case 'hold':
      return { type: 'HoldVisit', ...at };
    case 'transfer':
      return { type: 'TransferVisit', to: destination(arg), ...at };
    case 'pause':
      return { type: 'PauseCounter', ...at };
    case 'open':
      return { type: 'OpenCounter', ...at };
    case 'close':
      return { type: 'CloseCounter', confirm: arg === 'confirm', ...at };
    case 'call':
      return { type: 'CallTicket', ticket: String(arg ?? ''), ...at };
    case 'undo':
      return { type: 'UndoAction', ...at };
  }
}

/** A counter's number, also in digits as a key pad sends it; anything else names a step. */
function destination(arg: Argument): { step: string } | { counter: number } {
  if (typeof arg === 'number') return { counter: arg };
  return arg !== null && /^\d{1,3}$/.test(arg) ? { counter: Number(arg) } : { step: arg ?? '' };
}
