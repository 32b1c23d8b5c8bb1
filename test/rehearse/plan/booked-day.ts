/** The frame of a day on which one service can be booked: its dates, its times, and who books. */
import type { Office } from '../../../server/contract/office.ts';
import type { Person } from './affairs.ts';
import type { Chance } from './chance.ts';
import { daysLater, isServedOn, laneNamed, serviceNamed, slotsOf } from './office-hours.ts';
import type { Moment } from './plan.ts';

export type Rules = NonNullable<Office['booking']>;

export interface Day {
  readonly office: Office;
  readonly rules: Rules;
  readonly date: string;
  readonly from: Moment;
  readonly to: Moment;
  /** Times of the date that can be booked and are played. */
  readonly slots: readonly Moment[];
  readonly chance: Chance;
}

/** Somebody of this age on the date, more or less. */
export function personOf(name: string, age: number, date: string): Person {
  return { name, birthDate: `${Number(date.slice(0, 4)) - age}-03-14` };
}

/** The next dates that can be booked: the first is for the waiting list, the second for those who come on the wrong day. */
export function otherDates({ office, rules, date }: Pick<Day, 'office' | 'rules' | 'date'>) {
  const service = serviceNamed(office, rules.service);
  const days = Math.floor(rules.horizon);
  const dates = Array.from({ length: days }, (_, index) => daysLater(date, index + 1));
  return dates
    .filter((one) => isServedOn(office, service, one))
    .map((one) => ({ date: one, slots: slotsOf(office, service, laneNamed(office, null), one) }))
    .filter(({ slots }) => slots.length > 0);
}

export const slotsOfDay = (office: Office, rules: Rules, date: string, from: Moment, to: Moment): Moment[] =>
  slotsOf(office, serviceNamed(office, rules.service), laneNamed(office, null), date).filter(
    (slot) => slot >= from && slot < to,
  );
