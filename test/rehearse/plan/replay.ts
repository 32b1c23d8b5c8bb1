/** A recorded day as a plan: each number taken and called when it was. */
import { readOfficeFile } from '../../../server/adapters/office-file.ts';
import { assignCounters } from '../trace/counters.ts';
import { officeSource, queueId } from '../trace/office.ts';
import type { RecordedDay } from '../trace/recording.ts';
import { startOfDate } from './local-time.ts';
import type { RecordedVisit, ReplayedDay } from './plan.ts';

/** Nothing is played in the last minute before midnight, when every visit ends by itself. */
const lastSecond = 86_400 - 60;

export function replayDay(day: RecordedDay): ReplayedDay {
  const assigned = assignCounters(day.visitors);
  const source = officeSource(day, assigned);
  const read = readOfficeFile(source);
  if (!read.ok) throw new Error(`the office of the recording: ${JSON.stringify(read.mistakes)}`);
  const midnight = startOfDate(day.date, day.timeZone);
  const at = (second: number) => Math.round(midnight + Math.min(second, lastSecond) * 1000);
  const given = day.queues.map(() => 0);
  const visits = day.visitors.map((visitor, id): RecordedVisit => {
    const { queue, lane, arrived, called, served, left } = visitor;
    const ordinal = (given[queue] ?? 0) + 1;
    given[queue] = ordinal;
    const counter = assigned.counters[id] ?? null;
    const isCalled = called !== null && counter !== null && called < lastSecond;
    return {
      id,
      arrivesAt: at(arrived),
      service: queueId(queue, day),
      lane: lane === 0 ? null : (day.lanes[lane] ?? null),
      people: 1,
      number: numberOf(day, queue, ordinal),
      call: isCalled ? { at: at(called), counter, endsAt: at(called + served) } : null,
      leavesAt: left === null ? null : at(left),
    };
  });
  const moments = visits.flatMap(({ arrivesAt, call, leavesAt }) => [
    arrivesAt,
    call?.endsAt ?? 0,
    leavesAt ?? 0,
  ]);
  return {
    kind: 'recorded',
    recording: { office: day.office, date: day.date },
    office: read.office,
    source,
    date: day.date,
    from: visits[0]?.arrivesAt ?? midnight,
    to: moments.reduce((latest, moment) => Math.max(latest, moment), midnight),
    notes: day.notes,
    visits,
  };
}

const numberOf = (day: RecordedDay, queue: number, ordinal: number): string =>
  `${day.queues[queue]?.prefix}-${String(ordinal).padStart(3, '0')}`;
