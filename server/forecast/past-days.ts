/** What the days before tell, handed to the thread: all at its start, and each when it is over. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { learnedDay } from '../domain/forecast/learned-day.ts';
import { dayOn } from '../domain/hours/hours-of-day.ts';
import type { Hub } from '../hub.ts';
import type { Journal } from '../journal/journal.ts';
import type { Order } from './messages.ts';

interface Parts {
  readonly hub: Pick<Hub, 'state'>;
  readonly journal: Pick<Journal, 'dates' | 'stepTimes'>;
  readonly send: (order: Order) => void;
}

export interface PastDays {
  /** A date at a time, so that the hub's work goes on between; until it is told to stop. */
  learnAll(isOver: () => boolean): Promise<void>;
  /** The day that ended now: of its calls the thread knows already. */
  learnEnded(date: string): void;
}

/** Days that are learned from at a start. */
const daysLearned = 40;

export function createPastDays({ hub, journal, send }: Parts): PastDays {
  function learn(date: string, areCyclesKnown: boolean): void {
    const { office } = hub.state.calendar;
    if (!office) return;
    const day = learnedDay([...journal.stepTimes(date, date)], dayOn(date, office.timeZone).begins);
    send({ do: 'learn', day: areCyclesKnown ? { ...day, cycles: [] } : day });
  }

  return {
    async learnAll(isOver) {
      const { date: today } = hub.state.day;
      const dates = journal.dates('', today).filter((date) => date < today);
      for (const date of dates.slice(-daysLearned)) {
        if (isOver()) return;
        learn(date, false);
        await nextTurn();
      }
    },
    learnEnded: (date) => learn(date, true),
  };
}
