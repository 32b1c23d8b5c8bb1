/** What a visitor says of the visit: one tap on the phone, by the code alone, which nobody can guess. */
import type { z } from 'zod';
import { ratingBody } from '../../contract/http.ts';
import { ticketCode } from '../../contract/values.ts';
import { addressOf } from './limits.ts';
import { anyone, api, ask, problem, type Route, reply, route } from './route.ts';

export const ratingRoutes: readonly Route[] = [
  route<z.infer<typeof ratingBody>>({
    method: 'post',
    path: `${api}/tickets/:code/rating`,
    roles: anyone,
    body: ratingBody,
    keyed: true,
    limit: {
      by: 'changes',
      key: ({ principal, params, request }) =>
        principal.role === 'public' ? `${addressOf(request)} ${params.code}` : null,
    },
    handle({ params: { code = '' }, body, from }, context) {
      if (!ticketCode.safeParse(code).success) return problem('unknown-ticket', { status: 404 });
      const command = { type: 'RateVisit', code, ...body } as const;
      return ask(context, command, from, (answer) => reply(200, answer), ['unknown-ticket']);
    },
  }),
];
