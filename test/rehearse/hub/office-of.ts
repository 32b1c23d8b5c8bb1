/** An office as plain JSON, as the hub gives it, checked for what a rehearsal needs of it. */
import type { Office } from '../../../server/contract/office.ts';

export function officeFrom(value: unknown, source: string): { office: Office; source: string } {
  const office = value as Office | null;
  if (!Array.isArray(office?.services) || !Array.isArray(office.counters) || !Array.isArray(office.steps))
    throw new Error('the hub gave no office');
  return { office, source };
}
