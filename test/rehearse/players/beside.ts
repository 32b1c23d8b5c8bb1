/** Everything of an invented day beside the queue: prepared on the day before, and going on while people come. */
import { type Address, type Api, must, openApi, textOf } from '../hub/api.ts';
import { bearer } from '../hub/hub.ts';
import type { InventedDay, InventedVisit } from '../plan/plan.ts';
import { type AffairsTally, createAffairsTally } from '../tally/asked.ts';
import { type BesideTally, createBesideTally } from '../tally/beside.ts';
import { type Bookers, createBookers } from './bookers.ts';
import { availabilityOf, createHead, type Head } from './head.ts';
import { createLists, type Lists } from './lists.ts';
import type { OfficeClock } from './office-clock.ts';
import { createOutside } from './outside.ts';

export interface Beside {
  readonly affairs: AffairsTally;
  readonly tally: BesideTally;
  /** From here on by this clock. */
  goBy(clock: OfficeClock): void;
  prepare(): Promise<void>;
  /** Resolves when nothing more is planned. */
  play(): Promise<void>;
  lookBack(): Promise<void>;
  /** The code that somebody comes with; null: none. */
  codeFor(visit: InventedVisit): string | null;
  close(): void;
}

export async function openBeside(
  { http, supervisor }: { readonly http: Address; readonly supervisor: Api },
  day: InventedDay,
  clock: OfficeClock,
): Promise<Beside> {
  const issue = async (role: 'integration' | 'kiosk') => {
    const made = await must(supervisor, 'POST', '/tokens', { role, label: `rehearsal bookings (${role})` });
    return openApi(http, bearer(textOf(made, 'token')));
  };
  const [integration, kiosk] = await Promise.all([issue('integration'), issue('kiosk')]);
  const affairs = createAffairsTally();
  const tally = createBesideTally();
  const asker = { clock, affairs };
  const bookers = createBookers(asker, { integration, kiosk });
  const lists = createLists(asker, supervisor, day.office, tally.imports);
  const outside = createOutside({ integration, supervisor }, day.office, tally);
  let head: Head | null = null;
  return {
    ...{ affairs, tally },
    goBy(other) {
      asker.clock = other;
      head = createHead(day, { ...asker, supervisor, kiosk, beside: tally, lists, outside });
    },
    async prepare() {
      await bookBefore(day, bookers);
      const service = day.office.booking?.service;
      if (service !== undefined) tally.availability.push(await availabilityOf(asker, integration, service));
      if (day.affairs.list) await lists.import(day.affairs.list.before);
      await outside.prepare(day.affairs.requests, day.date);
    },
    play: async () => void (await Promise.all([bookMeanwhile(day, bookers, asker.clock), head?.work()])),
    lookBack: async () => void (await head?.lookBack()),
    codeFor: ({ booking, listed }) => codeFor(bookers, lists, booking?.booking ?? null, listed),
    close() {
      for (const api of [integration, kiosk]) api.close();
    },
  };
}

function codeFor(
  bookers: Bookers,
  lists: Lists,
  booking: number | null,
  listed: string | null,
): string | null {
  if (booking !== null) return bookers.codeOf(booking);
  return listed === null ? null : lists.codeOf(listed);
}

async function bookBefore({ affairs, office }: InventedDay, bookers: Bookers): Promise<void> {
  for (const one of affairs.tries) await bookers.attempt(one);
  for (const planned of affairs.bookings) {
    if (planned.madeAt !== null) continue;
    await bookers.make(planned, office.booking?.service ?? '');
    if (planned.later?.at === null) await bookers.change(planned);
  }
}

/** Each does one thing after the other. */
async function bookMeanwhile(
  { affairs, office }: InventedDay,
  bookers: Bookers,
  clock: OfficeClock,
): Promise<void> {
  const each = affairs.bookings.map(async (planned) => {
    const { madeAt, later } = planned;
    if (madeAt !== null) {
      await clock.until(madeAt);
      await bookers.make(planned, office.booking?.service ?? '');
    }
    if (!later || (later.at === null && madeAt === null)) return;
    await clock.until(later.at ?? 0);
    await bookers.change(planned);
  });
  await Promise.all(each);
}
