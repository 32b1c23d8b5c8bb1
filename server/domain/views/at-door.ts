/** What both screens at the door show: the room, who was called in last, and the last verdict. */
import type { EntranceView } from '../../contract/views-door.ts';
import type { State } from '../decision.ts';
import { calledInFor } from '../door/door.ts';
import { roomOf } from '../door/room.ts';
import { closedNow } from '../hours/closed.ts';
import type { Instant } from '../instant.ts';
import { toIso } from '../instant.ts';
import type { Visit } from '../visit.ts';
import { placesLeft, stoppedNow } from './places-left.ts';

/** DO7: and the verdict so long: only who stands there sees it. */
const verdictFor = 15_000;

type AtDoor = Pick<
  EntranceView,
  'inside' | 'capacity' | 'full' | 'calledIn' | 'lastVerdict' | 'places' | 'stopped' | 'closed'
>;

export function atDoor(state: State, at: Instant): AtDoor {
  const { lastVerdict, calledIn } = state.day.door;
  const group = calledInNow(state, at);
  return {
    ...roomOf(state),
    calledIn: calledIn && group && { at: toIso(calledIn.at), numbers: group.map(({ number }) => number) },
    lastVerdict:
      lastVerdict && at - lastVerdict.at < verdictFor
        ? { verdict: lastVerdict.verdict, at: toIso(lastVerdict.at) }
        : null,
    places: placesLeft(state),
    stopped: stoppedNow(state, at),
    closed: closedNow(state),
  };
}

/** The last group, while it is expected at the door. */
export function calledInNow({ day }: State, at: Instant): Visit[] | null {
  const { calledIn } = day.door;
  if (calledIn === null || at - calledIn.at >= calledInFor) return null;
  return calledIn.codes.flatMap((code) => day.visits.get(code) ?? []);
}
