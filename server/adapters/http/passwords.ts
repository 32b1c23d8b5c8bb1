/** The supervisor's password: the first one by a link that counts once, and another one by whoever knows the present. */
import { supervisor } from '../../access/principal.ts';
import { hashPassword, sameSecret } from '../../access/secrets.ts';
import { passwordBody, setUpBody } from '../../contract/http-people.ts';
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
} from './route.ts';
import { openSession } from './session-cookie.ts';
import { provePassword } from './sign-in.ts';

const setUpPath = `${api}/set-up`;

export const passwordRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: setUpPath,
    roles: anyone,
    keyed: false,
    handle({ request }, context) {
      const needed = context.hub.state.calendar.passwordHash === null;
      const { key } = request.query;
      return reply(200, typeof key === 'string' ? { needed, valid: isValid(key, context) } : { needed });
    },
  }),
  route({
    method: 'post',
    path: setUpPath,
    roles: anyone,
    body: setUpBody,
    keyed: false,
    limit: { by: 'signIn', key: ({ request }) => `${addressOf(request)} set-up` },
    handle: setUp,
  }),
  route({
    method: 'put',
    path: `${api}/password`,
    roles: ['supervisor'],
    body: passwordBody,
    keyed: false,
    limit: { by: 'signIn', key: ({ request }) => `${addressOf(request)} supervisor` },
    handle: changePassword,
  }),
];

function isValid(key: string, context: Context): boolean {
  const expected = context.setUpKey();
  return expected !== null && sameSecret(key, expected);
}

/** The first password, by whoever holds the link that the first start printed. It counts once. */
async function setUp(call: Call<{ key: string; password: string }>, context: Context): Promise<Reply> {
  const { key, password } = call.body;
  if (!isValid(key, context)) return problem('forbidden');
  return setPassword(password, true, call, context);
}

/** Ends every session of the old one (ON4), and opens a new one for whoever changed it. */
async function changePassword(
  call: Call<{ current: string; password: string }>,
  context: Context,
): Promise<Reply> {
  const { account } = call.principal;
  // An officer who heads the office has a PIN instead.
  if (account !== supervisor.account) return problem('forbidden');
  const proved = await provePassword(account, call.body.current, call, context);
  return proved.ok ? setPassword(call.body.password, false, call, context) : proved.reply;
}

async function setPassword(
  password: string,
  onlyFirst: boolean,
  call: Call,
  context: Context,
): Promise<Reply> {
  const hash = await hashPassword(password);
  const done = reply(204);
  const { account } = supervisor;
  const answer = await ask(context, { type: 'SetPassword', hash, onlyFirst }, { account }, () => done);
  return answer === done ? openSession(supervisor, call, context, hash) : answer;
}
