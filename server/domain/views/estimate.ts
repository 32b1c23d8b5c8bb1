/** What is told of a wait, as clock times: FC6 to whoever waits, FC11 to whoever would come now. */
import type { TicketView } from '../../contract/views.ts';
import { newcomerKey } from '../forecast/forecast.ts';
import { shownTimes } from '../forecast/shown.ts';
import { stillTold } from '../forecast/still-told.ts';
import type { Visit } from '../visit.ts';
import { forecastOf, type ViewContext } from './context.ts';

type Shown = TicketView['estimate'];

/** Null: it does not wait, or nobody can tell. */
export function estimateOf(context: ViewContext, visit: Visit): Shown {
  const told = stillTold(forecastOf(context), visit);
  // What is over is told no more: the next forecast says something else.
  return told === null || told.to <= context.at ? null : shownTimes(told);
}

/** FC11: of one who would come now. */
export function newcomerEstimate(context: ViewContext, service: string, lane: string): Shown {
  const told = forecastOf(context).newcomers.get(newcomerKey(service, lane));
  return told === undefined || told.to <= context.at ? null : shownTimes(told);
}
