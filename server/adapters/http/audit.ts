/** The trail: what was recorded in a stream, by whom, page by page, with the seal that shows whether it was changed. */
import { z } from 'zod';
import type { AuditAnswer, AuditEntry } from '../../contract/http-day.ts';
import type { Day } from '../../domain/day.ts';
import { toIso } from '../../domain/instant.ts';
import type { Recorded } from './parts.ts';
import { queryOf } from './query.ts';
import { api, type Route, reply, route } from './route.ts';

const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,15}$/, 'expected a whole number')
    .transform(Number)
    .pipe(z.int().min(least).max(most));

const usual = 200;
const wanted = z.strictObject({
  stream: z
    .string()
    .regex(/^(?:calendar|day:\d{4}-\d\d-\d\d)$/, 'expected calendar, or day:2026-11-26')
    .optional(),
  after: whole(0, Number.MAX_SAFE_INTEGER).optional(),
  most: whole(1, 1000).optional(),
  /** Separated by commas. */
  types: z
    .string()
    .regex(/^[A-Za-z]{1,40}(?:,[A-Za-z]{1,40}){0,49}$/, 'expected types of events, separated by commas')
    .optional(),
});

export const auditRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: `${api}/audit`,
    roles: ['supervisor'],
    keyed: false,
    async handle(call, context) {
      const asked = queryOf(call, wanted);
      if (!asked.ok) return asked.reply;
      const { date } = context.hub.state.day;
      const {
        stream = date === '' ? 'calendar' : `day:${date}`,
        after = 0,
        most = usual,
        types,
      } = asked.query;
      const page = await context.history(stream, {
        after,
        most,
        ...(types === undefined ? {} : { types: types.split(',') }),
      });
      const answer: AuditAnswer = {
        stream,
        seal: (await context.seal(stream)).seal,
        entries: page.map((recorded) => entryOf(recorded, context.hub.state.day)),
        next: page.length < most ? null : (page.at(-1)?.seq ?? null),
      };
      return reply(200, answer);
    },
  }),
];

/**
 * What nobody reads here: the personal part, what secrets are compared with, whole office files; and RT4, what one
 * visitor said of the visit.
 */
const left: readonly string[] = ['personal', 'hash', 'office', 'source', 'rating'];

function entryOf({ seq, by, event }: Recorded, { visits, before }: Day): AuditEntry {
  const said = Object.fromEntries(Object.entries(event).filter(([key]) => !left.includes(key)));
  const code = 'code' in event ? event.code : '';
  const number = (visits.get(code) ?? before.get(code))?.number;
  const numbered = number === undefined ? {} : { number };
  return { seq, at: toIso(event.at), by, type: event.type, ...numbered, event: said };
}
