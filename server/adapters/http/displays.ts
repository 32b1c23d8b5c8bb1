/** Screens as the supervisor looks after them, and a call that is said again. */
import { may } from '../../access/principal.ts';
import type { OfficeVoice } from './parts.ts';
import { api, type Call, type Context, problem, type Reply, type Route, reply, route } from './route.ts';

const path = `${api}/displays/:id`;

function forget({ params }: Call, { voice }: Context): Reply {
  const done: ReturnType<OfficeVoice['forget']> = voice?.forget(params.id ?? '') ?? 'unknown';
  if (done === 'unknown') return problem('not-found');
  return done === 'online' ? problem('not-possible') : reply(204);
}

function repeat({ params, principal }: Call, { hub, voice }: Context): Reply {
  const callId = params.callId ?? '';
  const call = [...hub.state.day.calls.values()].flat().find((one) => one.callId === callId);
  if (!call) return problem('not-found');
  if (!may(principal, ['counter', 'supervisor'], call.counter)) return problem('forbidden');
  return voice?.repeat(callId) === 'done' ? reply(204) : problem('not-possible');
}

export const displayRoutes: readonly Route[] = [
  route({
    method: 'post',
    path: `${api}/calls/:callId/repeat`,
    roles: ['counter', 'supervisor'],
    keyed: true,
    handle: (call, context) => context.once(call.from, async () => repeat(call, context)),
  }),
  route({ method: 'delete', path, roles: ['supervisor'], keyed: false, handle: forget }),
  route({
    method: 'post',
    path: `${path}/identify`,
    roles: ['supervisor'],
    keyed: true,
    handle: (call, context) =>
      context.once(call.from, async () =>
        context.voice?.identify(call.params.id ?? '') ? reply(204) : problem('not-found'),
      ),
  }),
];
