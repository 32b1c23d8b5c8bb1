/** Requests for visits outside the office: asked, looked at, decided, cancelled. */
import { z } from 'zod';
import { nothingBody } from '../../contract/http.ts';
import { decideRequestBody, requestBody, requestStates } from '../../contract/http-offsite.ts';
import { offsiteServices, requestAnswer, requestPeople } from '../../domain/views/offsite.ts';
import { queryOf } from './query.ts';
import { anyone, api, ask, type Context, problem, type Route, reply, route } from './route.ts';

const path = `${api}/requests`;
const wanted = z.strictObject({ state: z.enum(requestStates).optional() });

const find = ({ hub }: Context, code: string) => hub.state.calendar.offsite.requests.get(code);
const unknownRequest = () => problem('unknown-request', { status: 404 });

export const requestRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: `${api}/offsite-services`,
    roles: anyone,
    keyed: false,
    handle(_call, { hub }) {
      const { office } = hub.state.calendar;
      return office ? reply(200, offsiteServices(office)) : problem('not-found');
    },
  }),
  route<z.infer<typeof requestBody>>({
    method: 'post',
    path,
    roles: ['integration', 'kiosk', 'counter', 'supervisor'],
    body: requestBody,
    keyed: true,
    personal: ['address', 'contact', 'letter', 'people', 'note'],
    limit: { by: 'tickets', key: ({ principal: { role, account } }) => (role === 'kiosk' ? account : null) },
    handle({ body: { service, address, contact, letter, people, note }, from }, context) {
      const command = {
        ...({ type: 'RequestVisit', service } as const),
        ...(address === undefined ? {} : { address }),
        ...(contact === undefined ? {} : { contact }),
        ...(letter === undefined ? {} : { letter: withNumber(letter) }),
        ...(people === undefined ? {} : { people: people.map(withBirthDate) }),
        ...(note === undefined ? {} : { note }),
      };
      return ask(context, command, from, (answer) => reply(201, answer));
    },
  }),
  route({
    method: 'get',
    path,
    roles: ['supervisor'],
    keyed: false,
    handle(call, { hub: { state } }) {
      const asked = queryOf(call, wanted);
      if (!asked.ok) return asked.reply;
      const { state: only } = asked.query;
      const all = [...state.calendar.offsite.requests.values()];
      const some = all.filter((request) => only === undefined || request.state === only);
      return reply(
        200,
        some.map((request) => requestAnswer(state, request)),
      );
    },
  }),
  route({
    method: 'get',
    path: `${path}/:code`,
    roles: anyone,
    keyed: false,
    handle({ params: { code = '' } }, context) {
      const request = find(context, code);
      return request ? reply(200, requestAnswer(context.hub.state, request)) : unknownRequest();
    },
  }),
  route({
    method: 'delete',
    path: `${path}/:code`,
    roles: anyone,
    keyed: false,
    handle({ params: { code = '' }, from }, context) {
      const command = { type: 'CancelRequest', request: code } as const;
      return ask(context, command, from, (answer) => reply(200, answer), ['unknown-request']);
    },
  }),
  route({
    method: 'post',
    path: `${path}/:code/people`,
    roles: ['supervisor'],
    body: nothingBody,
    keyed: false,
    handle({ params: { code = '' }, from }, context) {
      const command = { type: 'SeeRequest', request: code, by: from.account } as const;
      // OF9: recorded before it is shown.
      const show = () => {
        const request = find(context, code);
        return request ? reply(200, requestPeople(request)) : unknownRequest();
      };
      return ask(context, command, from, show, ['unknown-request']);
    },
  }),
  route<z.infer<typeof decideRequestBody>>({
    method: 'post',
    path: `${path}/:code/decide`,
    roles: ['supervisor'],
    body: decideRequestBody,
    keyed: true,
    handle({ params: { code = '' }, body: { decision, reason }, from }, context) {
      const why = reason === undefined ? {} : { reason };
      const command = { type: 'DecideRequest', request: code, decision, ...why, by: from.account } as const;
      return ask(context, command, from, (answer) => reply(200, answer), ['unknown-request']);
    },
  }),
];

type Person = NonNullable<z.infer<typeof requestBody>['people']>[number];
type Letter = NonNullable<z.infer<typeof requestBody>['letter']>;

const withBirthDate = ({ name, birthDate }: Person) => ({ name, birthDate: birthDate ?? null });
const withNumber = ({ kind, number }: Letter) => ({ kind, ...(number === undefined ? {} : { number }) });
