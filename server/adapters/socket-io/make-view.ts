/** From a watched name to its view, as JSON. */
import type { BoxView } from '../../contract/views.ts';
import type { State } from '../../domain/decision.ts';
import type { ViewContext } from '../../domain/views/context.ts';
import { counterView } from '../../domain/views/counter.ts';
import { deskView } from '../../domain/views/desk.ts';
import { kioskView } from '../../domain/views/kiosk.ts';
import { lobbyView } from '../../domain/views/lobby.ts';
import { ticketView } from '../../domain/views/ticket.ts';
import type { WatchName } from './names.ts';

export type MakeBox = (counter: number) => BoxView | null;

/** Null: there is no such counter, zone or ticket now. */
export function makeView(
  state: State,
  context: ViewContext,
  name: WatchName,
  boxView: MakeBox,
): object | null {
  const { office } = state.calendar;
  if (!office) return null;
  const has = (counter: number) => office.counters.some(({ number }) => number === counter);
  switch (name.kind) {
    case 'lobby': {
      const { zone } = name;
      const exists = zone === null || office.counters.some((counter) => counter.zone === zone);
      return exists ? lobbyView(state, context, zone) : null;
    }
    case 'counter':
      return has(name.counter) ? counterView(state, context, name.counter) : null;
    case 'ticket':
      return ticketView(state, context, name.code);
    case 'kiosk':
      return kioskView(state, context);
    case 'desk':
      return has(name.counter) ? deskView(state, context, name.counter) : null;
    case 'box':
      return has(name.counter) ? boxView(name.counter) : null;
  }
}

/** Whether the view is the same as long as nothing is told: time passes at a desk, and a box lives by itself. */
export const isOfStateAlone = ({ kind }: WatchName): boolean => kind !== 'desk' && kind !== 'box';
