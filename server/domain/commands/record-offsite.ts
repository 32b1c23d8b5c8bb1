/**
 * OF7: what was done outside is entered afterwards, person by person, in the same steps and outcomes as in the office.
 * Entered again, a person's result replaces the one before; the others' stay.
 */
import type { Office, Service } from '../../contract/office.ts';
import type { RefusalCode } from '../../contract/refusals.ts';
import type { Command } from '../commands.ts';
import type { Decision, State } from '../decision.ts';
import { accept, officeOf, refuse } from '../decision.ts';
import { dateAfter, startOfDate } from '../hours/hours.ts';
import type { Instant } from '../instant.ts';
import { instant } from '../instant.ts';
import { entriesOf } from '../offsite/offsite.ts';
import type { OffsiteResult, OffsiteStep } from '../offsite/offsite-events.ts';

type RecordOffsite = Extract<Command, { type: 'RecordOffsite' }>;
type Entered = RecordOffsite['results'][number];

/** Within what a result must be: the service's steps, and the trip's date as far as it has passed. */
interface Bounds {
  readonly office: Office;
  readonly service: Service;
  readonly from: Instant;
  readonly to: Instant;
}

/**
 * Refuses `unknown-trip`, `unknown-request` (not of this trip), `unknown-person`, `unknown-step`, `unknown-outcome`,
 * `unknown-reason`, and `not-possible`: before the trip's date, or at a time that was not on it.
 */
export function recordOffsite(
  state: State,
  command: RecordOffsite,
  at: Instant,
): Decision<Record<string, never>> {
  const { trips, requests } = state.calendar.offsite;
  const trip = trips.get(command.trip);
  if (!trip) return refuse('unknown-trip');
  const request = trip.requests.includes(command.request) ? requests.get(command.request) : undefined;
  if (!request) return refuse('unknown-request');
  const office = officeOf(state);
  const service = office.services.find(({ id }) => id === request.service);
  if (!service) return refuse('unknown-service');
  const from = startOfDate(trip.date, office.timeZone);
  if (trip.cancelled !== null || at < from) return refuse('not-possible');
  const end = startOfDate(dateAfter(trip.date), office.timeZone);
  const bounds = { office, service, from, to: instant(Math.min(at, end)) };
  const most = entriesOf(request);
  for (const entered of command.results) {
    const wrong = entered.person >= most ? 'unknown-person' : wrongIn(entered, bounds);
    if (wrong) return refuse(wrong);
  }
  return accept(
    {},
    {
      ...{ type: 'OffsiteRecorded', at, trip: trip.id, request: request.code, shortCode: request.shortCode },
      ...{ date: trip.date, service: service.id, lane: office.lanes[0]?.id ?? '', steps: service.steps },
      ...{ people: request.people, results: merged(request.results, command.results), by: command.by },
    },
  );
}

function wrongIn({ end, reasons = [], steps = [] }: Entered, bounds: Bounds): RefusalCode | null {
  const listed = bounds.office.steps
    .filter(({ id }) => bounds.service.steps.includes(id))
    .flatMap(({ incomplete }) => incomplete?.reasons ?? []);
  const mayHave = end === 'incomplete' ? listed : [];
  if (!reasons.every((reason) => mayHave.includes(reason))) return 'unknown-reason';
  // Whoever is sent away hears why, where the office has words for it.
  if (reasons.length === 0 && mayHave.length > 0) return 'unknown-reason';
  // Who was not there was not served.
  if (end === 'no-show' && steps.length > 0) return 'not-possible';
  for (const step of steps) {
    const wrong = wrongStep(step, bounds);
    if (wrong) return wrong;
  }
  return null;
}

type EnteredStep = NonNullable<Entered['steps']>[number];

function wrongStep(entered: EnteredStep, { office, service, from, to }: Bounds): RefusalCode | null {
  const { step, startedAt, endedAt, outcome } = entered;
  if (!service.steps.includes(step)) return 'unknown-step';
  if (outcome !== undefined && !office.outcomes[step]?.includes(outcome)) return 'unknown-outcome';
  return from <= startedAt && startedAt <= endedAt && endedAt <= to ? null : 'not-possible';
}

/** In the order of the list. */
function merged(before: readonly OffsiteResult[], entered: readonly Entered[]): OffsiteResult[] {
  const byPerson = new Map(before.map((result) => [result.person, result]));
  for (const one of entered) byPerson.set(one.person, resultOf(one));
  return [...byPerson.values()].sort((a, b) => a.person - b.person);
}

const resultOf = ({ person, end, reasons = [], steps = [] }: Entered): OffsiteResult => ({
  ...{ person, end, reasons: [...new Set(reasons)] },
  steps: steps.map(
    ({ step, startedAt, endedAt, outcome = null }): OffsiteStep => ({
      ...{ step, outcome },
      ...{ startedAt: instant(startedAt), endedAt: instant(endedAt) },
    }),
  ),
});
