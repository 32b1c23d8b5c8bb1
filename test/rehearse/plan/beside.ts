/** What an invented day has beside its queue, as far as the office has it. A chance of its own leaves the queue as it is. */
import type { Office } from '../../../server/contract/office.ts';
import type { Affairs } from './affairs.ts';
import { slotsOfDay } from './booked-day.ts';
import { planBookings } from './bookings.ts';
import { type Chance, chanceOf } from './chance.ts';
import { planList } from './lists.ts';
import { planRequests } from './offsite.ts';
import type { InventedVisit, Moment } from './plan.ts';

const minute = 60_000;
const looksEvery = 12 * minute;

interface Frame {
  readonly office: Office;
  readonly date: string;
  readonly from: Moment;
  readonly to: Moment;
}

export interface Beside {
  readonly visits: readonly InventedVisit[];
  readonly affairs: Affairs;
}

export function planAffairs(frame: Frame, queue: readonly InventedVisit[], seed: string): Beside {
  const { office, date, from, to } = frame;
  const chance = chanceOf(`${seed} ${office.id} ${date} beside`);
  const rules = office.booking;
  const slots = rules ? slotsOfDay(office, rules, date, from, to) : [];
  const day = rules && slots.length > 0 ? { ...frame, rules, slots, chance } : null;
  const booked = day ? planBookings(day, queue) : { visits: queue, bookings: [], tries: [] };
  const { visits, list } = day
    ? planList(day, booked.visits, from + 4 * minute)
    : { visits: booked.visits, list: null };
  const count = Math.floor((to - from) / looksEvery);
  return {
    visits: peculiarities(visits, office, chance),
    affairs: {
      ...{ bookings: booked.bookings, tries: booked.tries, list },
      requests: planRequests(office, date),
      looks: Array.from({ length: count }, (_, index) => from + (index + 1) * looksEvery),
      closesAt: to - 5 * minute,
    },
  };
}

/** Who shows which identity number, who comes too early for what follows, and who chooses the hourglass. */
function peculiarities(visits: readonly InventedVisit[], office: Office, chance: Chance): InventedVisit[] {
  const numbers: string[] = [];
  return visits.map((visit) => {
    const service = office.services.find(({ id }) => id === visit.service);
    const isAsked = visit.people === 1 && chance.happens(0.3);
    // Some have taken two numbers; they show the same card at both.
    const isSecond = numbers.length > 0 && chance.happens(0.3);
    const identity = isSecond ? chance.pick(numbers) : `32750112260000${String(10 + numbers.length)}`;
    if (isAsked && !isSecond) numbers.push(identity);
    return {
      ...visit,
      identity: isAsked ? identity : null,
      collects: service?.collect !== undefined && chance.happens(0.2),
      timed: chance.happens(0.7),
    };
  });
}
