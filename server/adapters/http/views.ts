/** The views that are read over HTTP: the same that screens watch. */
import type { OccupancyAnswer } from '../../contract/http-door.ts';
import type { PaperStation } from '../../contract/paper.ts';
import type { LobbyView, TicketView } from '../../contract/views.ts';
import { findVisit } from '../../domain/day.ts';
import type { ViewContext } from '../../domain/views/context.ts';
import { occupancyOf } from '../../domain/views/door.ts';
import { createLineup, type Lineup } from '../../domain/views/lineup.ts';
import { hasZone, lobbyView } from '../../domain/views/lobby.ts';
import { ticketNamed, ticketSpoken } from '../../domain/views/ticket-named.ts';
import type { HttpParts } from './parts.ts';

/** Null: there is no office yet, no such zone, or no such ticket today. */
export interface Views {
  /** Zone null: the whole office. */
  lobby(zone: string | null): LobbyView | null;
  /** Who is inside. */
  room(): OccupancyAnswer | null;
  /** By code or by number. */
  ticket(name: string): TicketView | null;
  /** What somebody comes back for, by short code. */
  comeback(shortCode: string): TicketView | null;
  /** Where its last paper was asked for; null: none was. By link or by number. */
  paperStation(name: string): PaperStation | null;
}

export function createViews({ hub, forecast, media }: Pick<HttpParts, 'hub' | 'forecast' | 'media'>): Views {
  // Who waits in which order is sorted once for all who ask until something happens.
  let lineup: Lineup | null = null;
  hub.onTold(() => {
    lineup = null;
  });

  function context(): ViewContext {
    lineup ??= createLineup(hub.state);
    return {
      at: hub.now(),
      rehearsal: hub.rehearsal,
      lineup,
      forecast: forecast(),
      ...(media ? { media: media.addresses() } : {}),
    };
  }

  return {
    lobby: (zone) =>
      hub.state.calendar.office && hasZone(hub.state.calendar.office, zone)
        ? lobbyView(hub.state, context(), zone)
        : null,
    room: () => (hub.state.calendar.office ? occupancyOf(hub.state) : null),
    comeback: (shortCode) => ticketSpoken(hub.state, context(), shortCode),
    paperStation: (name) => findVisit(hub.state.day, name)?.paper?.station ?? null,
    ticket: (name) => ticketNamed(hub.state, context(), name),
  };
}
