/** One rehearsal from beginning to end: a hub, a stage, a play, and the comparison with the journal. */
import { percentile } from '../bench/statistics.ts';
import { choosePlan } from './choose-plan.ts';
import { type Hub, signIn } from './hub/hub.ts';
import { askTime } from './hub/hub-time.ts';
import { makeHub, type OwnHub } from './hub/own-hub.ts';
import { joinHub, officeOfHub, takeOffice } from './hub/running-hub.ts';
import { Mistake } from './mistake.ts';
import type { Options } from './options.ts';
import { localClock, localDateAt } from './plan/local-time.ts';
import type { Plan } from './plan/plan.ts';
import { kiosksFor } from './players/kiosks.ts';
import { createOfficeClock, type OfficeClock } from './players/office-clock.ts';
import { play } from './players/play.ts';
import { makeAccounts, openStage } from './players/stage.ts';
import { type Output, showProgress } from './progress.ts';
import { compare, type Seen } from './tally/compare.ts';
import type { Difference } from './tally/difference.ts';
import { type Entry, readAudit, readFile } from './tally/journal.ts';
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
  readonly journal: 'API' | 'file';
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
  await own.start(plan.from - lead - 3_600_000, 1);
  const supervisor = await signIn(own.http, own.password);
  const hub = { http: own.http, mqtt: own.mqtt, supervisor };
  const accounts = await makeAccounts(hub, plan.office, '');
  await own.start(plan.from - lead, options.speed);
  const played = await playAt(hub, plan, accounts, options, options.speed, around);
  const entries = (await readAudit(supervisor, plan.date)) ?? null;
  if (entries === null) await own.stop();
  const found = entries ?? readFile(`${own.folder}/data`, plan.date);
  if (entries === null && options.keep) await own.start(played.endedAt, options.speed);
  supervisor.close();
  return { own, rehearsed: judge(plan, played, found, entries === null ? 'file' : 'API') };
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
  const played = await playAt(hub, plan, accounts, options, rate, around);
  const entries = await readAudit(hub.supervisor, plan.date);
  if (entries === null)
    throw new Mistake(`${url} does not offer its journal (GET /api/v1/audit): nothing to compare with`);
  hub.supervisor.close();
  return judge(plan, played, entries, 'API');
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
type Played = Omit<Rehearsed, 'plan' | 'recorded' | 'differences' | 'journal'>;

async function playAt(
  hub: Hub,
  plan: Plan,
  accounts: Accounts,
  { phones }: Options,
  rate: number,
  { output }: Around,
): Promise<Played> {
  const clock = createOfficeClock(rate);
  const arrivals = plan.visits.map(({ arrivesAt }) => arrivesAt);
  const stage = await openStage(hub, plan.office, accounts, clock, kiosksFor(arrivals, rate));
  const end = showProgress(plan, stage, output);
  try {
    await play(plan, stage, phones);
    const endedAt = clock.now();
    const { tally, screens, faults, kiosks, doorTally: door } = stage;
    const seen = { tally, screens, door, faults: [...faults], slack: slackOf(clock), brief: briefOf(clock) };
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
    stage.close();
  }
}

function judge(plan: Plan, played: Played, entries: readonly Entry[], journal: 'API' | 'file'): Rehearsed {
  // What midnight ends by itself comes after the play.
  const midnight = entries.findIndex(({ event }) => event.type === 'DayEnded');
  const recorded = readEntries(midnight === -1 ? entries : entries.slice(0, midnight));
  return { ...played, plan, recorded, journal, differences: compare(played.seen, recorded) };
}
