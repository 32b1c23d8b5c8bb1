/** Who is in the room: counted, left, and called in from outside. */
import { callInBody, insideBody, leaveBody } from '../../contract/http-door.ts';
import type { Role } from '../../contract/values.ts';
import { api, ask, problem, type Route, reply, route } from './route.ts';

/** The contract: the door alone. */
const roles: readonly Role[] = ['door'];
const mayLook: readonly Role[] = ['door', 'supervisor'];

export const occupancyRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: `${api}/occupancy`,
    roles: mayLook,
    keyed: false,
    handle(_call, { views }) {
      const room = views.room();
      return room === null ? problem('not-found') : reply(200, room);
    },
  }),
  route({
    method: 'put',
    path: `${api}/occupancy`,
    roles,
    body: insideBody,
    keyed: false,
    handle({ body: { inside }, from }, context) {
      return ask(context, { type: 'CountInside', inside }, from, (answer) => reply(200, answer));
    },
  }),
  route({
    method: 'post',
    path: `${api}/occupancy/leave`,
    roles,
    body: leaveBody,
    keyed: true,
    handle({ body: { count }, from }, context) {
      return ask(context, { type: 'LetLeave', count }, from, (answer) => reply(200, answer));
    },
  }),
  route({
    method: 'post',
    path: `${api}/occupancy/call-in`,
    roles,
    body: callInBody,
    keyed: true,
    handle({ body: { people }, from }, context) {
      const command = { type: 'CallIn', ...(people === undefined ? {} : { people }) } as const;
      return ask(context, command, from, (answer) => reply(200, answer));
    },
  }),
];
