/** At the file check: the identity number of whoever stands there, to see who else holds a number with it. */
import type { z } from 'zod';
import { identityBody } from '../../contract/http-bookings.ts';
import { counterIn, isThere } from './counter-path.ts';
import { api, ask, problem, type Route, reply, route } from './route.ts';

export const identityRoutes: readonly Route[] = [
  route<z.infer<typeof identityBody>>({
    method: 'post',
    path: `${api}/counters/:n/identity`,
    roles: ['counter', 'supervisor'],
    ownCounter: true,
    body: identityBody,
    keyed: true,
    // ID1: what is made of it goes at midnight, and a fingerprint stays longer.
    unkept: ['number'],
    handle(call, context) {
      const counter = counterIn(call);
      if (counter === null || !isThere(context, counter)) return problem('unknown-counter', { status: 404 });
      const { ticket, number } = call.body;
      const identity = context.identities.hash(number, context.hub.state.day.date);
      if (identity === null)
        return problem('malformed', { fields: [{ path: 'number', message: 'expected letters or digits' }] });
      return ask(context, { type: 'NoteIdentity', ticket, identity, counter }, call.from, (answer) =>
        reply(200, answer),
      );
    },
  }),
];
