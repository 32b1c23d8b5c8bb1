/** The report of the played day against what we saw: visits, promises, hand-overs, calls, and how long everything took. */
import type { Office } from '../../../server/contract/office.ts';
import type { Report } from '../../../server/contract/report.ts';
import type { JudgedBeside, SeenBeside } from './compare-affairs.ts';
import { expectBeside, judgeReportBeside } from './compare-report-beside.ts';
import type { Difference } from './difference.ts';
import type { DoorTally } from './door.ts';
import { createExpectation, type Expectation } from './expectation.ts';
import type { Bounds } from './places.ts';
import { handoversOf, promiseOf } from './promises.ts';
import type { SeenVisit } from './seen.ts';
import { type Stretch, stretchesOf } from './stretches.ts';
import type { Tally } from './tally.ts';

export interface SeenForReport {
  readonly tally: Tally;
  readonly door: DoorTally;
  readonly slack: number;
  /** Null: nothing was played beside the queue. */
  readonly beside: SeenBeside | null;
}

export function compareReport(
  report: Report,
  office: Office,
  seen: SeenForReport,
  judged: JudgedBeside | null,
): Difference[] {
  const { tally, door, slack, beside } = seen;
  const expected = createExpectation();
  const at = Date.parse(report.at);
  for (const visit of tally.visits.values()) {
    expectVisit(expected, visit, report.range.from);
    expectPromise(expected, visit, at, slack);
    expectStretches(expected, visit, report.range.from, slack);
  }
  for (const [counter, calls] of tally.calls)
    for (const { undone } of calls) if (!undone) expected.add('counters', [String(counter)], 'calls');
  expectHandovers(expected, tally, office, { at, slack });
  expected.add('totals', [], 'screened', door.readings);
  if (beside && judged) expectBeside(expected, { office, tally, beside, judged, slack, at });
  return [...judgeQueue(report, expected), ...(beside && judged ? judgeReportBeside(report, expected) : [])];
}

const ends = 'served noShow incomplete cancelled unfinished';
const promises = 'promiseKept promiseBroken promiseLapsed';
const words = (text: string): string[] => text.split(' ');

function judgeQueue(report: Report, expected: Expectation): Difference[] {
  const judge = (section: string, columns: string, times?: string) =>
    expected.judge(report, section, columns === '' ? [] : words(columns), times);
  const all = `issued people ${ends} ${promises} handoverKept handoverBroken screened rated`;
  return [
    ...judge('totals', all, 'wait'),
    ...['service', 'stay', 'walk'].flatMap((times) => judge('totals', '', times)),
    ...judge('days', 'issued served noShow', 'wait'),
    ...judge('visits', `issued people ${ends} ${promises}`),
    ...judge('waits', '', 'wait'),
    ...judge('services', '', 'service'),
    ...judge('walks', '', 'walk'),
    ...judge('counters', 'calls served noShow', 'service'),
    ...judge('handovers', 'handoverKept handoverBroken'),
    ...judge('choices', 'count'),
    ...judge('satisfaction', 'good fair poor'),
  ];
}

const endOf = new Map([
  ['done', 'served'],
  ['no-show', 'noShow'],
  ['incomplete', 'incomplete'],
  ['cancelled', 'cancelled'],
]);

/** Who is still there is unfinished once midnight has passed. */
function expectVisit(expected: Expectation, { service, lane, people, state }: SeenVisit, date: string): void {
  const end = endOf.get(state);
  for (const [section, keys] of [
    ['totals', []],
    ['visits', [service, lane]],
  ] as const) {
    expected.add(section, keys, 'issued');
    expected.add(section, keys, 'people', people);
    if (end) expected.add(section, keys, end);
    else expected.maybe(section, keys, 'unfinished');
  }
  expected.add('days', [date], 'issued');
  if (end === 'served' || end === 'noShow') expected.add('days', [date], end);
}

/** A promise that is not decided may be kept, broken or lapsed by the time at which the report was made. */
function expectPromise(expected: Expectation, visit: SeenVisit, at: number, slack: number): void {
  const verdict = promiseOf(visit, at, slack);
  const { service, lane, state } = visit;
  for (const [section, keys] of [
    ['totals', []],
    ['visits', [service, lane]],
  ] as const) {
    if (verdict === 'kept') expected.add(section, keys, 'promiseKept');
    if (verdict === 'broken') expected.add(section, keys, 'promiseBroken');
    const isBack = state !== 'cancelled' && state !== 'incomplete';
    if (verdict === 'lapsed' && isBack) expected.add(section, keys, 'promiseLapsed');
    else if (verdict !== 'kept' && verdict !== 'broken' && verdict !== 'none')
      for (const column of words(promises)) expected.maybe(section, keys, column);
  }
}

/** The shortest and the longest that it can have been. */
const lengthOf = ({ began, ended }: Pick<Stretch, 'began' | 'ended'>, slack: number): Bounds => ({
  least: ended.from - began.to - slack,
  most: ended.to - began.from + slack,
});

function expectStretches(expected: Expectation, visit: SeenVisit, date: string, slack: number): void {
  const { waits, walks, services, ends: calls } = stretchesOf(visit);
  const times = (name: string, stretch: Stretch, rows: readonly (readonly [string, readonly string[]])[]) => {
    for (const [section, keys] of rows) expected.time(section, keys, name, lengthOf(stretch, slack));
  };
  for (const wait of waits)
    times('wait', wait, [
      ['totals', []],
      ['days', [date]],
      ['waits', [wait.step, '']],
    ]);
  for (const walk of walks)
    times('walk', walk, [
      ['totals', []],
      ['walks', [String(walk.counter)]],
    ]);
  for (const service of services)
    times('service', service, [
      ['totals', []],
      ['services', [service.step, '']],
      ['counters', [String(service.counter)]],
    ]);
  for (const { counter, end } of calls) {
    if (end === 'done') expected.add('counters', [String(counter)], 'served');
    if (end === 'no-show') expected.add('counters', [String(counter)], 'noShow');
  }
  const last = visit.changes.at(-1);
  if (visit.state === 'done' && last)
    expected.time('totals', [], 'stay', lengthOf({ began: visit.taken, ended: last.span }, slack));
}

/** One that ended otherwise than by being done is neither. They are of the one step that has a time of its own. */
function expectHandovers(
  expected: Expectation,
  { visits, said }: Tally,
  office: Office,
  { at, slack }: { readonly at: number; readonly slack: number },
): void {
  const timed = office.steps.filter(({ within }) => within !== undefined).map(({ id }) => id);
  for (const visit of visits.values()) {
    const step = timed.find((id) => visit.steps.includes(id)) ?? '';
    for (const [place, verdict] of handoversOf(visit, at, slack).entries()) {
      const ended = visit.handovers[place]?.ended;
      const by = visit.changes.find(({ span }) => span === ended)?.state;
      const isDone = by === 'done' || by === 'waiting';
      for (const [section, keys] of [
        ['totals', []],
        ['handovers', [step]],
      ] as const) {
        if (verdict === 'broken') expected.add(section, keys, 'handoverBroken');
        else if (verdict === 'kept' && isDone) expected.add(section, keys, 'handoverKept');
        else if (verdict !== 'kept') {
          expected.maybe(section, keys, 'handoverBroken');
          expected.maybe(section, keys, 'handoverKept');
        }
      }
    }
    const rating = said.ratings.get(visit.code);
    if (rating) expected.add('totals', [], 'rated');
    if (rating) expected.add('satisfaction', [visit.service], rating);
    for (const pair of Object.entries(said.choices.get(visit.number) ?? {}))
      expected.add('choices', pair, 'count');
  }
}
