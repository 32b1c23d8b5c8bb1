/** Tokens of stations and programs: the secret is shown once, when it is made. */
import { writeCredential } from '../../access/credentials.ts';
import { hashSecret, makeSecret } from '../../access/secrets.ts';
import { tokenBody } from '../../contract/http.ts';
import { api, ask, type Route, reply, route } from './route.ts';

const path = `${api}/tokens`;

export const tokenRoutes: readonly Route[] = [
  route({
    method: 'get',
    path,
    roles: ['supervisor'],
    keyed: false,
    handle(_call, { hub }) {
      const tokens = [...hub.state.calendar.tokens.values()];
      return reply(
        200,
        tokens.map(({ id, role, counter, label, issuedAt }) => ({
          id,
          role,
          counter,
          label,
          issuedAt: new Date(issuedAt).toISOString(),
        })),
      );
    },
  }),
  route({
    method: 'post',
    path,
    roles: ['supervisor'],
    body: tokenBody,
    keyed: false,
    async handle({ body: { role, counter = null, label }, from }, context) {
      const id = context.freshId();
      const secret = makeSecret();
      const hash = await hashSecret(secret);
      return ask(context, { type: 'IssueToken', id, role, counter, label, hash }, from, () =>
        reply(201, { id, token: writeCredential({ id, secret }) }),
      );
    },
  }),
  route({
    method: 'delete',
    path: `${path}/:id`,
    roles: ['supervisor'],
    keyed: false,
    handle({ params: { id = '' }, from }, context) {
      return ask(context, { type: 'RevokeToken', id }, from, () => reply(204), ['unknown-token']);
    },
  }),
];
