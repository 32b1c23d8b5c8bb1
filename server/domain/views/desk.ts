/** `desk:<n>`: what the officer at one counter needs to know. */
import type { Office } from '../../contract/office.ts';
import type { DeskView } from '../../contract/views-desk.ts';
import { type Counter, counterOf, currentVisit } from '../day.ts';
import type { State } from '../decision.ts';
import { officeOf } from '../decision.ts';
import { toIso, toIsoOrNull } from '../instant.ts';
import { reachOf, serves } from '../queue/reach.ts';
import type { Visit } from '../visit.ts';
import { lineupOf, officeSummary, type ViewContext } from './context.ts';
import { checksOf, openClaimsAt, slipAt } from './desk-checks.ts';
import { handoverOf } from './handover.ts';
import { listsOf } from './lists.ts';
import { namesOf } from './names.ts';
import { nextAt } from './next-at.ts';
import { officerAt } from './officer.ts';
import { undoOf } from './undo.ts';

const mostAside = 30;

/** The counter must be one of the office's. */
export function deskView(state: State, context: ViewContext, number: number): DeskView {
  const { day } = state;
  const office = officeOf(state);
  const counter = counterOf(day, number);
  const { steps, lanes } = reachOf(office, counter);
  const visit = currentVisit(day, counter);
  const { next, waiting } = nextAt(state, context, counter);
  return {
    office: officeSummary(state, context),
    counter: number,
    state: counter.state,
    pause: counter.pause && { reason: counter.pause.reason, until: toIsoOrNull(counter.pause.until) },
    officer: officerAt(state, number),
    steps: [...steps],
    lanes: lanes ? [...lanes] : office.lanes.map(({ id }) => id),
    current: visit && currentOf(state, office, visit),
    lists: listsOf(state, visit),
    next: next.map(queued),
    waiting,
    aside: asideAt(state, context, steps),
    claims: openClaimsAt(state, number),
    slip: slipAt(state, number),
    undo: undoOf(state, counter, context.at),
    transfer: transferOf(state, office, counter, visit),
    names: namesOf(office, {}),
  };
}

const queued = ({ link: code, number, service, lane, step, people, arrivedAt, promiseAt }: Visit) => ({
  code,
  number,
  service,
  lane,
  step,
  people,
  arrivedAt: toIso(arrivedAt),
  promiseAt: toIsoOrNull(promiseAt),
});

function currentOf(state: State, office: Office, visit: Visit): DeskView['current'] {
  const step = office.steps.find(({ id }) => id === visit.step);
  return {
    ...queued(visit),
    state: visit.state === 'serving' ? 'serving' : 'called',
    calledAt: toIso(visit.calledAt ?? visit.arrivedAt),
    startedAt: toIsoOrNull(visit.startedAt),
    times: visit.times,
    needs: [...visit.needs],
    handover: handoverOf(state, visit),
    mayBeTimed: step?.within !== undefined && step.optIn && visit.handover === null,
    reasons: [...(step?.incomplete?.reasons ?? [])],
    outcomes: [...(office.outcomes[visit.step] ?? [])],
    ...checksOf(state, visit),
  };
}

/** CT4, CT8: whom the officer may call by number; neither lane nor turn binds. */
function asideAt(state: State, context: ViewContext, steps: readonly string[]): DeskView['aside'] {
  const aside: DeskView['aside'] = [];
  for (const visit of lineupOf(state, context).aside()) {
    if (aside.length === mostAside) break;
    const { state: why } = visit;
    if (why !== 'held' && why !== 'no-show' && why !== 'incomplete') continue;
    if (steps.includes(visit.step)) aside.push({ ...queued(visit), state: why });
  }
  return aside;
}

/** TR4: where somebody will call the visit. */
function transferOf(
  { day }: State,
  office: Office,
  counter: Counter,
  visit: Visit | null,
): DeskView['transfer'] {
  if (!visit) return { steps: [], counters: [] };
  const served = new Set(office.counters.flatMap(({ steps }) => steps));
  const others = office.counters.map(({ number }) => counterOf(day, number));
  return {
    steps: office.steps.map(({ id }) => id).filter((id) => id !== visit.step && served.has(id)),
    counters: others
      .filter((other) => other.number !== counter.number && other.state !== 'closed')
      .filter((other) => serves(reachOf(office, other), visit))
      .map((other) => other.number),
  };
}
