/** The head of the office: looks at quotas, releases places, settles claims, imports the list again, closes the day. */
import type { ClaimAnswer } from '../../../server/contract/http-bookings.ts';
import type { Office } from '../../../server/contract/office.ts';
import { type Api, must } from '../hub/api.ts';
import { mostOf, regularOf } from '../plan/places.ts';
import type { InventedDay } from '../plan/plan.ts';
import type { QuotaLook } from '../tally/asked.ts';
import type { BesideTally } from '../tally/beside.ts';
import type { SeenAtEnd } from '../tally/compare-bookings.ts';
import type { SeenAvailability } from '../tally/compare-places.ts';
import { type Asker, askNoted } from './asking.ts';
import type { Lists } from './lists.ts';
import type { Outside } from './outside.ts';

export interface Head {
  /** Resolves when there is nothing more to do. */
  work(): Promise<void>;
  /** When all is over: a last look at everything. */
  lookBack(): Promise<void>;
}

interface Around extends Asker {
  readonly supervisor: Api;
  readonly kiosk: Api;
  readonly beside: BesideTally;
  readonly lists: Lists;
  readonly outside: Outside;
}

const released = 3;

export function createHead(day: InventedDay, around: Around): Head {
  const { office, date, affairs: plan } = day;
  const { clock, affairs, supervisor, kiosk, beside, lists, outside } = around;
  const releases = new Set<string>();

  async function look(on = date): Promise<QuotaLook['quotas']> {
    const from = clock.now();
    const body = await must(supervisor, 'GET', `/quotas?date=${on}`);
    const quotas = body as unknown as QuotaLook['quotas'];
    affairs.looked({ span: { from, to: clock.now() }, quotas });
    return quotas;
  }

  /** Once for each quota that is full: a few places more, and then more than there may be. */
  async function releaseFor(quotas: QuotaLook['quotas']): Promise<void> {
    for (const { id, left } of quotas) {
      const quota = office.quotas.find((one) => one.id === id);
      const mayBe = quota ? mostOf(quota, date) - regularOf(quota, date) : 0;
      if (!quota || mayBe <= 0 || left.walkIn > 0 || releases.has(id)) continue;
      releases.add(id);
      for (const places of [Math.min(released, mayBe), mayBe + 1]) {
        const question = { what: 'release', quota: id, date, places } as const;
        const body = { places, reason: 'antrean panjang', date };
        await askNoted(around, supervisor, question, ['POST', `/quotas/${id}/release`, body]);
      }
    }
  }

  async function settleClaims(): Promise<void> {
    const { claims } = (await must(supervisor, 'GET', '/claims')) as unknown as { claims: ClaimAnswer[] };
    for (const claim of claims) {
      const isRefund = beside.closings.length % 2 === 1;
      const reference = isRefund ? `KK-${100 + beside.closings.length}` : null;
      const as = isRefund ? 'refunded' : 'not-charged';
      const body = { as, ...(reference === null ? {} : { reference }) };
      const { status } = await supervisor.ask('POST', `/claims/${claim.id}/close`, body);
      beside.closings.push({ claim, as, reference, status });
    }
  }

  async function lookAround(): Promise<void> {
    for (const at of plan.looks) {
      await clock.until(at);
      if (office.quotas.length > 0) await releaseFor(await look());
      if (owesAnything(office)) await settleClaims();
    }
  }

  async function importAgain(): Promise<void> {
    if (!plan.list) return;
    await clock.until(plan.list.againAt);
    await lists.import(plan.list.again);
  }

  async function closeDay(): Promise<void> {
    await outside.enterResults(date, clock.now());
    if (plan.closesAt === null) return;
    await clock.until(plan.closesAt);
    const from = clock.now();
    await must(supervisor, 'POST', '/day/close', {});
    beside.closed = { from, to: clock.now() };
    await comeTooLate();
  }

  /** Somebody wants a number when none is given any more. */
  async function comeTooLate(): Promise<void> {
    const service = office.services.find(({ offsite }) => !offsite)?.id ?? '';
    const question = { what: 'ticket', service, lane: null, people: 1 } as const;
    await askNoted(around, kiosk, question, ['POST', '/tickets', { service }]);
  }

  async function lookAtBookings(): Promise<void> {
    const service = office.booking?.service;
    if (service === undefined) return;
    const dates = [...affairs.bookings.values()].flatMap(({ steps }) => steps.map((step) => step.date));
    for (const on of new Set(dates)) {
      const from = clock.now();
      const told = await must(supervisor, 'GET', `/bookings?date=${on}`);
      beside.ends.push({ ...(told as unknown as SeenAtEnd), span: { from, to: clock.now() } });
    }
    beside.availability.push(await availabilityOf(around, supervisor, service));
  }

  return {
    work: async () => void (await Promise.all([lookAround(), importAgain(), closeDay()])),
    async lookBack() {
      await lookAtBookings();
      if (owesAnything(office)) {
        await settleClaims();
        const all = await must(supervisor, 'GET', '/claims?open=all');
        beside.claims = (all as unknown as { claims: ClaimAnswer[] }).claims;
      }
      if (office.quotas.length > 0) await look();
    },
  };
}

/** What anybody is told that can be booked. */
export async function availabilityOf({ clock }: Asker, api: Api, service: string): Promise<SeenAvailability> {
  const from = clock.now();
  const rows = await must(api, 'GET', `/availability?service=${service}&days=5`);
  const span = { from, to: clock.now() };
  return { span, service, rows: rows as unknown as SeenAvailability['rows'] };
}

const owesAnything = ({ steps }: Office): boolean => steps.some(({ otherwise }) => otherwise === 'free');
