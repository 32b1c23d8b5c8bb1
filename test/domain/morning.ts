/** A day of the domain for tests: commands at clock times of the office, decided and applied for real. */
import type { Office } from '../../server/contract/office.ts';
import { apply } from '../../server/domain/apply.ts';
import type { Command } from '../../server/domain/commands.ts';
import { counterOf, findVisit } from '../../server/domain/day.ts';
import { decide } from '../../server/domain/decide.ts';
import type { Fresh, State } from '../../server/domain/decision.ts';
import type { DomainEvent } from '../../server/domain/events.ts';
import type { Instant } from '../../server/domain/instant.ts';
import { instant } from '../../server/domain/instant.ts';
import { nextMoment } from '../../server/domain/next-moment.ts';
import type { Visit } from '../../server/domain/visit.ts';
import { emptyState } from '../../server/hub/replay.ts';

export const date = '2026-11-26';

/** `08:00`, `08:00:00.600`, or `2026-11-27 08:00`: local time of the office. `2026-11-26T16:00:00Z` is the same everywhere. */
export function clock(time: string, timeZone = 'Asia/Makassar'): Instant {
  if (time.endsWith('Z')) return instant(Date.parse(time));
  const [day, of] = time.includes(' ') ? time.split(' ') : [date, time];
  return instant(Temporal.PlainDateTime.from(`${day}T${of}`).toZonedDateTime(timeZone).epochMilliseconds);
}

/** An answer; or a refusal: its code in `refused` and its details beside it. */
export interface Answered {
  readonly [detail: string]: unknown;
  readonly ticket?: unknown;
  readonly number?: unknown;
  readonly refused?: unknown;
  readonly ahead?: unknown;
}

/** What a counter does without saying more. */
export type Key =
  | 'CloseCounter'
  | 'PauseCounter'
  | 'RecallTicket'
  | 'StartVisit'
  | 'FinishStep'
  | 'MarkNoShow'
  | 'HoldVisit'
  | 'UndoAction';

export interface Morning {
  readonly state: State;
  /** Everything that has happened, in order. */
  readonly events: DomainEvent[];
  /** Does a command at a time; gives its answer, or the refusal. `by`: the account. */
  does(command: Command, time: string, by?: string): Answered;
  /** Takes a ticket; gives its number. */
  takes(time: string, service?: string, more?: { lane?: string; people?: number }): string;
  opens(...counters: number[]): void;
  next(counter: number, time: string): Answered;
  press(key: Key, counter: number, time: string): Answered;
  /** Calls by number. */
  calls(counter: number, ticket: string, time: string): Answered;
  /** Lets the time pass until then; gives what happened by itself. */
  passes(time: string): readonly DomainEvent[];
  /** Takes a ticket that is not to be called before a time, which no command gives yet; gives its number. */
  reserves(time: string, notBefore: string): string;
  visit(number: string): Visit;
  counter(number: number): ReturnType<typeof counterOf>;
  /** What the last command made happen. */
  last(): readonly DomainEvent[];
}

/** A new day that begins at 07:00, or when it is said, with all counters closed. */
export function morning(office: Office, start = '07:00'): Morning {
  const state = emptyState();
  const events: DomainEvent[] = [];
  let made: DomainEvent[] = [];
  let ids = 0;

  function fresh(): Fresh {
    ids += 1;
    return { id: `id-${String(ids).padStart(19, '0')}`, spoken: `S${String(ids).padStart(9, '0')}` };
  }

  function record(event: DomainEvent): void {
    apply(state, event);
    events.push(event);
    made.push(event);
  }

  function does(command: Command, time: string, by?: string): Answered {
    const at = clock(time, office.timeZone);
    made = [];
    const due = nextMoment(state);
    if (due !== null && due <= at) run({ type: 'TimePassed' }, at);
    return run(command, at, by);
  }

  function run(command: Command, at: Instant, by?: string): Answered {
    const decision = decide(state, command, at, fresh(), by);
    if (!decision.ok) return { refused: decision.refusal.code, ...decision.refusal };
    for (const event of decision.events) record(event);
    return decision.answer as Answered;
  }

  const begun: Morning = {
    state,
    events,
    does,
    takes(time, service = 'passport', more = {}) {
      const answer = does({ type: 'TakeTicket', service, ...more }, time);
      if (typeof answer.number !== 'string') throw new Error(`no ticket: ${JSON.stringify(answer)}`);
      return answer.number;
    },
    opens(...counters) {
      for (const counter of counters) does({ type: 'OpenCounter', counter }, '07:30');
    },
    next: (counter, time) => does({ type: 'CallNext', counter }, time),
    press: (type, counter, time) => does({ type, counter }, time),
    calls: (counter, ticket, time) => does({ type: 'CallTicket', counter, ticket }, time),
    passes(time) {
      does({ type: 'TimePassed' }, time);
      return made;
    },
    reserves(time, notBefore) {
      const at = clock(time, office.timeZone);
      const decision = decide(state, { type: 'TakeTicket', service: 'passport' }, at, fresh());
      const [event] = decision.ok ? decision.events : [];
      if (event?.type !== 'TicketTaken') throw new Error('no ticket');
      record({ ...event, notBefore: clock(notBefore, office.timeZone) });
      return (decision as { answer: Answered }).answer.number as string;
    },
    visit(number) {
      const visit = findVisit(state.day, number);
      if (!visit) throw new Error(`no visit ${number}`);
      return visit;
    },
    counter: (number) => counterOf(state.day, number),
    last: () => made,
  };
  does({ type: 'ConfigureOffice', office, source: 'test' }, start);
  does({ type: 'TimePassed' }, start);
  return begun;
}
