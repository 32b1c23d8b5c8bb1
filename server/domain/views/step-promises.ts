/** PS4: a step with a time of its own is a promise of that step, and is counted by itself. */
import type { SupervisorView } from '../../contract/views-supervisor.ts';
import { isHandoverBroken } from '../day.ts';
import type { State } from '../decision.ts';
import { officeOf } from '../decision.ts';
import type { Handover, Visit } from '../visit.ts';

type Counted = SupervisorView['promises']['steps'][number];

/** Of today: the steps that have one, and those that had one when it was broken. A visit's last hand-over counts as kept. */
export function stepPromises(state: State, visits: readonly Visit[]): Counted[] {
  const counts = new Map<string, Counted>();
  const add = (step: string, part: 'kept' | 'broken' | 'running'): void => {
    const former = counts.get(step) ?? none(step);
    counts.set(step, { ...former, [part]: former[part] + 1 });
  };
  for (const { id, within } of officeOf(state).steps) if (within !== undefined) counts.set(id, none(id));
  for (const visit of visits) {
    for (const began of state.day.brokenHandovers.get(visit.code) ?? []) add(stepAt(visit, began), 'broken');
    const { handover } = visit;
    if (!handover || isHandoverBroken(state.day, visit)) continue;
    if (handover.endedAt === null) add(handover.step, 'running');
    else if (isKept(visit, handover)) add(handover.step, 'kept');
  }
  return [...counts.values()];
}

const none = (step: string): Counted => ({ step, kept: 0, broken: 0, running: 0 });

const stepAt = ({ steps, step }: Visit, began: number): string =>
  steps.findLast(({ startedAt }) => startedAt === began)?.step ?? step;

/** Whoever was missed, sent away or cancelled ended it too, and nobody kept it. */
const isKept = ({ steps }: Visit, { endedAt }: Handover): boolean =>
  steps.some((one) => one.end === 'done' && one.endedAt === endedAt);
