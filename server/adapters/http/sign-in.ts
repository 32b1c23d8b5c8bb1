/** Who signs in: by password, as an officer with a PIN, with a station's token, or by a pairing that was confirmed. */
import { findOfficer, plainName } from '../../access/officers.ts';
import { type Principal, supervisor } from '../../access/principal.ts';
import { nobodysHash, verify } from '../../access/secrets.ts';
import type { SessionBody } from '../../contract/http-people.ts';
import type { Officer } from '../../domain/calendar.ts';
import { isThere } from './counter-path.ts';
import { addressOf } from './limits.ts';
import { type Call, type Context, problem, type Reply, tooSoon } from './route.ts';
import { openSession } from './session-cookie.ts';

type Holder = Pick<Principal, 'account' | 'role' | 'counter' | 'officer'>;
type Of<K extends string> = Extract<SessionBody, Record<K, unknown>>;

export async function signIn(call: Call<SessionBody>, context: Context): Promise<Reply> {
  const { body } = call;
  if ('token' in body) return withToken(body.token, call, context);
  if ('pairing' in body) return withPairing(body.pairing, call, context);
  if ('officer' in body) return asOfficer(body, call, context);
  const proved = await provePassword(body.user, body.password, call, context);
  return proved.ok ? openSession(supervisor, call, context, proved.hash) : proved.reply;
}

/** Limits wrong attempts of one address at one account; a secret that a machine made cannot be guessed. */
export function attemptKey({ body, request }: Call<SessionBody>): string | null {
  const address = addressOf(request);
  if ('pairing' in body) return null;
  if ('token' in body) return `${address} token:${body.token.split('.', 1)[0]?.slice(0, 64)}`;
  // Officers that are not there count like those that are.
  if ('officer' in body) return `${address} officer:${plainName(body.officer)}`;
  return `${address} ${body.user === supervisor.account ? 'supervisor' : 'nobody'}`;
}

type Proved = { readonly ok: true; readonly hash: string } | { readonly ok: false; readonly reply: Reply };

/** Whether it is the supervisor's password. Guesses are slowed, and cost the same for users that are not there. */
export function provePassword(
  user: string,
  password: string,
  call: Pick<Call, 'request'>,
  context: Context,
): Promise<Proved> {
  const isUser = user === supervisor.account;
  const hash = isUser ? context.hub.state.calendar.passwordHash : null;
  const account = isUser ? supervisor.account : `user ${plainName(user)}`;
  return prove({ account, hash, secret: password, wrong: 'wrong-password' }, call, context);
}

interface Claim {
  /** Under which guesses are counted. */
  readonly account: string;
  /** Null: nobody's. */
  readonly hash: string | null;
  readonly secret: string;
  readonly wrong: 'wrong-password' | 'wrong-pin';
}

async function prove(claim: Claim, { request }: Pick<Call, 'request'>, context: Context): Promise<Proved> {
  const { account, hash, secret, wrong } = claim;
  const looked = await context.guesses.attempt({ account, address: addressOf(request) }, async () =>
    (await verify(secret, hash ?? nobodysHash)) ? hash : null,
  );
  if (!looked.ok) return { ok: false, reply: tooSoon(looked.waitSeconds) };
  if (looked.found !== null) return { ok: true, hash: looked.found };
  // What was typed may be a name, or a PIN in the wrong field.
  const tried = hash === null ? 'unknown' : account;
  context.log.warn({ account: tried, address: request.ip, wrong: looked.wrong }, 'a sign-in was refused');
  return { ok: false, reply: problem(wrong) };
}

async function asOfficer(
  { officer: typed, pin, counter }: Of<'officer'>,
  call: Call,
  context: Context,
): Promise<Reply> {
  const officer = findOfficer(context.hub.state.calendar.officers, typed);
  const account = officer ? `officer:${officer.id}` : `officer ${plainName(typed)}`;
  const claim = { account, hash: officer?.hash ?? null, secret: pin, wrong: 'wrong-pin' } as const;
  const proved = await prove(claim, call, context);
  if (!proved.ok) return proved.reply;
  if (!officer) return problem('wrong-pin');
  const refused = refusedAt(officer, counter, context);
  if (refused) return refused;
  const holder = { account, role: officer.role, counter: counter ?? null, officer: officer.id };
  return openSession(holder, call, context, proved.hash);
}

/** Asked for only after the PIN was right: nobody else learns what an officer is. */
function refusedAt({ role }: Officer, counter: number | undefined, context: Context): Reply | null {
  const expected = (message: string) => problem('malformed', { fields: [{ path: 'counter', message }] });
  if (role !== 'counter') return counter === undefined ? null : expected('this role works at no counter');
  if (counter === undefined) return expected('expected the counter that you work at');
  return isThere(context, counter) ? null : problem('unknown-counter');
}

async function withToken(token: string, call: Call, context: Context): Promise<Reply> {
  const holder = await context.access.whoIs({ bearer: token });
  if (holder) return openSession(holder, call, context);
  context.log.warn({ account: 'token', address: call.request.ip }, 'a sign-in was refused');
  return problem('not-signed-in');
}

/** Once: whoever asked for the code becomes the station that it was confirmed for. */
async function withPairing(secret: string, call: Call, context: Context): Promise<Reply> {
  const found = context.pairings.collect(secret);
  if (found === 'pending') return problem('pairing-pending');
  const token = found && context.hub.state.calendar.tokens.get(found.token);
  if (!token) return problem('not-signed-in');
  const { id, role, counter } = token;
  const holder: Holder = { account: `token:${id}`, role, counter, officer: null };
  const reply = await openSession(holder, call, context);
  // It may be asked for again where nothing could be recorded.
  if (reply.status !== 200) found.putBack();
  return reply;
}
