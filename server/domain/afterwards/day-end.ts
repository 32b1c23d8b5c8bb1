/** What the end of a day leaves to be done: CB4, IF4: who of it is to come again. */
import type { Comeback } from '../booking/booking-events.ts';
import type { State } from '../decision.ts';
import { officeOf } from '../decision.ts';
import type { DomainEvent } from '../events.ts';
import { dateAfter, dateIn } from '../hours/hours.ts';
import { namedBy } from '../papers/paper.ts';
import type { Visit } from '../visit.ts';

/** Must see the day before it ends. */
export function atDayEnd(state: State): DomainEvent[] {
  const { date, endsAt, visits } = state.day;
  const served = servedAgain(state);
  const comebacks = [...visits.values()].flatMap((visit) => comebackOf(state, visit, served) ?? []);
  return comebacks.length > 0 ? [{ type: 'ComebacksNoted', at: endsAt, date, comebacks }] : [];
}

/** CB6: the former codes of those who came again today and were served, or have a first place for it. */
function servedAgain({ calendar, day }: State): ReadonlySet<string> {
  const served = [...day.visits.values()].filter(
    ({ code, state }) => state === 'done' || calendar.places.has(code),
  );
  return new Set(served.flatMap(({ comeback }) => comeback ?? []));
}

function comebackOf(state: State, visit: Visit, served: ReadonlySet<string>): Comeback | null {
  if (visit.collect) return served.has(visit.code) ? null : collection(state, visit, visit.collect);
  return returning(state, visit) ?? again(state, visit, served);
}

const former = (state: State, visit: Visit) => ({
  ...namedBy(visit),
  shortCode: visit.shortCode,
  number: visit.number,
  date: state.day.date,
  formerService: visit.service,
  people: visit.people,
  category: visit.category,
});

/** CB4. */
function collection(
  state: State,
  visit: Visit,
  { service, from }: NonNullable<Visit['collect']>,
): Comeback | null {
  const { services, lanes } = officeOf(state);
  const [lane] = lanes;
  const steps = services.find(({ id }) => id === service)?.steps;
  if (!lane || !steps) return null;
  const where = { service, lane: lane.id, steps, reasons: [], bring: [] };
  return { kind: 'collection', ...former(state, visit), from, until: null, ...where };
}

/** IF4: with what was missing, for the steps that were left. */
function returning(state: State, visit: Visit): Comeback | null {
  const { service, lane, reasons, bring } = visit;
  const step = officeOf(state).steps.find(({ id }) => id === visit.step);
  const within = step?.incomplete?.returnWithin;
  if (visit.state !== 'incomplete' || within === undefined) return null;
  const { date } = state.day;
  return {
    kind: 'return',
    ...former(state, visit),
    from: dateAfter(date),
    until: dateIn(date, within),
    ...{ service, lane, steps: [visit.step, ...visit.todo], reasons, bring },
  };
}

/** CB6: who came for it and was not served may come once more. */
function again({ calendar, day }: State, visit: Visit, served: ReadonlySet<string>): Comeback | null {
  if (visit.comeback === null || served.has(visit.comeback)) return null;
  const noted = calendar.comebacks.get(visit.comeback);
  if (noted?.ticket !== visit.code) return null;
  if (noted.until !== null && noted.until <= day.date) return null;
  const { ticket: _, ...comeback } = noted;
  return comeback;
}
