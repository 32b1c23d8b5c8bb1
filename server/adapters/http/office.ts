/** The office file: read as it was written or as what it means; replaced whole, or refused with every mistake. */
import { officeChangeRoutes } from './office-changes.ts';
import { isVersion, officeNow } from './office-version.ts';
import { api, ask, problem, type Route, reply, route } from './route.ts';

const path = `${api}/office`;

export const officeRoutes: readonly Route[] = [
  route({
    method: 'get',
    path,
    roles: ['supervisor'],
    keyed: false,
    handle({ request }, context) {
      const now = officeNow(context);
      if (!now) return problem('not-found');
      const { version, office, source } = now;
      const headers = { Vary: 'Accept', ETag: `"${version}"` };
      const wanted = request.accepts('application/json', 'application/yaml', 'text/yaml');
      if (source === null || !wanted || wanted === 'application/json')
        return { status: 200, headers, body: { office, source } };
      return {
        status: 200,
        headers: { ...headers, 'Content-Type': `${wanted}; charset=utf-8` },
        body: source,
      };
    },
  }),
  route<string>({
    method: 'put',
    path,
    roles: ['supervisor'],
    text: true,
    keyed: false,
    handle({ body: source, from, request }, context) {
      const now = officeNow(context);
      const asked = request.headers['if-match'];
      if (asked !== undefined && !(now && isVersion(asked, now.version))) return problem('moved-on');
      const file = context.readOffice(source);
      if (!file.ok) return problem('malformed', { fields: [...file.mistakes] });
      // CO4: what is decided before this one in the same turn counts too.
      const instead = asked === undefined || now?.source == null ? {} : { instead: now.source };
      const command = { type: 'ConfigureOffice', office: file.office, source, ...instead } as const;
      return ask(context, command, from, () => {
        const { office = null, source: written = null } = officeNow(context) ?? {};
        return reply(200, { office, source: written });
      });
    },
  }),
  ...officeChangeRoutes,
];
