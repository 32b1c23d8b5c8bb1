/** Tokens of stations and programs: the secret is shown once, when it is made. */
import type { Request } from 'express';
import { writeCredential } from '../../access/credentials.ts';
import { hashSecret, makeSecret } from '../../access/secrets.ts';
import { type TokenAnswer, type TokenListed, tokenBody } from '../../contract/http-people.ts';
import type { Role } from '../../contract/values.ts';
import { tokenLink } from './own-pages.ts';
import { qrOf } from './qr.ts';
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
        tokens.map(
          ({ id, role, counter, label, issuedAt }): TokenListed => ({
            ...{ id, role, counter, label },
            issuedAt: new Date(issuedAt).toISOString(),
          }),
        ),
      );
    },
  }),
  route({
    method: 'post',
    path,
    roles: ['supervisor'],
    body: tokenBody,
    keyed: false,
    async handle({ body: { role, counter = null, label }, from, request }, context) {
      const id = context.freshId();
      const secret = makeSecret();
      const hash = await hashSecret(secret);
      return ask(context, { type: 'IssueToken', id, role, counter, label, hash }, from, () =>
        reply(201, shown(request, { id, role, counter, token: writeCredential({ id, secret }) })),
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

interface Issued {
  readonly id: string;
  readonly role: Role;
  readonly counter: number | null;
  readonly token: string;
}

/** `?link=1`: with the address that signs in by itself, as a token is easier to open than to type. */
function shown(request: Request, issued: Issued): Pick<TokenAnswer, 'id' | 'token'> | TokenAnswer {
  const { id, token } = issued;
  if (request.query.link !== '1') return { id, token };
  const url = tokenLink(request, issued);
  return { id, token, url, qr: url === null ? null : qrOf(url) };
}
