/** How what a screen shows is written down, the same for what was seen and for what the journal says. */
import type { VisitState } from '../../../server/contract/values.ts';
import type { RecordedState } from './recorded.ts';

type Call = { readonly callId: string | null; readonly times: number } | null;

export const callOf = ({ state, callId, times }: Pick<RecordedState, 'state' | 'callId' | 'times'>): Call =>
  state === 'called' ? { callId, times } : null;

const announcedAs = (call: Call): string => (call ? ` (${call.callId}, ${call.times}. time)` : '');

/** What a display over a counter shows. */
export const atCounterOf = (number: string, call: Call): string => `${number}${announcedAs(call)}`;

/** What a phone shows: `called 3`; where nobody is at a counter, the state alone. */
export const wayOf = (state: VisitState, counter: number | null, call: Call): string =>
  `${state}${state === 'called' || state === 'serving' ? ` ${counter}` : ''}${announcedAs(call)}`;
