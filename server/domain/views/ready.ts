/** What a waiting visitor's paper says of what comes: what to have ready, and when it can be collected at the earliest. */
import type { TicketView } from '../../contract/views.ts';
import { collectFrom } from '../afterwards/collect.ts';
import type { State } from '../decision.ts';
import { officeOf } from '../decision.ts';
import type { Visit } from '../visit.ts';
import { thingsOf } from './afterwards.ts';

export interface Ready {
  readonly things: TicketView['bring'];
  /** Local date, if all goes well today; null: nothing follows, or its date is set by the payment. */
  readonly earliest: string | null;
}

/** PA11: everything that one can be sent away for without, at the steps of this visit, each once. */
export function readyFor(state: State, { state: now, step, todo, service }: Visit): Ready {
  if (now !== 'waiting') return { things: [], earliest: null };
  const office = officeOf(state);
  const asked = new Set<string>();
  const things = [step, ...todo].flatMap((id) => {
    const known = office.steps.find((one) => one.id === id)?.incomplete?.bring ?? [];
    const fresh = known.map((thing) => thing.id).filter((thing) => !asked.has(thing));
    for (const thing of fresh) asked.add(thing);
    return thingsOf(office, id, fresh);
  });
  const follows = office.services.find(({ id }) => id === service)?.collect;
  const earliest = follows && follows.from !== 'paid' ? collectFrom(office, service, state.day.date) : null;
  return { things, earliest };
}
