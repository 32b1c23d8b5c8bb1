/** One rehearsal from beginning to end: a hub, a stage, a play, and the comparison with the journal. */
import type { Report } from '../../server/contract/report.ts';
import { percentile } from '../bench/statistics.ts';
import { choosePlan } from './choose-plan.ts';
import { type Hub, signIn } from './hub/hub.ts';
import { askTime } from './hub/hub-time.ts';
import { makeHub, type OwnHub } from './hub/own-hub.ts';
import { joinHub, officeOfHub, takeOffice } from './hub/running-hub.ts';
import { Mistake } from './mistake.ts';
import type { Options } from './options.ts';
import { localClock, localDateAt } from './plan/local-time.ts';
import type { InventedDay, Plan } from './plan/plan.ts';
import { type Beside, openBeside } from './players/beside.ts';
import { kiosksFor } from './players/kiosks.ts';
import { createOfficeClock, type OfficeClock } from './players/office-clock.ts';
import { play } from './players/play.ts';
import { makeAccounts, openStage, type Stage } from './players/stage.ts';
import { type Output, showProgress } from './progress.ts';
import { readCalendar } from './tally/calendar.ts';
import { compareAll, type Seen } from './tally/compare.ts';
import type { JudgedBeside, RecordedBeside, SeenBeside } from './tally/compare-affairs.ts';
import { compareReport } from './tally/compare-report.ts';
import type { Difference } from './tally/difference.ts';
import { type Journal, readJournal, readReport } from './tally/journal.ts';
import { type Recorded, readEntries } from './tally/recorded.ts';

export interface Rehearsed {
  readonly plan: Plan;
  readonly seen: Seen;
  readonly recorded: Recorded;
  readonly differences: readonly Difference[];
  readonly rate: number;
  /** The hub's time when the play was over. */
  readonly endedAt: number;
  readonly lateness: readonly number[];
  /** How often the hub said that somebody asked too often. */
  readonly limited: number;
  /** What the players were too late for, as midnight came first. */
  readonly leftOut: number;
  /** What was compared beside the queue; null: nothing was played there. */
  readonly beside: JudgedBeside | null;
  /** What the journal says of it. */
  readonly recordedBeside: RecordedBeside;
  /** As `GET /reports/{date}` told it when all was over. */
  readonly report: Report;
}

interface Around {
  readonly output: Output;
  say(line: string): void;
}

/** Against a hub of our own. `own` is ended by the caller. */
export async function rehearseAtHome(
  options: Options,
  around: Around,
): Promise<{ own: OwnHub; rehearsed: Rehearsed }> {
  const plan = choosePlan(options, null);
  const own = await makeHub(plan.source);
  process.once('exit', own.clear);
  const lead = (1500 + plan.office.counters.length * 60 + plan.visits.length) * options.speed;
  around.say(`A hub is started for ${describe(plan)} …`);
  // Set up at real time, so that a fast clock has not run away before everything is there.
  // On the day before, when most book.
  await own.start(plan.from - lead - 20 * 3_600_000, 1);
  const supervisor = await signIn(own.http, own.password);
  const hub = { http: own.http, mqtt: own.mqtt, supervisor };
  const accounts = await makeAccounts(hub, plan.office, '');
  const beside = await prepare(hub, plan);
  await own.start(plan.from - lead, options.speed);
  const played = await playAt(hub, plan, accounts, beside, options, around);
  const report = await readReport(supervisor, plan.date);
  const entries = await readJournal(supervisor, plan.date);
  supervisor.close();
  return { own, rehearsed: judge(plan, played, entries, report) };
}

/** Against one that runs already. */
export async function rehearseAway(options: Options, around: Around): Promise<Rehearsed> {
  const { url, mqtt, password } = options.hub ?? { url: '', mqtt: null, password: '' };
  const hub = await joinHub(url, mqtt, password);
  const { at, rate } = await askTime(hub.http);
  const running = await officeOfHub(hub);
  const date = localDateAt(at, running.office.timeZone);
  const plan = choosePlan(options, { ...running, date });
  if (plan.kind === 'recorded') await takeOffice(hub, plan.source);
  refuseLate(plan, at);
  around.say(`Playing ${describe(plan)} at ${url} …`);
  const accounts = await makeAccounts(hub, plan.office, `r${Math.random().toString(36).slice(2, 7)}-`);
  const beside = await prepare(hub, plan);
  const played = await playAt(hub, plan, accounts, beside, { ...options, speed: rate }, around);
  const report = await readReport(hub.supervisor, plan.date);
  const entries = await readJournal(hub.supervisor, plan.date);
  hub.supervisor.close();
  return judge(plan, played, entries, report);
}

