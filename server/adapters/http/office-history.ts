/** The office's versions, from the journal: who changed it when, and what. */
import { setImmediate } from 'node:timers/promises';
import type { HistoryAnswer, HistoryEntry } from '../../contract/http-office.ts';
import type { DomainEvent } from '../../domain/events.ts';
import type { Context } from './route.ts';

/** One is read more than is shown: what the oldest has changed is seen by the one before. */
const mostShown = 100;
const pageSize = 50;

type Configured = Extract<DomainEvent, { type: 'OfficeConfigured' }>;
interface Version {
  readonly seq: number;
  readonly by: string;
  readonly event: Configured;
}

/** The newest first, at most a hundred. */
export async function officeHistory(context: Context): Promise<HistoryEntry[]> {
  const recent: Version[] = [];
  for await (const version of versions(context)) {
    recent.push(version);
    if (recent.length > mostShown + 1) recent.shift();
  }
  const entries: HistoryEntry[] = [];
  let before: unknown = null;
  for (const [index, { seq, by, event }] of recent.entries()) {
    const written = context.officeText.written(event.source);
    const changes = index === 0 ? [] : context.officeText.changes(before, written);
    entries.push({ seq, at: at(event), by, changes: changes.length, fromFile: event.file !== null });
    before = written;
    // A press does not wait until all files were compared.
    await setImmediate();
  }
  return entries.reverse().slice(0, mostShown);
}

/** Null: that event of the calendar is no version of the office. */
export async function officeAt(context: Context, wanted: number): Promise<HistoryAnswer | null> {
  let before: Version | null = null;
  for await (const version of versions(context)) {
    if (version.seq > wanted) return null;
    if (version.seq === wanted) return answer(context, version, before);
    before = version;
  }
  return null;
}

function answer({ officeText }: Context, { by, event }: Version, before: Version | null): HistoryAnswer {
  const { source } = event;
  const changes = before
    ? officeText.changes(officeText.written(before.event.source), officeText.written(source))
    : [];
  return { at: at(event), by, source, changes };
}

const at = (event: Configured): string => new Date(event.at).toISOString();

/** In the order in which they were recorded. */
async function* versions({ history }: Context): AsyncGenerator<Version> {
  let after = 0;
  for (;;) {
    const page = await history('calendar', { after, most: pageSize, types: ['OfficeConfigured'] });
    for (const { seq, by, event } of page) if (event.type === 'OfficeConfigured') yield { seq, by, event };
    const last = page.at(-1);
    if (last === undefined || page.length < pageSize) return;
    after = last.seq;
  }
}
