/** What chance chooses from: who may do something, and how often. */
import type { Command } from '../../../server/domain/commands.ts';
import type { State } from '../../../server/domain/decision.ts';
import type { Visit } from '../../../server/domain/visit.ts';
import type { Chance } from './chance.ts';

export interface Now {
  readonly state: State;
  readonly at: number;
  readonly chance: Chance;
  /** A new number for what is asked once. */
  readonly count: number;
}
/** Null: there is nobody to do it to. */
export type Act = (now: Now) => Command | null;
/** How often, beside the others. */
export type Acts = readonly (readonly [weight: number, act: Act])[];

export const counters = [1, 2, 3, 4, 5];
export const dateAfter = (date: string, days: number): string =>
  Temporal.PlainDate.from(date).add({ days }).toString();
export const visitOf = ({ state, chance }: Now): Visit | null => chance.of(state.day.visits.values());
export const people = (count: number) =>
  Array.from({ length: count }, (_, place) => ({ name: `Orang ${place}`, birthDate: '1990-05-17' }));
