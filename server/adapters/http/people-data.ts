/** People's data: found, handed out and erased, each recorded before it is answered; and the register of what is kept. */
import type { z } from 'zod';
import {
  type ErasedAnswer,
  erasePersonBody,
  findPeopleBody,
  type RegisterAnswer,
} from '../../contract/http-personal.ts';
import { personalRegister } from '../../contract/personal-register.ts';
import { peopleFound } from '../../domain/views/people-found.ts';
import { bookingKnownBy, personExport, type Traces, tracesOf } from '../../domain/views/person-export.ts';
import { marksOf } from './erased-marks.ts';
import type { Recorded } from './parts.ts';
import { api, ask, type Context, problem, type Reply, type Route, reply, route } from './route.ts';

const unknownPerson = (): Reply => problem('unknown-person', { status: 404 });
const pageSize = 1000;

export const peopleDataRoutes: readonly Route[] = [
  route<z.infer<typeof findPeopleBody>>({
    method: 'post',
    path: `${api}/people/find`,
    roles: ['supervisor'],
    body: findPeopleBody,
    keyed: false,
    handle({ body, from }, context) {
      const answer = peopleFound(context.hub.state, body);
      const codes = answer.found.map(({ code }) => code);
      const command = { type: 'SeekPeople', codes, by: from.account } as const;
      return ask(context, command, from, () => reply(200, answer));
    },
  }),
  route({
    method: 'get',
    path: `${api}/export/:code`,
    roles: ['supervisor'],
    keyed: false,
    async handle({ params: { code = '' }, from }, context) {
      const command = { type: 'ExportPerson', person: code, by: from.account } as const;
      const recorded = await ask(context, command, from, () => reply(204), ['unknown-person']);
      return recorded.status === 204 ? exported(context, code, from.account) : recorded;
    },
  }),
  route<z.infer<typeof erasePersonBody>>({
    method: 'delete',
    path: `${api}/people/:code`,
    roles: ['supervisor'],
    body: erasePersonBody,
    keyed: false,
    handle({ params: { code = '' }, body: { reason, place }, from }, context) {
      const command = {
        ...({ type: 'ErasePerson', person: code, reason, by: from.account } as const),
        ...(place === undefined ? {} : { place }),
        marks: marksFor(context, code),
      };
      const answer = (erased: ErasedAnswer) => reply(200, erased);
      return ask(context, command, from, answer, ['unknown-person']);
    },
  }),
  route({
    method: 'get',
    path: `${api}/register`,
    roles: ['supervisor'],
    keyed: false,
    handle: () => reply(200, { kept: personalRegister } satisfies RegisterAnswer),
  }),
];

async function exported(context: Context, name: string, by: string): Promise<Reply> {
  const traces = tracesOf(context.hub.state, name);
  if (!traces) return unknownPerson();
  const known = await recordedOf(context, traces);
  const { state, now } = context.hub;
  const answer = personExport(state, name, known, { by, at: now() });
  return answer ? reply(200, answer) : unknownPerson();
}

/** In order of time: what was done at the office stands among what was booked. */
async function recordedOf(context: Context, { codes, date }: Traces): Promise<Recorded[]> {
  const streams = date === null ? ['calendar'] : ['calendar', `day:${date}`];
  const pages = await Promise.all(streams.map((stream) => allOf(context, stream, codes)));
  return pages.flat().sort((one, other) => one.event.at - other.event.at);
}

async function allOf({ history }: Context, stream: string, mentions: readonly string[]): Promise<Recorded[]> {
  const found: Recorded[] = [];
  for (let after: number | undefined = 0; after !== undefined; ) {
    const page = await history(stream, { after, most: pageSize, mentions });
    found.push(...page);
    after = page.length < pageSize ? undefined : page.at(-1)?.seq;
  }
  return found;
}

function marksFor(context: Context, name: string): string[] {
  const known = bookingKnownBy(context.hub.state, name);
  return known ? marksOf(context, known) : [];
}
