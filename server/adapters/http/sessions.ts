/** Signing in and out, who is signed in, and ending the session of somebody else. */
import { type SessionBody, type SessionListed, sessionBody } from '../../contract/http-people.ts';
import type { Calendar, Session } from '../../domain/calendar.ts';
import { anyone, api, type Context, problem, type Route, reply, route, signedIn } from './route.ts';
import { endSession, goneCookie, whoIsIt } from './session-cookie.ts';
import { attemptKey, signIn } from './sign-in.ts';

const path = `${api}/session`;

export const sessionRoutes: readonly Route[] = [
  route<SessionBody>({
    method: 'post',
    path,
    roles: anyone,
    body: sessionBody,
    keyed: false,
    limit: { by: 'signIn', key: attemptKey },
    handle: signIn,
  }),
  route({
    method: 'get',
    path,
    roles: signedIn,
    keyed: false,
    handle: ({ principal }, context) => reply(200, whoIsIt(principal, context)),
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
    method: 'get',
    path: `${api}/sessions`,
    roles: ['supervisor'],
    keyed: false,
    handle: ({ principal }, context) => reply(200, listed(context, principal.session)),
  }),
  route({
    method: 'delete',
    path: `${api}/sessions/:id`,
    roles: ['supervisor'],
    keyed: false,
    async handle({ params: { id = '' }, from }, context) {
      if (!context.hub.state.calendar.sessions.has(id)) return problem('not-found');
      return (await endSession(id, from, context)) ?? reply(204);
    },
  }),
];

/** Those that still count. */
function listed({ hub, now }: Context, own: string | null): SessionListed[] {
  const { calendar } = hub.state;
  return [...calendar.sessions.values()]
    .filter(({ until }) => until > now())
    .map((session) => ({
      id: session.id,
      ...standsFor(calendar, session),
      until: new Date(session.until).toISOString(),
      own: session.id === own,
    }));
}

function standsFor(
  { officers, tokens }: Calendar,
  { officer, token }: Session,
): Pick<SessionListed, 'kind' | 'officer' | 'name' | 'counter' | 'label'> {
  if (officer !== null) {
    const { id, counter } = officer;
    return { kind: 'officer', officer: id, name: officers.get(id)?.name ?? id, counter, label: null };
  }
  const nobody = { officer: null, name: null };
  if (token === null) return { kind: 'supervisor', ...nobody, counter: null, label: null };
  const { counter = null, label = null } = tokens.get(token) ?? {};
  return { kind: 'station', ...nobody, counter, label };
}
