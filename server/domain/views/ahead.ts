/** What is coming, for whoever heads the office: FC12 promises that will break and what keeps them, FC10 how the room fills. */
import type { SupervisorView } from '../../contract/views-supervisor.ts';
import type { State } from '../decision.ts';
import { instant, toIso } from '../instant.ts';
import { forecastOf, type ViewContext } from './context.ts';

type Ahead = SupervisorView['ahead'];

const isoOrNull = (at: number | null): string | null => (at === null ? null : toIso(instant(at)));

export function aheadOf({ day }: State, context: ViewContext): Ahead {
  const { breaking, keepers, room } = forecastOf(context);
  return {
    // Who went meanwhile is gone from it.
    breaking: breaking.flatMap(({ code, promiseAt, expected }) => {
      const visit = day.visits.get(code);
      if (!visit || !day.running.has(code)) return [];
      return { number: visit.number, promiseAt: toIso(instant(promiseAt)), expected: isoOrNull(expected) };
    }),
    keepers: keepers
      .filter(({ counter }) => day.counters.get(counter)?.state !== 'open')
      .map(({ by, ...keeper }) => ({ ...keeper, by: toIso(instant(by)), of: breaking.length })),
    room: roomAhead(room),
  };
}

export const roomAhead = ({
  fullAt,
  roomAt,
}: {
  fullAt: number | null;
  roomAt: number | null;
}): Ahead['room'] => ({
  fullAt: isoOrNull(fullAt),
  roomAt: isoOrNull(roomAt),
});
