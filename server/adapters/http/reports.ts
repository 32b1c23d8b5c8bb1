/** Figures of a date or of a range of dates: as data, as a table for a spreadsheet, as a page to sign, or as a text to paste. */
import type { Request } from 'express';
import { z } from 'zod';
import type { Report } from '../../contract/report.ts';
import { localDate } from '../../contract/values.ts';
import type { PaperLanguage } from './parts.ts';
import { queryOf } from './query.ts';
import { refuseDates } from './report-dates.ts';
import { api, type Call, type Context, problem, type Reply, type Route, reply, route } from './route.ts';

const types = {
  json: 'application/json',
  csv: 'text/csv',
  pdf: 'application/pdf',
  text: 'text/plain',
} as const;
type Form = keyof typeof types;
const forms = Object.keys(types) as Form[];

const how = {
  outside: z.enum(['0', '1']).optional(),
  as: z.enum(['json', 'csv', 'pdf', 'text']).optional(),
  lang: z.enum(['id', 'en']).optional(),
};
const ofDate = z.strictObject(how);
const ofRange = z.strictObject({ from: localDate, to: localDate, ...how });
type How = z.infer<typeof ofDate>;

/** Milliseconds: years that were never counted take their time, and nothing is sent meanwhile. */
const patience = 600_000;
const roles = ['supervisor', 'integration'] as const;

export const reportRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: `${api}/reports/:date`,
    roles,
    keyed: false,
    handle(call, context) {
      const asked = queryOf(call, ofDate);
      if (!asked.ok) return asked.reply;
      const { date = '' } = call.params;
      return answer(call, context, { from: date, to: date }, asked.query);
    },
  }),
  route({
    method: 'get',
    path: `${api}/reports`,
    roles,
    keyed: false,
    handle(call, context) {
      const asked = queryOf(call, ofRange);
      if (!asked.ok) return asked.reply;
      const { from, to, ...rest } = asked.query;
      return answer(call, context, { from, to }, rest);
    },
  }),
];

async function answer(
  { principal, request, params }: Call,
  context: Context,
  dates: { readonly from: string; readonly to: string },
  { outside, as, lang }: How,
): Promise<Reply> {
  const form = as ?? accepted(request);
  if (!form) return problem('not-acceptable');
  const refused = refuseDates(context, dates, 'date' in params);
  if (refused) return refused;
  request.socket.setTimeout(patience);
  // Another system is outside the office, whatever it asks for.
  const isOutside = outside === '1' || principal.role === 'integration';
  const report = await context.reports.report({ ...dates, outside: isOutside });
  const headers = headersOf(report, form);
  if (form === 'json') return { ...reply(200, report), headers };
  const language = lang ?? firstLanguage(report);
  return { ...reply(200, await context.writePaper(report, { as: form, language })), headers };
}

/** RFC 9110, 12.5.1; without a wish it is JSON. Null: none of ours is wanted. */
function accepted(request: Request): Form | null {
  const type = request.accepts(Object.values(types));
  return forms.find((form) => types[form] === type) ?? null;
}

const isWritten = (language: string): language is PaperLanguage => language === 'id' || language === 'en';
const firstLanguage = ({ office }: Report): PaperLanguage => office.languages.find(isWritten) ?? 'id';

/** Files are named so that what is not for everybody, or not real, is not mistaken for it. */
function headersOf({ office, range, rehearsal, outside }: Report, form: Form): Record<string, string> {
  const dates = range.from === range.to ? range.from : `${range.from}_${range.to}`;
  const name = [
    'loket',
    office.id,
    dates,
    ...(outside ? ['outside'] : []),
    ...(rehearsal ? ['rehearsal'] : []),
  ];
  const isText = types[form].startsWith('text/');
  const file = `filename="${name.join('-')}.${form === 'text' ? 'txt' : form}"`;
  return {
    Vary: 'Accept',
    'Content-Type': isText ? `${types[form]}; charset=utf-8` : types[form],
    'Content-Disposition': `${form === 'csv' || form === 'pdf' ? 'attachment' : 'inline'}; ${file}`,
  };
}
