/** The facts of one date, from the readable tables. */
import type { Database } from 'better-sqlite3';
import type {
  BookingFact,
  ClaimFact,
  DayFacts,
  QuotaFact,
  RequestFact,
  StepFact,
  TicketFact,
  TripFact,
} from '../figures/facts.ts';

type TicketRow = Omit<TicketFact, 'takesPlace' | 'told' | 'choices' | 'offsite'> & {
  readonly takesPlace: number;
  readonly offsite: number;
  readonly toldFrom: string | null;
  readonly toldTo: string | null;
};
type StepRow = Omit<StepFact, 'reasons'> & { readonly reasons: string | null };
type BookingRow = Omit<BookingFact, 'takesPlace'> & { readonly takesPlace: number };
type QuotaRow = Omit<QuotaFact, 'services' | 'lanes'> & {
  readonly services: string;
  readonly lanes: string;
};
type Choices = Readonly<Record<string, string>>;

/** Rows from before the columns were there say as much as they can until the tables are made again. */
const tickets = `
  SELECT number, service, lane, people, coalesce(channel, 'walk-in') AS channel,
    coalesce(takes_place, 0) AS takesPlace, state, arrived_at AS arrivedAt, promise_at AS promiseAt,
    coalesce(promise, iif(promise_broken, 'broken', NULL)) AS promise, outage_minutes AS outageMinutes,
    first_called_at AS firstCalledAt, ended_at AS endedAt,
    coalesce(handovers_broken, handover_broken) AS handoversBroken, told_from AS toldFrom, told_to AS toldTo,
    rating, coalesce(offsite, 0) AS offsite
  FROM ticket WHERE date = ? ORDER BY number`;
const steps = `
  SELECT number, n, service, lane, step_visit.step, step_visit.counter, officer, waited_from AS waitedFrom,
    called_at AS calledAt, started_at AS startedAt, step_visit.ended_at AS endedAt, ended, outcome, reasons, handover
  FROM step_visit JOIN ticket USING (date, number) WHERE date = ? ORDER BY number, n`;
/** Not who waits for a place, or waited in vain. */
const bookings = `
  SELECT service, lane, people, channel, state, takes_place AS takesPlace
  FROM booking WHERE date = ? AND slot IS NOT NULL ORDER BY code`;
const quotas = 'SELECT quota, services, lanes, places, released FROM quota WHERE date = ? ORDER BY quota';
const claims = 'SELECT step, counter, officer, closed FROM claim WHERE date = ? ORDER BY id';
const requests = `
  SELECT service, people,
    CASE state WHEN 'asked' THEN 'open' WHEN 'planned' THEN 'accepted' WHEN 'done' THEN 'accepted' ELSE state END AS state
  FROM request WHERE date = ? ORDER BY asked_at, code`;
const trips = 'SELECT state, visits FROM trip WHERE date = ? ORDER BY id';
const screenings =
  'SELECT verdict, sum(count) FROM screening WHERE date = ? GROUP BY verdict ORDER BY verdict';

export function createFacts(database: Database): (date: string) => DayFacts {
  const of = <T>(sql: string) => database.prepare<[string], T>(sql);
  const readChoices = choicesOf(database);
  const read = {
    tickets: of<TicketRow>(tickets),
    steps: of<StepRow>(steps),
    bookings: of<BookingRow>(bookings),
    quotas: of<QuotaRow>(quotas),
    claims: of<ClaimFact>(claims),
    requests: of<RequestFact>(requests),
    trips: of<TripFact>(trips),
    screenings: of<[verdict: string, count: number]>(screenings).raw(),
  };
  return (date) => {
    const choices = readChoices(date);
    return {
      date,
      tickets: read.tickets.all(date).map((row) => ticketFact(row, choices.get(row.number) ?? {})),
      steps: read.steps.all(date).map((row) => ({ ...row, reasons: idsOf(row.reasons ?? '') })),
      bookings: read.bookings.all(date).map((row) => ({ ...row, takesPlace: row.takesPlace === 1 })),
      quotas: read.quotas.all(date).map(quotaFact),
      claims: read.claims.all(date),
      requests: read.requests.all(date),
      trips: read.trips.all(date),
      screenings: Object.fromEntries(read.screenings.all(date)),
    };
  };
}

function ticketFact({ toldFrom, toldTo, ...row }: TicketRow, choices: Choices): TicketFact {
  const told = toldFrom === null || toldTo === null ? null : { from: toldFrom, to: toldTo };
  return { ...row, takesPlace: row.takesPlace === 1, offsite: row.offsite === 1, told, choices };
}

const quotaFact = (row: QuotaRow): QuotaFact => ({
  ...row,
  services: idsOf(row.services),
  lanes: idsOf(row.lanes),
});

const idsOf = (text: string): string[] => (text === '' ? [] : text.split(' '));

/** By number. A list may be called like what every object has (`constructor`). */
function choicesOf(database: Database): (date: string) => ReadonlyMap<string, Choices> {
  const all = database
    .prepare<[string], [number: string, list: string, choice: string]>(
      'SELECT number, list, choice FROM choice WHERE date = ? ORDER BY number, list',
    )
    .raw();
  return (date) => {
    const said = new Map<string, [list: string, choice: string][]>();
    for (const [number, list, choice] of all.all(date))
      said.set(number, [...(said.get(number) ?? []), [list, choice]]);
    return new Map([...said].map(([number, entries]) => [number, Object.fromEntries(entries)]));
  };
}
