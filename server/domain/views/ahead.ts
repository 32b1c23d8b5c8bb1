/** What is coming, for whoever heads the office: FC12 promises that will break and what keeps them, FC10 how the room fills. */
import type { SupervisorView } from '../../contract/views-supervisor.ts';
import type { State } from '../decision.ts';
import { instant, toIso } from '../instant.ts';
import { forecastOf, type ViewContext } from './context.ts';

type Ahead = SupervisorView['ahead'];

const isoOrNull = (at: number | null): string | null => (at === null ? null : toIso(instant(at)));
const comingOrNull = (at: number | null, now: number): string | null =>
  isoOrNull(at !== null && at >= now ? at : null);

/** A forecast is older than what happened since: who went meanwhile, and what is past, is gone from it. */
export function aheadOf({ day }: State, context: ViewContext): Ahead {
  const { breaking: foreseen, keepers } = forecastOf(context);
  const breaking = foreseen.flatMap(({ code, promiseAt, expected }) => {
    const visit = day.visits.get(code);
    if (!visit || !day.running.has(code) || promiseAt <= context.at) return [];
    return { number: visit.number, promiseAt: toIso(instant(promiseAt)), expected: isoOrNull(expected) };
  });
  return {
    breaking,
    keepers: keepers
      .filter(({ counter, by }) => by >= context.at && day.counters.get(counter)?.state !== 'open')
      .map(({ by, keeps, ...keeper }) => ({
        ...keeper,
        by: toIso(instant(by)),
        keeps: Math.min(keeps, breaking.length),
        of: breaking.length,
      })),
    room: roomAhead(context),
  };
}

export function roomAhead(context: ViewContext): Ahead['room'] {
  const { fullAt, roomAt } = forecastOf(context).room;
  return { fullAt: comingOrNull(fullAt, context.at), roomAt: comingOrNull(roomAt, context.at) };
}
