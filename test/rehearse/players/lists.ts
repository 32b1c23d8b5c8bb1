/** The supervisor imports another system's list, and looks up which bookings it made. */
import type { ImportAnswer } from '../../../server/contract/http-bookings.ts';
import type { Office } from '../../../server/contract/office.ts';
import { type Api, must } from '../hub/api.ts';
import type { PlannedLine } from '../plan/affairs.ts';
import type { BookingStep, SeenBooking } from '../tally/asked.ts';
import type { SeenImport } from '../tally/imports.ts';
import type { Asker } from './asking.ts';

export interface Lists {
  import(lines: readonly PlannedLine[]): Promise<void>;
  codeOf(reference: string): string | null;
}

type Column = keyof Office['bookingList']['columns'];

const usual: Readonly<Record<Column, string>> = {
  ...{ reference: 'Nomor Permohonan', group: 'Kode Keluarga', name: 'Nama', birthDate: 'Tanggal Lahir' },
  ...{ phone: 'No. HP', service: 'Layanan', lane: 'Jalur', date: 'Tanggal Kedatangan', time: 'Sesi' },
  details: 'Keterangan',
};
const written = ['reference', 'group', 'name', 'birthDate', 'date', 'time'] as const;

const nameOf = (column: Column, { bookingList }: Office): string =>
  [bookingList.columns[column] ?? usual[column]].flat()[0] ?? usual[column];

/** As the other system writes it: a row for each person. */
export function csvOf(lines: readonly PlannedLine[], office: Office): string {
  const clock = (at: number) =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(office.timeZone).toPlainTime();
  const rows = lines.flatMap(({ reference, people, date, slot, bad }) =>
    people.map(({ name, birthDate }) => {
      const time = slot === null ? (bad ?? '') : clock(slot).toString({ smallestUnit: 'minute' });
      // A family has a code of its own.
      return [reference, people.length > 1 ? `F-${reference}` : '', name, birthDate, date, time].join(';');
    }),
  );
  return `${[written.map((column) => nameOf(column, office)).join(';'), ...rows].join('\r\n')}\r\n`;
}

export function createLists(asker: Asker, supervisor: Api, office: Office, imports: SeenImport[]): Lists {
  const { affairs } = asker;
  const codes = new Map<string, string>();

  async function lookUp(
    line: PlannedLine,
    date: string,
    span: BookingStep['span'],
    found: Found[],
  ): Promise<void> {
    const { reference, people } = line;
    const own = found.find((one) => one.reference === reference);
    if (!own || codes.has(reference)) return;
    const { code, service, lane, slot, ticket } = own;
    codes.set(reference, code);
    const booking: Omit<SeenBooking, 'steps' | 'ticket'> = {
      ...{ code, service, lane, people: people.length, contact: null, waitUntil: null },
      source: 'import',
    };
    const at = slot === null ? null : Date.parse(slot);
    affairs.listed(booking, { what: 'made', date, slot: at, span });
    if (ticket !== undefined) affairs.step(code, { what: 'used', date, slot: at, span }, ticket);
  }

  return {
    codeOf: (reference) => codes.get(reference) ?? null,
    async import(lines) {
      const { clock } = asker;
      const from = clock.now();
      const reply = await supervisor.ask('POST', '/bookings/import', csvOf(lines, office), 'text/csv');
      const span = { from, to: clock.now() };
      imports.push({ lines, span, status: reply.status, answer: reply.body as unknown as ImportAnswer });
      for (const date of new Set(lines.map((line) => line.date))) {
        const found = await namesOn(supervisor, date);
        for (const line of lines.filter((one) => one.date === date)) await lookUp(line, date, span, found);
        for (const line of lines) noteMove(line, span, found);
      }
    },
  };

  function noteMove({ reference, date, slot }: PlannedLine, span: BookingStep['span'], found: Found[]): void {
    const code = codes.get(reference);
    const last = affairs.bookings.get(code ?? '')?.steps.at(-1);
    const own = found.find((one) => one.code === code);
    const isMoved = last?.what === 'made' && last.date === date && slot !== null && last.slot !== slot;
    if (code && isMoved && own?.slot === new Date(slot).toISOString())
      affairs.step(code, { what: 'moved', date, slot, span });
  }
}

interface Found {
  readonly code: string;
  readonly reference: string | null;
  readonly service: string;
  readonly lane: string;
  readonly slot: string | null;
  readonly ticket?: string;
}

/** Names and references are seen by looking at one booking after the other; each look is recorded. */
async function namesOn(supervisor: Api, date: string): Promise<Found[]> {
  const { bookings } = (await must(supervisor, 'GET', `/bookings?date=${date}`)) as unknown as {
    bookings: (Omit<Found, 'reference'> & { source: string })[];
  };
  const found: Found[] = [];
  for (const booking of bookings.filter(({ source }) => source === 'import')) {
    const { reference } = await must(supervisor, 'POST', `/bookings/${booking.code}/people`, {});
    found.push({ ...booking, reference: typeof reference === 'string' ? reference : null });
  }
  return found;
}
