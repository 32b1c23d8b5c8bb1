/** Who comes again: from which date what follows a visit is there, and with what somebody was sent away. */
import type { TicketView } from '../../../server/contract/views.ts';
import { dateAfterDays, serviceNamed } from '../plan/office-hours.ts';
import type { InventedDay } from '../plan/plan.ts';
import { type Difference, one } from './difference.ts';
import type { Recorded } from './recorded.ts';
import type { Tally } from './tally.ts';

interface SeenPhone {
  readonly code: string;
  readonly views: readonly TicketView[];
}

export function compareComebacks(
  { office, date }: Pick<InventedDay, 'office' | 'date'>,
  { visits }: Pick<Tally, 'visits'>,
  phones: readonly SeenPhone[],
  { follows }: Pick<Recorded, 'follows'>,
): Difference[] {
  return [...visits.values()].flatMap(({ code, number, service, state }) => {
    const next = office.services.find(({ id }) => id === service)?.collect;
    if (state !== 'done' || !next) return [];
    const days = dateAfterDays(office, serviceNamed(office, next.service), date, next.after, next.of);
    const from = next.from === 'paid' ? null : days;
    const last = phones.find((phone) => phone.code === code)?.views.at(-1);
    const shown = last?.state === 'done' ? (last.collect?.from ?? 'nothing') : (from ?? 'nothing');
    const where = `what follows ${number}, from`;
    return [
      ...one(where, from ?? 'not known', follows.has(code) ? (follows.get(code) ?? 'not known') : 'nothing'),
      ...one(`${where}, on the phone`, from ?? 'nothing', shown),
    ];
  });
}
