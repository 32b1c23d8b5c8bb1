/** The journal's entries of a day and of the calendar, and the report of the day, through the API. */
import { type Report, report } from '../../../server/contract/report.ts';
import type { CalendarEvent, DayEvent } from '../../../server/domain/events.ts';
import { type Api, must } from '../hub/api.ts';

export interface Entry<E = DayEvent> {
  readonly seq: number;
  readonly event: E;
}

export interface Journal {
  readonly day: readonly Entry[];
  readonly calendar: readonly Entry<CalendarEvent>[];
}

const most = 1000;

/** By the supervisor. @throws what is not of the contract */
export async function readReport(supervisor: Api, date: string): Promise<Report> {
  return report.parse(await must(supervisor, 'GET', `/reports/${date}`));
}

/** By the supervisor. */
export const readJournal = async (supervisor: Api, date: string): Promise<Journal> => ({
  day: await readStream<DayEvent>(supervisor, `day:${date}`),
  calendar: await readStream<CalendarEvent>(supervisor, 'calendar'),
});

async function readStream<E>(supervisor: Api, stream: string): Promise<Entry<E>[]> {
  const entries: Entry<E>[] = [];
  for (let after: unknown = 0; after !== null; ) {
    const path = `/audit?stream=${encodeURIComponent(stream)}&after=${after}&most=${most}`;
    const reply = await supervisor.ask('GET', path);
    if (reply.status !== 200) throw new Error(`GET ${path}: ${reply.status} ${JSON.stringify(reply.body)}`);
    const page = reply.body as { entries: Entry<E>[]; next: number | null };
    entries.push(...page.entries.map(({ seq, event }) => ({ seq, event })));
    after = page.next;
  }
  return entries;
}
