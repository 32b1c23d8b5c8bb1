/** What is left today, and whether numbers are still given: for all boards. */

import type { KioskView, LobbyView } from '../../contract/views.ts';
import type { SupervisorView } from '../../contract/views-supervisor.ts';
import type { State } from '../decision.ts';
import type { Instant } from '../instant.ts';

export function placesLeft(_state: State, _at: Instant): LobbyView['places'] {
  return [];
}

export function stoppedNow(_state: State, _at: Instant): LobbyView['stopped'] {
  return null;
}

export function offersNow(_state: State, _at: Instant): KioskView['offers'] {
  return [];
}

export function quotasToday(_state: State): SupervisorView['quotas'] {
  return [];
}
