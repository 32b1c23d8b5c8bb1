/** What the hub answers to every section of the supervisor's page, on a busy morning and where nothing has happened yet. */
import { changesBetween } from '../../server/adapters/office-file/changes.ts';
import { editOffice } from '../../server/adapters/office-file/edit.ts';
import { writtenOffice } from '../../server/adapters/office-file/written.ts';
import type { OfficeEdit } from '../../server/contract/http-office.ts';
import { contohText } from '../contract/office-fixture.ts';
import { peopleAnswers } from '../pages/people-scenes.ts';
import { emptyReport, figureAnswers } from '../pages/scenes-figures.ts';
import { offsiteAnswers } from '../pages/scenes-offsite.ts';
import type { Answer, Answering } from '../pages/stage.ts';
import { bookingAnswers } from '../pages/supervisor-bookings.ts';
import { left } from '../pages/supervisor-scenes.ts';

const ok = (body: unknown): Answer => ({ status: 200, body });
const entry = (seq: number, time: string, by: string, type: string, event: object) => ({
  ...{ seq, at: `2026-11-26T${time}.000Z`, by, type, event },
});
const audit = {
  stream: 'day:2026-11-26',
  seal: 'K7QD-2M4X-9RTA-HB3C-W5NE',
  entries: [
    entry(1, '00:00:00', 'clock', 'DayBegan', { date: '2026-11-26' }),
    entry(2, '00:02:11', 'officer:o1', 'CounterOpened', { counter: 1 }),
    entry(3, '00:03:40', 'officer:o1', 'TicketCalled', { ticket: 'A-001', counter: 1 }),
  ],
  next: null,
};

/** The form over the office file, as the hub makes it. */
const settings: Answering = ({ method, path, body }) => {
  if (path === '/office/history') return ok([]);
  if (method !== 'POST' || path !== '/office/preview') return undefined;
  const { source = contohText, edits = [] } = body as { source?: string; edits?: OfficeEdit[] };
  const text = editOffice(source, edits) ?? source;
  const written = writtenOffice(text);
  const changes = written === null ? [] : changesBetween(writtenOffice(contohText), written);
  return ok({ version: 'v1', source: text, written, changes, mistakes: [], strands: [] });
};

const day: Answering = ({ path }) => {
  if (path === '/day/left') return ok(left);
  return path === '/audit' ? ok(audit) : undefined;
};

/** The first that knows an answer. */
const firstOf =
  (...all: readonly Answering[]): Answering =>
  async (asked) => {
    for (const answering of all) {
      const answer = await answering(asked);
      if (answer) return answer;
    }
    return undefined;
  };

/** Each of the following knows an answer to everything: which is asked is told by the address. */
const isOffsite = (path: string) => /^\/(requests|trips|offsite)/.test(path);
const isFigures = (path: string) => /^\/(reports?|figures)/.test(path);

export const busyHub = firstOf(
  day,
  settings,
  (asked) => (isOffsite(asked.path) ? offsiteAnswers()(asked) : undefined),
  (asked) => (isFigures(asked.path) ? figureAnswers(asked) : undefined),
  (asked) => bookingAnswers(asked),
  peopleAnswers(),
);

const nothing: Readonly<Record<string, unknown>> = {
  '/day/left': { closed: false, left: [] },
  '/audit': { ...audit, entries: [], seal: null },
  '/bookings': { date: '2026-11-26', bookings: [], waiting: [] },
  '/claims': { claims: [] },
  '/quotas': [],
  '/suspicions': { contacts: [], rebooked: [], identities: [] },
  '/officers': [],
  '/tokens': [],
  '/sessions': [],
  '/availability': [],
  '/requests': [],
  '/trips': [],
};

/** The first morning: nobody came, and nothing is set up beyond what every office has. */
export const emptyHub = firstOf(
  ({ path, method }) => (method === 'GET' && path in nothing ? ok(nothing[path]) : undefined),
  ({ path }) => (isFigures(path) ? ok(emptyReport) : undefined),
  settings,
  (asked) => (asked.path === '/offsite-services' ? offsiteAnswers()(asked) : undefined),
  peopleAnswers(),
);
