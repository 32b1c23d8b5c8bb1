/** An office file from a recording: its queues are services of one step each, with their letters as prefixes. */
import { stringify } from 'yaml';
import { Mistake } from '../mistake.ts';
import type { Assigned } from './counters.ts';
import type { RecordedDay } from './recording.ts';

const mostCounters = 99;

export const queueId = (index: number, day: RecordedDay): string =>
  `${day.queues[index]?.prefix.toLowerCase() ?? 'queue'}-${index + 1}`;

export function officeSource(day: RecordedDay, { queues: served }: Assigned): string {
  if (served.length > mostCounters)
    throw new Mistake(
      `${day.office} ${day.date} needs ${served.length} counters; an office has ${mostCounters} at most`,
    );
  const queues = day.queues.map(({ name, prefix }, index) => ({ id: queueId(index, day), name, prefix }));
  return stringify({
    id: day.office
      .toLowerCase()
      .replaceAll(/[^a-z0-9-]/g, '-')
      .slice(0, 32),
    name: `${day.office}, ${day.date}`,
    timeZone: day.timeZone,
    languages: ['en'],
    // A recording tells when numbers were given.
    hours: { 'mon-sun': ['00:00-24:00'] },
    steps: queues.map(({ id, name }) => ({ id, name })),
    services: queues.map(({ id, name, prefix }) => ({
      id,
      name,
      prefix,
      steps: [id],
      promise: 'PT30M',
      until: 'called',
    })),
    lanes: day.lanes.map((id, index) => (index === 0 ? { id } : { id, first: true })),
    counters: served.map((queue, index) => ({
      number: index + 1,
      steps: (queue.length === 0 ? [0] : queue).map((one) => queueId(one, day)),
    })),
  });
}
