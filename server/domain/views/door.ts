/** `door`: what those who guard the door need. Depends on the time: see `at-door.ts`. No reading is in it: see the case's card. */
import type { CaseCard, OccupancyAnswer } from '../../contract/http-door.ts';
import type { Office } from '../../contract/office.ts';
import type { DoorView } from '../../contract/views-door.ts';
import { waitingOutside } from '../commands/call-in.ts';
import type { State } from '../decision.ts';
import { officeOf } from '../decision.ts';
import type { Case, Door, Screening } from '../door/door.ts';
import { expectedNow } from '../door/door.ts';
import { driftOf, roomOf } from '../door/room.ts';
import { toIso, toIsoOrNull } from '../instant.ts';
import type { Visit } from '../visit.ts';
import { roomAhead } from './ahead.ts';
import { atDoor } from './at-door.ts';
import { officeSummary, type ViewContext } from './context.ts';

const mostOutside = 30;

/** What the door's surroundings know, and the state does not. */
export interface AroundDoor {
  /** Whether notices of held people are sent anywhere. */
  readonly notices: boolean;
  /** What a thermometer said just now. */
  reading?(): DoorView['reading'];
}

export function doorView(state: State, context: ViewContext, around: AroundDoor): DoorView {
  const office = officeOf(state);
  const outside = waitingOutside(state);
  const drift = driftOf(state);
  return {
    office: officeSummary(state, context),
    ...atDoor(state, context.at),
    ahead: roomAhead(context),
    ...(drift && { drift }),
    screening: screeningOf(office),
    services: office.services.flatMap(({ id, name, prefix = '', inside, offsite }) =>
      offsite ? [] : [{ id, name, prefix, inside }],
    ),
    lanes: office.lanes.map(({ id, name, for: people = [] }) => ({ id, name, for: [...people] })),
    seated: seatedAt(state.day.door),
    notices: around.notices,
    reading: around.reading?.() ?? null,
    outside: outside.slice(0, mostOutside).map(waits),
    outsideCount: outside.length,
    expected: expectedNow(state.day.door, context.at),
  };
}

export const occupancyOf = (state: State): OccupancyAnswer => roomOf(state);

/** Null: there is no such case today. Whoever is shown it has been recorded before (`SeeCase`). */
export function caseCard({ day: { door } }: State, number: string): CaseCard | null {
  const held = door.cases.get(number);
  if (!held) return null;
  const { screening, openedAt, notifiedAt, decision, decidedAt } = held;
  const readings = door.screenings.get(screening)?.readings ?? [];
  return {
    case: number,
    screening,
    openedAt: toIso(openedAt),
    notifiedAt: toIsoOrNull(notifiedAt),
    decision,
    decidedAt: toIsoOrNull(decidedAt),
    readings: readings.map(({ at, celsius, kind }) => ({ at: toIso(at), celsius, kind })),
  };
}

function screeningOf({ screening }: Office): DoorView['screening'] {
  if (!screening) return null;
  const { warnAbove, holdAbove, retests, retestAfter } = screening;
  return { warnAbove, holdAbove, retests, retestAfter };
}

function seatedAt({ seated, screenings, cases }: Door): DoorView['seated'] {
  return [...seated]
    .flatMap((id) => screenings.get(id) ?? [])
    .sort((a, b) => a.since - b.since)
    .map((screening) => seat(screening, caseOf(cases.values(), screening.id)));
}

const caseOf = (cases: Iterable<Case>, id: string): Case | undefined =>
  [...cases].find(({ screening }) => screening === id);

function seat(
  { id, verdict, attempt, since, retestAt }: Screening,
  held: Case | undefined,
): DoorView['seated'][number] {
  return {
    screening: id,
    verdict: verdict === 'held' ? 'held' : 'retest',
    attempt,
    since: toIso(since),
    retestAt: toIsoOrNull(retestAt),
    case: held?.number ?? null,
    notifiedAt: toIsoOrNull(held?.notifiedAt ?? null),
  };
}

const waits = ({
  number,
  link: code,
  service,
  lane,
  people,
  arrivedAt,
}: Visit): DoorView['outside'][number] => ({
  number,
  code,
  service,
  lane,
  people,
  since: toIso(arrivedAt),
});
