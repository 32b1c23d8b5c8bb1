/** The office file: read as it was written or as what it means; replaced whole, or refused with every mistake. */
import { api, ask, type Context, problem, type Route, reply, route } from './route.ts';

const path = `${api}/office`;

function officeNow({ hub }: Context): { office: object; source: string | null } | null {
  const { office, source } = hub.state.calendar;
  return office && { office, source };
}

export const officeRoutes: readonly Route[] = [
  route({
    method: 'get',
    path,
    roles: ['supervisor'],
    keyed: false,
    handle({ request }, context) {
      const now = officeNow(context);
      if (!now) return problem('not-found');
      const headers = { Vary: 'Accept' };
      const wanted = request.accepts('application/json', 'application/yaml', 'text/yaml');
      if (now.source === null || !wanted || wanted === 'application/json')
        return { status: 200, headers, body: now };
      return {
        status: 200,
        headers: { ...headers, 'Content-Type': `${wanted}; charset=utf-8` },
        body: now.source,
      };
    },
  }),
  route<string>({
    method: 'put',
    path,
    roles: ['supervisor'],
    text: true,
    keyed: false,
    handle({ body: source, from }, context) {
      const file = context.readOffice(source);
      if (!file.ok) return problem('malformed', { fields: [...file.mistakes] });
      const command = { type: 'ConfigureOffice', office: file.office, source } as const;
      return ask(context, command, from, () => reply(200, officeNow(context) ?? {}));
    },
  }),
];
