/** CB2: what a visit ended with is paid for, as the desk, the bank or the supervisor says. */
import { nothingBody } from '../../contract/http.ts';
import { api, ask, type Route, reply, route } from './route.ts';

export const comebackRoutes: readonly Route[] = [
  route({
    method: 'post',
    path: `${api}/tickets/:code/paid`,
    roles: ['counter', 'supervisor', 'integration'],
    body: nothingBody,
    keyed: true,
    /** By number, code or short code: all who may are trusted with the numbers on the wall. */
    handle({ params: { code = '' }, from }, context) {
      const command = { type: 'PayVisit', ticket: code } as const;
      return ask(context, command, from, (answer) => reply(200, answer), ['unknown-ticket']);
    },
  }),
];
