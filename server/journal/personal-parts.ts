/** Where the personal part of an event is kept, and which events erase it before its time, for one subject alone. */
import type { DomainEvent } from '../domain/events.ts';
import type { StreamName } from './journal.ts';

/** Tables whose rows also say whose the part is: all that is kept of one subject can be erased. */
export const subjectTables = ['calendar_personal', 'screening_personal'] as const;
export type SubjectTable = (typeof subjectTables)[number];

/** Every table of personal parts, by `stream` and `seq`. */
export const partTables = ['day_personal', ...subjectTables] as const;

/** `subject`: whose the part is, unique within its stream; null where a whole day goes together. */
type Place =
  | { readonly table: 'day_personal'; readonly subject: null }
  | { readonly table: SubjectTable; readonly subject: string };

/** Throws where nobody has said when the part goes. */
export function placeOf(stream: StreamName, event: DomainEvent): Place {
  if (stream.startsWith('day:')) {
    // Only with a temperature: most people at the door pass, and a small table is quickly made anew.
    const said = event.type === 'PersonScreened' ? event.personal : undefined;
    if (typeof said?.celsius === 'number') return { table: 'screening_personal', subject: said.screening };
    return { table: 'day_personal', subject: null };
  }
  if ('personalOf' in event) return { table: 'calendar_personal', subject: event.personalOf };
  throw new Error(`personal data has no place in the stream ${stream}`);
}

/** What goes of all that the stream said before of the subject. `values`: these become null; null: the whole part goes. */
export interface Erasure {
  /** `day_personal`: of the event about the ticket whose code is `subject`. */
  readonly table: SubjectTable | 'day_personal';
  readonly subject: string;
  readonly values: readonly string[] | null;
}

/** What this event erases: the only list of events that do. What a day's end erases: `personal-columns.ts`. */
export function erasureBy(event: DomainEvent): readonly Erasure[] {
  if (event.type === 'OfficerRemoved') return [wholeOf(event.personalOf)];
  if (event.type === 'RequestsEmptied' || event.type === 'BookingsEmptied') return event.codes.map(wholeOf);
  // Who is let in after having been told to wait: no event of its own says so, as it would tell who that was.
  if (event.type === 'PersonScreened' && event.admits && event.personal && event.personal.attempt > 1)
    return [readingsOf(event.personal.screening)];
  if (event.type === 'PersonErased') return [wholeOf(event.personalOf)];
  if (event.type === 'NeedsErased') return [needsOf(event.code)];
  if (event.type === 'ReadingsErased') return [readingsOf(event.screening)];
  return [];
}

const wholeOf = (subject: string): Erasure => ({ table: 'calendar_personal', subject, values: null });

/** PD4: which reading gave the ticket stays until midnight: it gives no other one, also after a restart. */
const needsOf = (subject: string): Erasure => ({
  table: 'day_personal',
  subject,
  values: ['needs', 'proof', 'identity'],
});

/** The verdict stays until midnight: without it the day could not be counted again after a restart. */
const readingsOf = (subject: string): Erasure => ({
  table: 'screening_personal',
  subject,
  values: ['celsius'],
});

/** What is left of a part as JSON, null when it goes whole. */
export function leftOf(personal: string, { values }: Erasure): string | null {
  if (values === null) return null;
  const part = JSON.parse(personal) as Record<string, unknown>;
  const gone = values.filter((name) => name in part).map((name) => [name, null]);
  return JSON.stringify({ ...part, ...Object.fromEntries(gone) });
}
