/** Lists of another system for tests: lines in few words, and a day that takes them in. */
import type { ImportAnswer, ImportLineAnswer } from '../../server/contract/http-bookings.ts';
import type { ImportedLine } from '../../server/domain/booking/booking-commands.ts';
import type { Booking } from '../../server/domain/booking/bookings.ts';
import type { DomainEvent } from '../../server/domain/events.ts';
import { type Morning, morning } from './morning.ts';
import { contoh } from './office.ts';

/** Slots of half an hour from 08:00 to 12:00; eight people on Tuesday the 1st, and two at one slot. */
export const rules = { service: 'passport', slot: 'PT30M', perSlot: 2, horizon: 'P14D' };
const quota = { id: 'day', services: ['passport'], lanes: ['regular', 'priority'], perDay: 8 };

const usual = { hours: { 'mon-fri': ['08:00-12:00'] }, booking: rules, quotas: [quota] };

type Given = Partial<Omit<ImportedLine, 'time' | 'people'>> & {
  /** `08:30`; null: none. */
  readonly time?: string | null;
  readonly name?: string;
  readonly birthDate?: string | null;
  readonly people?: number;
};

const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

let made = 0;
/** Somebody else in each line, unless it is said, at 08:30 on Tuesday, the 1st of December. */
export function line(given: Given = {}): ImportedLine {
  made += 1;
  const { time = '08:30', name = `Nama ${made}`, birthDate = '1990-05-01', people = 1, ...rest } = given;
  return {
    line: made,
    reference: `MP-${made}`,
    service: null,
    lane: null,
    date: '2026-12-01',
    time: time === null ? null : minutes(time),
    people: Array.from({ length: people }, (_, n) => ({ name: n === 0 ? name : `${name} ${n}`, birthDate })),
    phone: null,
    details: null,
    id: `import-${made}`,
    spoken: `T${String(made).padStart(9, '0')}`,
    ...rest,
  };
}

type How = { readonly atomic?: boolean; readonly dryRun?: boolean; readonly overbook?: boolean };

export interface Imports extends Morning {
  imports(lines: readonly ImportedLine[], how?: How, time?: string): ImportAnswer;
  /** Of one line: its result, or the refusal's code. */
  imported(line: ImportedLine, how?: How, time?: string): string;
  /** Of a booking that stands in the list: date and slot in the office's time, and its state. */
  booked(reference: string): string;
  types(): DomainEvent['type'][];
}

/** Thursday, the 26th of November. */
export function importing(changes: Record<string, unknown> = {}): Imports {
  const day = morning(contoh({ ...usual, ...changes }));
  const imports: Imports['imports'] = (lines, how = {}, time = '07:30') =>
    day.does(
      {
        type: 'ImportBookings',
        lines,
        atomic: false,
        dryRun: false,
        overbook: false,
        by: 'supervisor',
        ...how,
      },
      time,
    ) as unknown as ImportAnswer;
  return {
    ...day,
    imports,
    imported: (one, how, time) => written(imports([one], how, time).lines[0]),
    booked: (reference) => place(bookingsOf(day, reference).at(-1)),
    types: () => day.last().map(({ type }) => type),
  };
}

export const written = (answer: ImportLineAnswer | undefined): string => answer?.code ?? answer?.result ?? '';

export const bookingsOf = (day: Morning, reference: string): Booking[] =>
  [...day.state.calendar.bookings.all.values()].filter(({ personal }) => personal?.reference === reference);

function place(booking: Booking | undefined): string {
  if (!booking) return 'none';
  const { date, slot, state } = booking;
  const local = new Date((slot ?? 0) + 8 * 3_600_000).toISOString().slice(11, 16);
  return `${date} ${local} ${state}`;
}
