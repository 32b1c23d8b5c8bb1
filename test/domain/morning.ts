/** A day of the domain for tests: commands at clock times of the office, decided and applied for real. */
import type { Office } from '../../server/contract/office.ts';
import { apply } from '../../server/domain/apply.ts';
import type { Command } from '../../server/domain/commands.ts';
import { counterOf, findVisit } from '../../server/domain/day.ts';
import { decide } from '../../server/domain/decide.ts';
import type { State } from '../../server/domain/decision.ts';
import type { DomainEvent } from '../../server/domain/events.ts';
import type { Instant } from '../../server/domain/instant.ts';
import { instant } from '../../server/domain/instant.ts';
import { nextMoment } from '../../server/domain/next-moment.ts';
import type { Visit } from '../../server/domain/visit.ts';
import { emptyState } from '../../server/hub/replay.ts';

export const date = '2026-11-26';

/** `08:00`, `08:00:00.600`, or `2026-11-27 08:00`: local time of the office. */
export function clock(time: string, timeZone = 'Asia/Makassar'): Instant {
  const [day, of] = time.includes(' ') ? time.split(' ') : [date, time];
  return instant(Temporal.PlainDateTime.from(`${day}T${of}`).toZonedDateTime(timeZone).epochMilliseconds);
}

export type Answered = Record<string, unknown>;

export interface Morning {
  readonly state: State;
  /** Everything that has happened, in order. */
  readonly events: DomainEvent[];
  /** Does a command at a time; gives its answer, or the refusal. */
  does(command: Command, time: string): Answered;
  /** Takes a ticket; gives its number. */
  takes(time: string, service?: string, more?: { lane?: string; people?: number }): string;
  opens(...counters: number[]): void;
  next(counter: number, time: string): Answered;
  visit(number: string): Visit;
  counter(number: number): ReturnType<typeof counterOf>;
  /** What the last command made happen. */
  last(): readonly DomainEvent[];
}

/** A new day that begins at 07:00 with all counters closed. */
export function morning(office: Office): Morning {
  const state = emptyState();
  const events: DomainEvent[] = [];
  let made: DomainEvent[] = [];
  let ids = 0;

  function record(event: DomainEvent): void {
    apply(state, event);
    events.push(event);
    made.push(event);
  }

  function does(command: Command, time: string): Answered {
    const at = clock(time, office.timeZone);
    made = [];
    const due = nextMoment(state);
    if (due !== null && due <= at) run({ type: 'TimePassed' }, at);
    return run(command, at);
  }

  function run(command: Command, at: Instant): Answered {
    ids += 1;
    const fresh = { id: `id-${String(ids).padStart(19, '0')}`, spoken: `S${String(ids).padStart(9, '0')}` };
    const decision = decide(state, command, at, fresh);
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
      if (typeof answer['number'] !== 'string') throw new Error(`no ticket: ${JSON.stringify(answer)}`);
      return answer['number'];
    },
    opens(...counters) {
      for (const counter of counters) does({ type: 'OpenCounter', counter }, '07:30');
    },
    next: (counter, time) => does({ type: 'CallNext', counter }, time),
    visit(number) {
      const visit = findVisit(state.day, number);
      if (!visit) throw new Error(`no visit ${number}`);
      return visit;
    },
    counter: (number) => counterOf(state.day, number),
    last: () => made,
  };
  does({ type: 'ConfigureOffice', office, source: 'test' }, '07:00');
  does({ type: 'TimePassed' }, '07:00');
  return begun;
}
