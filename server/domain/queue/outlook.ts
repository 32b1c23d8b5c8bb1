/** What the day tells of how fast it goes on, looked up once for all who ask of one state. */
import type { State } from '../decision.ts';
import { officeOf } from '../decision.ts';
import type { Forecast } from '../forecast/forecast.ts';
import { paceOf } from './pace.ts';
import { reachOf } from './reach.ts';

export interface Outlook {
  /** Of a step, in milliseconds; null: not known yet. */
  pace(step: string): number | null;
  /** Open counters that serve the step and the lane. */
  open(step: string, lane: string): number;
  /** FC12: whether the forecast sees the visit's promise break; null: it does not know the visit. */
  breaks(code: string): boolean | null;
}

export function outlookOn(state: State, forecast: Forecast | null = null): Outlook {
  const { day } = state;
  const paces = new Map<string, number | null>();
  const counts = new Map<string, number>();
  const open = [...day.counters.values()].filter((counter) => counter.state === 'open');
  const reaches = open.map((counter) => reachOf(officeOf(state), counter));
  return {
    breaks: (code) =>
      forecast?.breakingCodes.has(code) ? true : forecast?.estimates.has(code) ? false : null,
    pace(step) {
      const known = paces.get(step);
      if (known !== undefined) return known;
      const pace = paceOf(day, step);
      paces.set(step, pace);
      return pace;
    },
    open(step, lane) {
      const key = `${step} ${lane}`;
      const known = counts.get(key);
      if (known !== undefined) return known;
      const able = reaches.filter(
        ({ steps, lanes }) => steps.includes(step) && (lanes === null || lanes.includes(lane)),
      ).length;
      counts.set(key, able);
      return able;
    },
  };
}
