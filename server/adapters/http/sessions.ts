/** Signing in and out, and the first password. */

import type { Principal } from '../../access/principal.ts';
import { hashPassword, nobodysHash, sameSecret, verify } from '../../access/secrets.ts';
import { sessionBody, setUpBody } from '../../contract/http.ts';
import { addressOf } from './limits.ts';
import {
  anyone,
  api,
  ask,
  type Call,
  type Context,
  problem,
  type Reply,
  type Route,
  reply,
  route,
  signedIn,
} from './route.ts';
import { endSession, goneCookie, openSession } from './session-cookie.ts';

const path = `${api}/session`;
const supervisor = { account: 'supervisor', role: 'supervisor', counter: null } as const;

async function isSupervisor(user: string, password: string, { hub }: Context): Promise<boolean> {
  const { passwordHash } = hub.state.calendar;
  return verify(password, (user === 'supervisor' ? passwordHash : null) ?? nobodysHash);
}

type Attempt = { user: string; password: string } | { token: string };

async function whoSignsIn(
  attempt: Attempt,
  context: Context,
): Promise<Pick<Principal, 'account' | 'role' | 'counter'> | null> {
  if ('token' in attempt) return context.access.whoIs({ bearer: attempt.token });
  return (await isSupervisor(attempt.user, attempt.password, context)) ? supervisor : null;
}

/** Guesses are slowed for each address and user; users that are not there are one. */
function attemptKey({ body, request }: Call<Attempt>): string {
  const address = addressOf(request);
  if ('token' in body) return `${address} token:${body.token.split('.', 1)[0]?.slice(0, 64)}`;
  return `${address} ${body.user === 'supervisor' ? 'supervisor' : 'nobody'}`;
}

export const sessionRoutes: readonly Route[] = [
  route<Attempt>({
    method: 'post',
    path,
    roles: anyone,
    body: sessionBody,
    keyed: false,
    limit: { by: 'signIn', key: attemptKey },
    async handle(call, context) {
      const holder = await whoSignsIn(call.body, context);
      if (!holder) {
        context.log.warn({ address: call.request.ip }, 'a sign-in was refused');
        return problem('token' in call.body ? 'not-signed-in' : 'wrong-password');
      }
      return openSession(holder, call, context);
    },
  }),
  route({
    method: 'get',
    path,
    roles: signedIn,
    keyed: false,
    handle: ({ principal: { role, counter } }) => reply(200, { role, counter }),
  }),
  route({
    method: 'delete',
    path,
    roles: anyone,
    keyed: false,
    async handle({ principal, from, request }, context) {
      const refused = principal.session === null ? null : await endSession(principal.session, from, context);
      return refused ?? { status: 204, headers: { 'Set-Cookie': goneCookie(request.secure) } };
    },
  }),
  route({
    method: 'post',
    path: `${api}/set-up`,
    roles: anyone,
    body: setUpBody,
    keyed: false,
    limit: { by: 'signIn', key: ({ request }) => `${addressOf(request)} set-up` },
    handle: setUp,
  }),
];

/** The first password, by whoever holds the link that the first start printed. It counts once. */
async function setUp(call: Call<{ key: string; password: string }>, context: Context): Promise<Reply> {
  const { key, password } = call.body;
  const expected = context.setUpKey();
  if (expected === null || !sameSecret(key, expected)) return problem('forbidden');
  const hash = await hashPassword(password);
  let done = false;
  const refused = await ask(
    context,
    { type: 'SetPassword', hash, onlyFirst: true },
    { account: supervisor.account },
    () => {
      done = true;
      return reply(204);
    },
  );
  return done ? openSession(supervisor, call, context) : refused;
}
