/** OT1: what was done out of turn, today or on a date before. */
import type { OutOfTurnAnswer } from '../../contract/http-day.ts';
import type { OutOfTurn } from '../day.ts';
import type { State } from '../decision.ts';
import type { DomainEvent } from '../events.ts';
import { toIso } from '../instant.ts';
import { outOfTurnIn } from '../queue/out-of-turn.ts';
import { officerNamed } from './officer.ts';

export { outOfTurnTypes } from '../queue/out-of-turn.ts';

type Entry = OutOfTurnAnswer['entries'][number];

export const shownEntry = (state: State, { at, officer, closed, ...entry }: OutOfTurn): Entry => ({
  ...entry,
  at: toIso(at),
  officer: officer === null ? null : officerNamed(state, officer),
  closed: closed && { ...closed, at: toIso(closed.at) },
});

export const outOfTurnToday = (state: State): OutOfTurnAnswer => ({
  date: state.day.date,
  entries: [...state.day.outOfTurn.values()].map((entry) => shownEntry(state, entry)),
});

/** @param events those of the date's stream that are of `outOfTurnTypes` */
export const outOfTurnOn = (state: State, date: string, events: Iterable<DomainEvent>): OutOfTurnAnswer => ({
  date,
  entries: outOfTurnIn(events).map((entry) => shownEntry(state, entry)),
});
