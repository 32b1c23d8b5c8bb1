/** An invented day of any office: a morning peak, heavy-tailed services, people who do not come, and all the rest. */
import type { Office } from '../../../server/contract/office.ts';
import { Mistake } from '../mistake.ts';
import { planAffairs } from './beside.ts';
import { type Chance, chanceOf } from './chance.ts';
import { atMinute } from './local-time.ts';
import { isServedOn, minutesOf, type Range } from './office-hours.ts';
import { planOfficers } from './officers.ts';
import type { InventedDay, InventedVisit, Moment } from './plan.ts';

const minute = 60_000;

export interface Wish {
  readonly office: Office;
  readonly source: string;
  readonly date: string;
  readonly seed: string;
  readonly people: number;
}

export function inventDay({ office, source, date, seed, people }: Wish): InventedDay {
  const chance = chanceOf(`${seed} ${office.id} ${date}`);
  const ranges = hoursOf(office, date);
  const [first, last] = [ranges[0], ranges.at(-1)];
  if (!first || !last) throw new Mistake(`--date ${date}: ${office.id} is closed on this day`);
  const moments = Array.from({ length: people }, () => arrival(ranges, chance)).sort((a, b) => a - b);
  const kinds = servicesOf(office, date);
  const pace = paceOf(office, ranges, people);
  const queue = moments.map((arrivesAt, id) => visitOf(id, arrivesAt, office, kinds, pace, chance));
  const isLong = last.to - first.from > 5 * 60 * minute;
  const noon = isLong ? (first.from + last.to) / 2 : null;
  const officers = planOfficers(office, first.from, noon, chance);
  const from = Math.min(first.from, ...officers.map(({ opensAt }) => opensAt));
  const { visits, affairs } = planAffairs({ office, date, from: first.from, to: last.to }, queue, seed);
  return { kind: 'invented', office, source, date, from, to: last.to, notes: [], visits, officers, affairs };
}

/** When numbers are given on the date; an office that never closes is played from 8 to 16. */
export function hoursOf(office: Office, date: string): Range[] {
  const ranges = minutesOf(office, date).map(({ from, to }) =>
    to - from > 16 * 60 ? { from: 8 * 60, to: 16 * 60 } : { from, to },
  );
  return ranges.map(({ from, to }) => ({
    from: atMinute(date, office.timeZone, from),
    to: atMinute(date, office.timeZone, to),
  }));
}

/** Most come soon after the doors open; the last minutes of each range are for those already there. */
function arrival(ranges: readonly Range[], chance: Chance): Moment {
  const open = ranges.reduce((sum, { from, to }) => sum + (to - from), 0);
  const share = chance.happens(0.55) ? 0.45 * chance.next() ** 1.6 : chance.next();
  let left = share * open * 0.97;
  for (const { from, to } of ranges) {
    if (left < to - from) return Math.round(from + left);
    left -= to - from;
  }
  return ranges.at(-1)?.to ?? 0;
}

type Kinds = readonly (readonly [Office['services'][number], number])[];

/** The first service of the file is what most come for. */
function servicesOf(office: Office, date: string): Kinds {
  const queued = office.services.filter((service) => !service.offsite && isServedOn(office, service, date));
  if (queued.length === 0)
    throw new Mistake(`the office ${office.id} gives no numbers: none of its services is there on ${date}`);
  return queued.map((service, index) => [service, 1 / (index + 1)] as const);
}

/** Milliseconds of a median service, so that the counters are busy about two thirds of the time. */
function paceOf(office: Office, ranges: readonly Range[], people: number): number {
  const open = ranges.reduce((sum, { from, to }) => sum + (to - from), 0);
  const each = (open * office.counters.length) / Math.max(1, people * 2);
  return Math.min(8 * minute, Math.max(minute / 2, 0.5 * each));
}

function visitOf(
  id: number,
  arrivesAt: Moment,
  office: Office,
  kinds: Kinds,
  pace: number,
  chance: Chance,
): InventedVisit {
  const service = chance.weighted(kinds);
  const comes = chance.weighted([
    ['called', 86],
    ['recalled', 7],
    ['never', 7],
  ] as const);
  const steps = service.steps.map((step) => office.steps.find(({ id: name }) => name === step));
  const people = chance.happens(0.12) ? 2 + Math.floor(chance.next() * 3) : 1;
  const fates = [
    ['served', 88],
    ['transferred', 3],
    ['held', 3],
    ...(steps[0]?.incomplete ? ([['incomplete', 6]] as const) : []),
  ] as const;
  return {
    id,
    arrivesAt,
    service: service.id,
    lane: laneOf(office, chance),
    people,
    comes,
    returns: chance.happens(0.4) ? chance.between(5, 40) * minute : null,
    patience: chance.happens(0.03) ? chance.between(20, 60) * minute : null,
    // A timed hand-over mostly keeps its time; some take much too long.
    service_ms: steps.map((step) =>
      step?.within === undefined
        ? Math.min(90 * minute, chance.heavy(pace, 0.8))
        : step.within * (chance.happens(0.2) ? chance.between(1.8, 3) : chance.between(0.2, 0.6)),
    ),
    fate: chance.weighted<InventedVisit['fate']>(fates),
    temperatures: Array.from({ length: people }, () => readingsOf(office, chance)),
    walk: chance.between(8, 45) * 1000,
    ...{ booking: null, listed: null, proof: null, identity: null, collects: false, timed: false },
  };
}

/** Most are well; some are warm from the sun, and cool down; a few are ill. */
function readingsOf({ screening }: Office, chance: Chance): number[] {
  const normal = () => Math.round(chance.between(358, 368)) / 10;
  if (!screening || chance.happens(0.92)) return [normal()];
  const { warnAbove, holdAbove, retests } = screening;
  const hot = () => Math.min(41, Math.round((holdAbove + 0.1 + chance.next() * 1.5) * 10) / 10);
  if (chance.happens(0.4)) return [Math.round((warnAbove + 0.1) * 10) / 10];
  return chance.happens(0.75)
    ? [hot(), ...(retests > 0 ? [normal()] : [])]
    : Array.from({ length: retests + 1 }, hot);
}

/** One in eight asks for a lane, if there is one to ask for. */
function laneOf({ lanes }: Office, chance: Chance): string | null {
  const asked = lanes.slice(1);
  return asked.length > 0 && chance.happens(0.125) ? chance.pick(asked).id : null;
}
