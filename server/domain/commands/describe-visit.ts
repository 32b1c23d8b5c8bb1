/** What the desk asks once and counts: who applies, what for. LI3: beside the queue, and no action of the counter. */
import type { CounterAnswer } from '../../contract/http.ts';
import type { Office } from '../../contract/office.ts';
import type { Decision, Fresh, State } from '../decision.ts';
import { accept, officeOf, refuse } from '../decision.ts';
import type { Instant } from '../instant.ts';
import { type AtCounter, withVisit } from './at-counter.ts';

type Choices = Readonly<Record<string, string>>;

export function describeVisit(
  state: State,
  { choices, ...at }: AtCounter & { choices: Choices },
  now: Instant,
  fresh: Fresh,
): Decision<CounterAnswer> {
  return withVisit(state, at, now, fresh, ['called', 'serving'], ({ visit, event: { code } }) => {
    const asked = Object.entries(choices);
    if (!asked.every(([list, choice]) => offers(officeOf(state), list, choice))) return refuse('unknown-key');
    const answer = { counter: at.counter, ticket: visit.number };
    if (asked.every(([list, choice]) => chosenOf(visit, list) === choice)) return accept(answer);
    return accept(answer, { type: 'VisitDescribed', at: now, code, choices });
  });
}

/** LI1: a list of the office file is answered by one of its choices. */
function offers({ lists }: Office, list: string, choice: string): boolean {
  return Object.hasOwn(lists, list) && (lists[list] ?? []).includes(choice);
}

/** A list may be called `constructor`: only what was really said counts. */
export const chosenOf = ({ choices }: { readonly choices: Choices }, list: string): string | null =>
  Object.hasOwn(choices, list) ? (choices[list] ?? null) : null;
