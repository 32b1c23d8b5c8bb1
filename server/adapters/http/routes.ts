/** Every route under `/api/v1`, the most used first: what may be asked over HTTP, and by whom. */
import { auditRoutes } from './audit.ts';
import { boxRoutes } from './boxes.ts';
import { counterRoutes } from './counters.ts';
import { dayRoutes } from './day.ts';
import { deviceRoutes } from './devices.ts';
import { doorRoutes } from './door.ts';
import { leftRoutes } from './left.ts';
import { occupancyRoutes } from './occupancy.ts';
import { officeRoutes } from './office.ts';
import { officerRoutes } from './officers.ts';
import { outOfTurnRoutes } from './out-of-turn.ts';
import { pairingRoutes } from './pairings.ts';
import { passwordRoutes } from './passwords.ts';
import type { Route } from './route.ts';
import { sessionRoutes } from './sessions.ts';
import { ticketRoutes } from './tickets.ts';
import { tokenRoutes } from './tokens.ts';

export const routes: readonly Route[] = [
  ...ticketRoutes,
  ...counterRoutes,
  ...doorRoutes,
  ...occupancyRoutes,
  ...sessionRoutes,
  ...passwordRoutes,
  ...officerRoutes,
  ...pairingRoutes,
  ...deviceRoutes,
  ...boxRoutes,
  ...tokenRoutes,
  ...officeRoutes,
  ...dayRoutes,
  ...leftRoutes,
  ...outOfTurnRoutes,
  ...auditRoutes,
];
