/** Visits outside: what became of each request and trip, as answered and as the journal has it. */
import type { Office } from '../../../server/contract/office.ts';
import { weekdayOf } from '../plan/local-time.ts';
import { daysLater } from '../plan/office-hours.ts';
import type { BesideTally } from './beside.ts';
import type { RecordedCalendar } from './calendar.ts';
import { type Difference, one } from './difference.ts';

type Outside = Pick<BesideTally, 'requests' | 'trips'>;

export function compareOutside(
  { requests, trips }: Outside,
  recorded: Pick<RecordedCalendar, 'requests' | 'trips' | 'results'>,
  office: Office,
  date: string,
): Difference[] {
  return [
    ...requests.flatMap(({ planned, code, states }) => {
      const where = `request for ${planned.service} ${code?.slice(0, 6) ?? ''}`;
      const decided = planned.decision === 'accept' ? 'accepted' : 'refused';
      const answers = planned.without === null ? ['asked', decided] : ['requirement-missing'];
      const trip = trips.find((one_) => one_.requests.includes(code ?? ''));
      const isToday = trip !== undefined && nextFor(office, planned.service, date) === date;
      const way = [...answers, ...(trip ? ['planned'] : []), ...(isToday ? ['done'] : [])];
      return [
        ...one(`${where}, answers`, answers.join(', '), states.join(', ')),
        ...(code === null
          ? []
          : one(where, way.join(', '), recorded.requests.get(code)?.join(', ') ?? 'nothing')),
        ...(isToday && code !== null
          ? one(
              `${where}, results`,
              String(Math.max(1, planned.people.length)),
              String(recorded.results.get(code) ?? 0),
            )
          : []),
      ];
    }),
    ...trips.flatMap(({ service, asked, results }) => {
      const where = `trip for ${service}`;
      const will = nextFor(office, service, date);
      const expected = will === date ? ['planned'] : [`not-on-this-day, next ${will}`, 'planned'];
      const id = asked.at(-1)?.answer ?? '';
      const answered = asked.map(({ answer, next }) =>
        recorded.trips.has(answer) ? 'planned' : `${answer}, next ${next}`,
      );
      return [
        ...one(where, expected.join(', '), answered.join(', ')),
        ...one(`${where}, date`, will, recorded.trips.get(id)?.date ?? 'none'),
        ...results.flatMap(({ request, status }) =>
          one(`${where}, results of ${request.slice(0, 6)}`, '200', `${status}`),
        ),
      ];
    }),
  ];
}

/** The first date from this one on that is a day of the service; the office's hours do not bind outside. */
export function nextFor({ services }: Office, service: string, from: string): string {
  const days = services.find(({ id }) => id === service)?.days;
  let date = from;
  for (let tries = 0; tries < 7 && days !== undefined && !days.includes(weekdayOf(date)); tries += 1)
    date = daysLater(date, 1);
  return date;
}
