/** PD2: whoever looks for people is recorded, with whom they were shown, before they are. */
import type { Command } from '../commands.ts';
import type { Decision, State } from '../decision.ts';
import { accept } from '../decision.ts';
import type { Instant } from '../instant.ts';

type SeekPeople = Extract<Command, { type: 'SeekPeople' }>;

export const seekPeople = (
  _state: State,
  { codes, by }: SeekPeople,
  at: Instant,
): Decision<Record<string, never>> => accept({}, { type: 'PersonSought', at, codes, by });
