/** One queue on one day as a picture: what some of its visitors were told as the hours passed, and when they were called. */
import { isWithin, type Judged } from '../judge.ts';
import { dot, fixed, line, linear, plot, rectangle } from './svg.ts';

const right = 1140;
const bottom = 560;
const left = 56;
const top = 16;
const most = 60;

/** A crowded one whose ranges held about as often as all of them do: neither the best nor the worst. */
export function typicalDay(judged: readonly Judged[]): readonly Judged[] {
  const share = (some: readonly Judged[]): number => some.filter(isWithin).length / some.length;
  const usual = share(judged);
  const days = [...Map.groupBy(judged, ({ office, date, queue }) => `${office}\t${date}\t${queue}`).values()]
    .sort((a, b) => b.length - a.length)
    .slice(0, 40);
  return days.sort((a, b) => Math.abs(share(a) - usual) - Math.abs(share(b) - usual))[0] ?? [];
}

export function queueDay(judged: readonly Judged[]): string {
  const ofDay = typicalDay(judged);
  const [first] = ofDay;
  if (!first) return '';
  const visits = [...Map.groupBy(ofDay, ({ place }) => place).values()];
  const every = Math.ceil(visits.length / most);
  const some = visits.filter((_, index) => index % every === 0);
  const begins = Math.floor(Math.min(...ofDay.map(({ at }) => at)) / 3600) * 3600;
  const ends = Math.max(...some.flat().map((one) => one.at + 60 * Math.max(one.to, one.waited)));
  const x = linear([begins, ends], [left, right]);
  const y = linear([-1, some.length], [bottom, top]);
  const hours = Array.from(
    { length: Math.floor((ends - begins) / 3600) + 1 },
    (_, index) => begins + index * 3600,
  );
  return plot({
    title: `${first.office}, ${first.date}, queue ${first.queue}`,
    note: `Every ${every === 1 ? '' : `${every}. `}visitor, the first below: what was told first (thick) and anew (thin), and the call.`,
    x: { scale: x, ticks: hours.map((at) => ({ at, text: clockOf(at) })), title: 'time of the day' },
    y: { scale: y, ticks: [], title: 'visitors in order of arrival' },
    marks: [
      ...hours.map((at) => `<path class="grid" d="M${fixed(x(at))} ${top}V${bottom}"/>`),
      ...some.flatMap((ranges, row) => visitMarks(ranges, x, y(row))),
    ],
    legend: [
      { kind: 'first', text: 'told first' },
      { kind: 'anew', text: 'told anew' },
      { kind: 'ours', text: 'called within what was told first' },
      { kind: 'missed', text: 'called at another time' },
      { kind: 'came', text: 'came' },
    ],
    size: [right, bottom],
  });
}

const clockOf = (seconds: number): string =>
  `${String(Math.floor(seconds / 3600) % 24).padStart(2, '0')}:${String(Math.floor((seconds % 3600) / 60)).padStart(2, '0')}`;

function visitMarks(ranges: readonly Judged[], x: (at: number) => number, y: number): string[] {
  const [first] = ranges;
  if (!first) return [];
  const bars = ranges.map(({ at, from, to, revision }) => {
    const [start, end] = [x(at + 60 * from), x(at + 60 * to)];
    return revision === 0
      ? rectangle('first', [start, y - 3], [end, y + 3])
      : line('anew', [
          [start, y],
          [end, y],
        ]);
  });
  const called = x(first.at + 60 * first.waited);
  return [
    ...bars,
    line('came', [
      [x(first.at), y - 3],
      [x(first.at), y + 3],
    ]),
    dot(isWithin(first) ? 'ours' : 'missed', [called, y], 3),
  ];
}
