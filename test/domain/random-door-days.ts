/** Random days at a door: readings, tickets, decisions, calls, in any order. */
import fc from 'fast-check';
import type { Command } from '../../server/domain/commands.ts';
import { type DoorDay, doorDay, levels, measuring } from './door-day.ts';

export const capacity = 3;
const office = measuring({
  capacity,
  screening: { ...levels, keep: 'PT30M' },
  calling: { noShowAfter: 1, noShowWait: 'PT0S', refractory: 'PT0S' },
});

/** `of`: which of those who are at the door, counted round. */
const step = fc.record({
  what: fc.constantFrom(
    ...([
      'screen',
      'screen',
      'screen',
      'read',
      'read',
      'read',
      'decide',
      'ticket',
      'ticket',
      'leave',
    ] as const),
    ...([
      'call-in',
      'next',
      'next',
      'done',
      'hold',
      'missed',
      'return',
      'undo',
      'undo',
      'cancel',
      'count',
    ] as const),
  ),
  celsius: fc.constantFrom(20, 36.5, 37.2, 38, 38.5),
  of: fc.nat(20),
  people: fc.integer({ min: 1, max: 4 }),
  flag: fc.boolean(),
  minutes: fc.constantFrom(0, 0.1, 1, 7, 25),
});
export type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

function nth<T>(all: Iterable<T>, of: number): T | undefined {
  const list = [...all];
  return list[of % Math.max(1, list.length)];
}

function commandOf(day: DoorDay, { what, celsius, of, people, flag }: Step): Command {
  const { door, visits } = day.state.day;
  const screening = nth(door.screenings.keys(), of) ?? 'nobody';
  const ticket = nth(visits.values(), of)?.number ?? 'A-001';
  const counter = flag ? 1 : 4;
  switch (what) {
    case 'screen':
      return { type: 'ScreenVisitor', celsius };
    case 'read':
      return { type: 'ReadAgain', screening: nth(door.seated, of) ?? screening, celsius };
    case 'decide': {
      const held = nth(door.cases.values(), of)?.screening ?? screening;
      return { type: 'DecideCase', screening: held, decision: flag ? 'admit' : 'refer', by: 'Satgas' };
    }
    case 'ticket':
      return {
        type: 'TakeTicket',
        service: 'passport',
        people,
        atDoor: true,
        ...(flag ? { screening } : {}),
      };
    case 'leave':
      return { type: 'LetLeave', count: people };
    case 'call-in':
      return { type: 'CallIn', ...(flag ? { people } : {}) };
    case 'next':
      return { type: 'CallNext', counter };
    case 'done':
      return { type: 'FinishStep', counter };
    case 'hold':
      return { type: 'HoldVisit', counter };
    case 'missed':
      return { type: 'MarkNoShow', counter };
    case 'undo':
      return { type: 'UndoAction', counter };
    case 'return':
      return { type: 'ReturnVisit', ticket };
    case 'cancel':
      return { type: 'CancelTicket', ticket };
    case 'count':
      return { type: 'CountInside', inside: of % (capacity + 3) };
  }
}

export function play(
  steps: readonly Step[],
  look: (day: DoorDay, command: Command) => void = () => {},
): DoorDay {
  const day = doorDay(office);
  day.opens(1, 4);
  let minute = 0;
  for (const one of steps) {
    minute += one.minutes;
    const command = commandOf(day, one);
    const at = new Date(Date.UTC(2026, 10, 26, 0, 0) + minute * 60_000).toISOString();
    day.does(command, at);
    look(day, command);
  }
  return day;
}

export const days = fc.array(step, { minLength: 20, maxLength: 120 });
