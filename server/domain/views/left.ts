/** Who has not been served: for closing the day, and for putting things right after an outage. */
import type { LeftAnswer } from '../../contract/http-day.ts';
import type { State } from '../decision.ts';
import { toIso } from '../instant.ts';
import { byTurn } from '../queue/queues.ts';
import { isOver } from '../visit.ts';

/** In the order of their turns. */
export function leftToday({ day }: State): LeftAnswer {
  const left = [...day.visits.values()].filter((visit) => !isOver(visit)).sort(byTurn);
  return {
    closed: day.closed,
    left: left.map(({ number, service, lane, step, state, counter, arrivedAt, people }) => ({
      number,
      service,
      lane,
      step,
      state,
      counter: state === 'called' || state === 'serving' ? counter : null,
      arrivedAt: toIso(arrivedAt),
      people,
    })),
  };
}
