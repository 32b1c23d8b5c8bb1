/** What a view needs beside the state. */
import type { OfficeSummary } from '../../contract/views.ts';
import type { State } from '../decision.ts';
import { type Forecast, noForecast } from '../forecast/forecast.ts';
import type { Instant } from '../instant.ts';
import { createLineup, type Lineup } from './lineup.ts';

export interface ViewContext {
  readonly at: Instant;
  readonly rehearsal: boolean;
  /** Made once for all views of one told state; absent: made for this view alone. */
  readonly lineup?: Lineup;
  /** Absent: nobody forecasts. */
  readonly forecast?: Forecast;
  /** Pictures and videos that are there, and where each is read; absent: none. */
  readonly media?: ReadonlyMap<string, string>;
}

export const forecastOf = ({ forecast }: ViewContext): Forecast => forecast ?? noForecast;

export const lineupOf = (state: State, { lineup }: ViewContext): Lineup => lineup ?? createLineup(state);

/** What every screen needs to know of the office; only made once an office is configured. */
export function officeSummary({ calendar }: State, { rehearsal }: ViewContext): OfficeSummary {
  const { office } = calendar;
  if (!office) throw new Error('a view was asked for before the office was configured');
  const { id, name, languages, timeZone, accent } = office;
  return { id, name, languages, timeZone, accent, rehearsal };
}
