/** Every route under `/api/v1`, the most used first: what may be asked over HTTP, and by whom. */
import { boxRoutes } from './boxes.ts';
import { counterRoutes } from './counters.ts';
import { deviceRoutes } from './devices.ts';
import { officeRoutes } from './office.ts';
import type { Route } from './route.ts';
import { sessionRoutes } from './sessions.ts';
import { ticketRoutes } from './tickets.ts';
import { tokenRoutes } from './tokens.ts';

export const routes: readonly Route[] = [
  ...ticketRoutes,
  ...counterRoutes,
  ...sessionRoutes,
  ...deviceRoutes,
  ...boxRoutes,
  ...tokenRoutes,
  ...officeRoutes,
];
