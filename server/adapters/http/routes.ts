/** Every route under `/api/v1`, and the sound of calls, the most used first: what may be asked over HTTP, and by whom. */
import { audioRoutes } from './audio.ts';
import { auditRoutes } from './audit.ts';
import { availabilityRoutes } from './availability.ts';
import { boardRoutes } from './board.ts';
import { bookingImportRoutes } from './booking-import.ts';
import { bookingRoutes } from './bookings.ts';
import { boxRoutes } from './boxes.ts';
import { claimRoutes } from './claims.ts';
import { comebackRoutes } from './comebacks.ts';
import { counterRoutes } from './counters.ts';
import { dayRoutes } from './day.ts';
import { deviceActRoutes } from './device-acts.ts';
import { deviceRoutes } from './devices.ts';
import { displayRoutes } from './displays.ts';
import { doorRoutes } from './door.ts';
import { identityRoutes } from './identity.ts';
import { leftRoutes } from './left.ts';
import { mediaRoutes } from './media.ts';
import { occupancyRoutes } from './occupancy.ts';
import { officeRoutes } from './office.ts';
import { officerRoutes } from './officers.ts';
import { outOfTurnRoutes } from './out-of-turn.ts';
import { pairingRoutes } from './pairings.ts';
import { paperRoutes } from './papers.ts';
import { passwordRoutes } from './passwords.ts';
import { peopleDataRoutes } from './people-data.ts';
import { quotaRoutes } from './quotas.ts';
import { ratingRoutes } from './rating.ts';
import { reportRoutes } from './reports.ts';
import { requestRoutes } from './requests.ts';
import type { Route } from './route.ts';
import { runningRoutes } from './running.ts';
import { sessionRoutes } from './sessions.ts';
import { suspicionRoutes } from './suspicions.ts';
import { ticketRoutes } from './tickets.ts';
import { tokenRoutes } from './tokens.ts';
import { tripRoutes } from './trips.ts';

export const routes: readonly Route[] = [
  ...ticketRoutes,
  ...boardRoutes,
  ...ratingRoutes,
  ...paperRoutes,
  ...counterRoutes,
  ...identityRoutes,
  ...doorRoutes,
  ...occupancyRoutes,
  ...availabilityRoutes,
  ...bookingImportRoutes,
  ...bookingRoutes,
  ...sessionRoutes,
  ...passwordRoutes,
  ...officerRoutes,
  ...pairingRoutes,
  ...peopleDataRoutes,
  ...deviceRoutes,
  ...deviceActRoutes,
  ...audioRoutes,
  ...displayRoutes,
  ...boxRoutes,
  ...tokenRoutes,
  ...officeRoutes,
  ...mediaRoutes,
  ...dayRoutes,
  ...leftRoutes,
  ...outOfTurnRoutes,
  ...quotaRoutes,
  ...claimRoutes,
  ...comebackRoutes,
  ...suspicionRoutes,
  ...requestRoutes,
  ...tripRoutes,
  ...auditRoutes,
  ...reportRoutes,
  ...runningRoutes,
];