const describe = ({ kind, office, date, visits }: Plan): string =>
  `${kind === 'recorded' ? 'the recorded' : 'an invented'} day ${date} of ${office.id}, ${visits.length} people`;

function refuseLate({ from, date, office: { timeZone } }: Plan, now: number): void {
  const today = localDateAt(now, timeZone);
  if (today !== date)
    throw new Mistake(
      `The hub's date is ${today}, the recording's ${date}: start it with LOKET_CLOCK on that day.`,
    );
  if (now > from)
    throw new Mistake(
      `The hub's clock shows ${localClock(now, timeZone)} already, and the day begins at ${localClock(from, timeZone)}: start it earlier.`,
    );
}

/** What a message takes at least, and what was found to be wrong with our clock meanwhile. */
const slackOf = ({ rate, corrected }: OfficeClock): number => 1000 + rate * 10 + corrected();

/** Screens are told at once, but a machine that is late itself may leave out what was gone again by then. */
const briefOf = ({ rate, lateness }: OfficeClock): number => rate * 150 + 2 * percentile(lateness(), 1);

type Accounts = Awaited<ReturnType<typeof makeAccounts>>;
type Played = Omit<Rehearsed, 'plan' | 'recorded' | 'differences' | 'beside' | 'recordedBeside' | 'report'>;

async function playAt(
  hub: Hub,
  plan: Plan,
  accounts: Accounts,
  beside: Beside | null,
  { phones, speed: rate }: Pick<Options, 'phones' | 'speed'>,
  { output }: Around,
): Promise<Played> {
  const clock = createOfficeClock(rate);
  const arrivals = plan.visits.map(({ arrivesAt }) => arrivesAt);
  const stage = await openStage(hub, plan.office, accounts, clock, kiosksFor(arrivals, rate), beside);
  beside?.goBy(clock);
  const end = showProgress(plan, stage, output);
  try {
    await play(plan, stage, phones);
    const endedAt = clock.now();
    const { tally, screens, faults, kiosks, doorTally: door } = stage;
    const seen = {
      ...{ tally, screens, door, faults: [...faults], slack: slackOf(clock), brief: briefOf(clock) },
      beside: plan.kind === 'invented' && beside ? seenBeside(plan, beside, stage, endedAt) : null,
    };
    return {
      seen,
      rate,
      endedAt,
      lateness: clock.lateness(),
      limited: kiosks.limited(),
      leftOut: stage.leftOut(),
    };
  } finally {
    end();
    beside?.close();
    stage.close();
  }
}

/** What is booked and asked for before the day is played. */
async function prepare(hub: Hub, plan: Plan): Promise<Beside | null> {
  if (plan.kind === 'recorded') return null;
  const clock = createOfficeClock((await askTime(hub.http)).rate);
  clock.hear((await askTime(hub.http)).at);
  const beside = await openBeside(hub, plan, clock);
  await beside.prepare();
  return beside;
}

function seenBeside(day: InventedDay, beside: Beside, { screens, boards }: Stage, end: number): SeenBeside {
  const { affairs, tally } = beside;
  const { entrance, kiosk } = boards;
  const shown = [...screens.lobbies, entrance].map(({ name, views }) => ({
    name: `display ${name}`,
    places: views.at(-1)?.places,
  }));
  const offers = { name: 'kiosk', places: undefined, offers: kiosk.views.at(-1)?.offers };
  return { day, affairs, tally, boards: [...shown, offers], end };
}

function judge(plan: Plan, played: Played, { day, calendar }: Journal, report: Report): Rehearsed {
  const { endedAt } = played;
  // What midnight ends by itself comes after the play.
  const midnight = day.findIndex(({ event }) => event.type === 'DayEnded');
  const entries = midnight === -1 ? day : day.slice(0, midnight);
  const recorded = readEntries(entries);
  const until = <E extends { readonly at: number }>(events: readonly E[]) =>
    events.filter(({ at }) => at <= endedAt);
  const beside = {
    calendar: readCalendar(until(calendar.map(({ event }) => event))),
    day: until(entries.map(({ event }) => event)),
  };
  const { differences: found, judged } = compareAll(played.seen, recorded, beside);
  const differences = [...found, ...compareReport(report, plan.office, played.seen, judged)];
  return { ...played, plan, recorded, recordedBeside: beside, beside: judged, report, differences };
}
