/** OT1: what was done out of turn, from the events that say so. OT3: the head of the office closes each entry. */
import type { OutOfTurn } from '../day.ts';
import { ticketNumber } from '../day.ts';
import type { DayEvent, DomainEvent } from '../events.ts';
import type { Visit } from '../visit.ts';

type Of<T extends DayEvent['type']> = Extract<DayEvent, { type: T }>;
type Entry = Omit<OutOfTurn, 'at' | 'closed'>;

/** What the list needs of a day. */
interface Known {
  readonly visits: ReadonlyMap<string, Pick<Visit, 'number' | 'callId'>>;
  readonly outOfTurn: Map<string, OutOfTurn>;
}

/** Must see the event before it is applied: an undone call is found among the visits as they are until then. */
export function noteOutOfTurn(day: Known, event: DomainEvent): void {
  const entry = entryOf(day, event);
  if (entry) day.outOfTurn.set(entry.id, { ...entry, at: event.at, closed: null });
}

export function closeException(
  day: Pick<Known, 'outOfTurn'>,
  { id, at, by, note }: Of<'ExceptionClosed'>,
): void {
  const entry = day.outOfTurn.get(id);
  if (entry) day.outOfTurn.set(id, { ...entry, closed: { at, by, note } });
}

/** The types of events that a list is made of. */
export const outOfTurnTypes: readonly DayEvent['type'][] = [
  'TicketTaken',
  'TicketCalled',
  'LaneChanged',
  'ActionUndone',
  'ExceptionClosed',
];

/** The list of any date, from its events of these types alone: the same that it was on the day. */
export function outOfTurnIn(events: Iterable<DomainEvent>): OutOfTurn[] {
  const visits = new Map<string, Pick<Visit, 'number' | 'callId'>>();
  const day: Known = { visits, outOfTurn: new Map() };
  for (const event of events) {
    noteOutOfTurn(day, event);
    if (event.type === 'TicketTaken')
      visits.set(event.code, { number: ticketNumber(event.prefix, event.ordinal), callId: null });
    if (event.type === 'TicketCalled')
      visits.set(event.code, { number: numberOf(day, event.code), callId: event.action });
    if (event.type === 'ExceptionClosed') closeException(day, event);
  }
  return [...day.outOfTurn.values()];
}

/** The officer behind an account, if it is one's. */
export const officerOf = (account: string): string | null =>
  account.startsWith('officer:') ? account.slice('officer:'.length) : null;

function entryOf(day: Known, event: DomainEvent): Entry | null {
  if (event.type === 'TicketCalled') return event.overtaken === 0 ? null : ofCall(day, event);
  if (event.type === 'ActionUndone') return ofUndo(day, event);
  if (event.type === 'LaneChanged') return ofLane(day, event);
  if (event.type === 'TicketTaken') return event.place === undefined ? null : ofPlace(event);
  return null;
}

const numberOf = (day: Known, code: string): string => day.visits.get(code)?.number ?? '';

function ofCall(day: Known, event: Of<'TicketCalled'>): Entry {
  const { action: id, code, counter, officer = null, by = '', reason, overtaken } = event;
  return { id, kind: 'call', number: numberOf(day, code), counter, officer, by, reason, overtaken };
}

/** Somebody was announced and sent back. */
function ofUndo(day: Known, event: Of<'ActionUndone'>): Entry | null {
  const { counter, officer = null, by = '', callId, codes } = event;
  if (callId === null) return null;
  const code = codes.find((one) => day.visits.get(one)?.callId === callId) ?? '';
  const id = `undo-${callId}`;
  return { id, kind: 'undo', number: numberOf(day, code), counter, officer, by, reason: null, overtaken: 0 };
}

function ofLane(day: Known, { code, by = '', reason, overtaken = 0 }: Of<'LaneChanged'>): Entry {
  const who = { officer: officerOf(by), by, counter: null };
  const number = numberOf(day, code);
  // A ticket may change its lane again: the list only grows, so its length is a new name each time.
  const id = `lane-${number}-${day.outOfTurn.size + 1}`;
  return { id, kind: 'lane', number, ...who, reason, overtaken };
}

/** FP3: a promised first place is before everybody by right; who it overtook is counted all the same. */
function ofPlace({ prefix, ordinal, by = '', place = '', overtaken = 0 }: Of<'TicketTaken'>): Entry {
  const who = { officer: officerOf(by), by, counter: null };
  const number = ticketNumber(prefix, ordinal);
  return { id: `place-${number}`, kind: 'place', number, ...who, reason: place, overtaken };
}
