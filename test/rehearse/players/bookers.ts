/** Those who book: another system, and people at a kiosk; they move, cancel, and try what must be refused. */
import type { Api } from '../hub/api.ts';
import type { PlannedBooking, PlannedTry } from '../plan/affairs.ts';
import { type Asker, askNoted } from './asking.ts';

export interface Bookers {
  make(planned: PlannedBooking, service: string): Promise<void>;
  change(planned: PlannedBooking): Promise<void>;
  attempt(wanted: PlannedTry): Promise<void>;
  /** Null: it was refused, or not made yet. */
  codeOf(booking: number): string | null;
}

const iso = (at: number): string => new Date(at).toISOString();

export function createBookers(asker: Asker, apis: Readonly<Record<PlannedBooking['by'], Api>>): Bookers {
  const codes = new Map<number, string>();

  async function book(
    wanted: PlannedTry & { readonly waitUntil: string | null },
    by: PlannedBooking['by'],
  ): Promise<string | null> {
    const { service, date, slot, people, contact, waitUntil } = wanted;
    const [first] = people;
    const who = people.length === 1 && first ? { name: first.name, birthDate: first.birthDate } : { people };
    const body = {
      ...{ service, date, ...who },
      ...(slot === null ? {} : { slot: iso(slot) }),
      ...(contact === null ? {} : { phone: contact }),
      ...(waitUntil === null ? {} : { orWait: true, waitUntil }),
    };
    const question = { what: 'book', service, date, slot, people, contact, waitUntil, by } as const;
    const reply = await askNoted(asker, apis[by], question, ['POST', '/bookings', body]);
    return typeof reply.body.code === 'string' && reply.status === 201 ? reply.body.code : null;
  }

  return {
    async make(planned, service) {
      const code = await book({ ...planned, service }, planned.by);
      if (code !== null) codes.set(planned.id, code);
    },
    async change({ id, by, later }) {
      const code = codes.get(id);
      if (code === undefined || later === null) return;
      if (later.what === 'cancelled') {
        const question = { what: 'cancel booking', code } as const;
        await askNoted(asker, apis[by], question, ['DELETE', `/bookings/${code}`]);
        return;
      }
      const { date, slot } = later;
      const to = { date, slot: iso(slot) };
      await askNoted(asker, apis[by], { what: 'move', code, date, slot }, ['PATCH', `/bookings/${code}`, to]);
    },
    attempt: async (wanted) => void (await book({ ...wanted, waitUntil: null }, 'integration')),
    codeOf: (booking) => codes.get(booking) ?? null,
  };
}
