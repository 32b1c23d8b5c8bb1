/** CB1: what follows a visit that is done: where to come, and from which date. CB2: the date of what is paid for. */
import type { Office } from '../../contract/office.ts';
import type { State } from '../decision.ts';
import { officeOf } from '../decision.ts';
import { dateIn } from '../hours/hours.ts';
import { dateAfterDays } from '../hours/opens.ts';
import type { Visit } from '../visit.ts';

/** What `StepDone` carries: nothing while steps follow, where nothing is collected, or where it was said before. */
export function collectAfter(
  state: State,
  { service: id, todo, collect }: Pick<Visit, 'service' | 'todo' | 'collect'>,
): { collect?: { service: string; from: string | null } } {
  if (todo.length > 0 || collect) return {};
  const office = officeOf(state);
  const follows = office.services.find((service) => service.id === id)?.collect;
  if (!follows) return {};
  const from = follows.from === 'paid' ? null : collectFrom(office, id, state.day.date);
  return { collect: { service: follows.service, from } };
}

/**
 * CB1, CB2: the first date on which what a visit of this service ends with can be collected, counted from a date; null
 * where the office has given it up.
 */
export function collectFrom(office: Office, serviceId: string, date: string): string | null {
  const follows = office.services.find(({ id }) => id === serviceId)?.collect;
  const service = office.services.find(({ id }) => id === follows?.service);
  if (!follows || !service) return null;
  // An office without hours for more than a year: nobody can say better.
  return dateAfterDays(office, service, date, follows.after, follows.of) ?? dateIn(date, follows.after);
}
