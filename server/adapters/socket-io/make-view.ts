/** From a watched name to its view, as JSON. */
import type { DisplaysShown } from '../../contract/displays.ts';
import type { BoxView } from '../../contract/views-box.ts';
import type { DoorView } from '../../contract/views-door.ts';
import type { State } from '../../domain/decision.ts';
import type { Forecast } from '../../domain/forecast/forecast.ts';
import { bookingView } from '../../domain/views/booking.ts';
import type { ViewContext } from '../../domain/views/context.ts';
import { counterView } from '../../domain/views/counter.ts';
import { deskView } from '../../domain/views/desk.ts';
import { type DevicesAround, deviceView, type Presence } from '../../domain/views/device.ts';
import { doorView } from '../../domain/views/door.ts';
import { entranceView } from '../../domain/views/entrance.ts';
import { kioskView } from '../../domain/views/kiosk.ts';
import { hasZone, lobbyView } from '../../domain/views/lobby.ts';
import { type PapersAround, papersOf } from '../../domain/views/papers.ts';
import { supervisorView } from '../../domain/views/supervisor.ts';
import { ticketView } from '../../domain/views/ticket.ts';
import type { WatchName } from './names.ts';

/** What the hub's surroundings know, and its state does not. */
export interface ViewSources {
  /** The virtual box of a counter; null where there is none. */
  boxView(counter: number): BoxView | null;
  forecast(): Forecast;
  /** What is wrong now. */
  alarms(): Iterable<string>;
  /** By device id. */
  presence(): Presence;
  readonly devices?: DevicesAround;
  /** Whether notices of held people are sent anywhere. */
  readonly notices: boolean;
  /** What a thermometer at the door said just now. */
  reading?(): DoorView['reading'];
  /** Pictures and videos of the boards that are there. */
  readonly media?: {
    addresses(): ReadonlyMap<string, string>;
    onChange(listener: () => void): void;
  };
  /** Absent: there are no printers. */
  readonly papers?: PapersAround;
  /** Absent: nobody keeps what screens report. */
  displays?(): DisplaysShown;
}

/** Null: there is no such counter, zone or ticket now. */
export function makeView(
  state: State,
  context: ViewContext,
  name: WatchName,
  sources: ViewSources,
): object | null {
  const { office } = state.calendar;
  if (!office) return null;
  const papers = (role: 'door' | 'counter' | 'supervisor', counter: number | null = null) =>
    papersOf(state, sources.papers, role, counter);
  const has = (counter: number) => office.counters.some(({ number }) => number === counter);
  switch (name.kind) {
    case 'lobby':
      return hasZone(office, name.zone) ? lobbyView(state, context, name.zone) : null;
    case 'counter':
      return has(name.counter) ? counterView(state, context, name.counter) : null;
    case 'ticket':
      return ticketView(state, context, name.code);
    case 'booking':
      return bookingView(state, context, name.code);
    case 'kiosk':
      return kioskView(state, context);
    case 'desk':
      return has(name.counter)
        ? { ...deskView(state, context, name.counter), ...papers('counter', name.counter) }
        : null;
    case 'entrance':
      return entranceView(state, context);
    case 'door':
      return { ...doorView(state, context, sources), ...papers('door') };
    case 'supervisor':
      return {
        ...supervisorView(state, context, {
          alarms: sources.alarms(),
          presence: sources.presence(),
          ...(sources.devices ? { devices: sources.devices } : {}),
          now: Date.now(),
        }),
        ...papers('supervisor'),
        ...(sources.displays ? { displays: sources.displays() } : {}),
      };
    case 'device':
      return deviceView(state, name.id, sources.presence(), sources.devices);
    case 'box':
      return has(name.counter) ? sources.boxView(name.counter) : null;
  }
}

/** Views in which something changes while nothing is told: time passes, a device comes and goes. */
const living: readonly WatchName['kind'][] = ['desk', 'door', 'entrance', 'supervisor', 'box', 'device'];

/** Whether the view is the same as long as nothing is told. */
export const isOfStateAlone = ({ kind }: Pick<WatchName, 'kind'>): boolean => !living.includes(kind);
