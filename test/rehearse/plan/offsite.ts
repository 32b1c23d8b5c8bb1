/** Visits outside the office: one that lacks something, one that is refused, and two that a trip is made for. */
import type { Office } from '../../../server/contract/office.ts';
import type { PlannedRequest } from './affairs.ts';
import { personOf } from './booked-day.ts';

export function planRequests(office: Office, date: string): PlannedRequest[] {
  return office.services
    .filter(({ offsite }) => offsite)
    .flatMap(({ id, requires = [] }): PlannedRequest[] => {
      // Where nobody can be reached, nobody applies.
      const people = requires.includes('contact')
        ? [personOf(`Pemohon ${id} 1`, 71, date), personOf(`Pemohon ${id} 2`, 44, date)]
        : [];
      const good = { service: id, people, without: null } as const;
      const [missing] = [...requires].reverse();
      return [
        ...(missing ? [{ ...good, without: missing, decision: 'accept' } as const] : []),
        { ...good, decision: 'refuse' },
        { ...good, decision: 'accept' },
        { ...good, people: people.slice(0, 1), decision: 'accept' },
      ];
    });
}
