/** The door's own account: who was read, let in and counted out; and what each reading had to say. */
import type { Office } from '../../../server/contract/office.ts';
import type { LobbyView } from '../../../server/contract/views.ts';
import { type Difference, one } from './difference.ts';
import type { Recorded } from './recorded.ts';

export interface DoorTally {
  readings: number;
  admitted: number;
  referred: number;
  left: number;
  /** How often the room was full. */
  full: number;
}

export const createDoorTally = (): DoorTally => ({ readings: 0, admitted: 0, referred: 0, left: 0, full: 0 });

/** Levels are passed by what is strictly above them; without levels everybody is let in. */
export function expectedVerdict({ screening }: Office, celsius: number, reading: number): string {
  if (!screening) return 'admitted';
  if (celsius > screening.holdAbove) return reading > screening.retests ? 'held' : 'retest';
  return celsius > screening.warnAbove ? 'warned' : 'admitted';
}

export function compareDoor(
  own: DoorTally,
  lobbies: readonly {
    readonly name: string;
    readonly views: readonly Pick<LobbyView, 'inside' | 'capacity'>[];
  }[],
  { door }: Recorded,
): Difference[] {
  if (own.readings === 0 && door.readings === 0) return [];
  const inside = own.admitted - own.left;
  return [
    ...one('door, readings', String(own.readings), String(door.readings)),
    ...one('door, people let in', String(own.admitted), String(door.admitted)),
    ...one('door, people who left', String(own.left), String(door.left)),
    ...one('door, people inside at the end', String(inside), String(door.inside)),
    ...lobbies.flatMap(({ name, views }) => {
      const shown = views.at(-1)?.inside ?? null;
      const full = views.find((view) => (view.inside ?? 0) > (view.capacity ?? Infinity));
      return [
        ...one(`display ${name}, people inside at the end`, String(shown), String(door.inside)),
        ...(full
          ? one(`display ${name}, most people inside`, String(full.inside), `at most ${full.capacity}`)
          : []),
      ];
    }),
  ];
}
