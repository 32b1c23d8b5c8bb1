/** What must be refused when it is booked, and what is just allowed before it. */
import type { PlannedTry } from './affairs.ts';
import { type Day, otherDates, personOf } from './booked-day.ts';
import { daysLater } from './office-hours.ts';

const minute = 60_000;

/** Too many, too far, at no time, of another service; and the same contact twice. */
export function triesOf({ office, rules, date, chance }: Day): PlannedTry[] {
  const other = otherDates({ office, rules, date });
  const [, second] = other;
  if (!second) return [];
  const slot = chance.pick(second.slots);
  const base = { service: rules.service, date: second.date, slot, contact: null };
  const one = [personOf('Pemohon Coba', 30, date)];
  const many = Array.from({ length: rules.party + 1 }, (_, index) =>
    personOf(`Rombongan ${index}`, 30, date),
  );
  const far = daysLater(date, rules.horizon + 3);
  const unbooked = office.services.find(({ id, offsite }) => id !== rules.service && !offsite);
  const contact = '+628199900001';
  return [
    { ...base, people: many },
    { ...base, people: one, date: far, slot: null },
    { ...base, people: one, slot: slot + 7 * minute },
    ...(unbooked ? [{ ...base, people: one, service: unbooked.id }] : []),
    ...Array.from({ length: rules.perContact + 1 }, () => ({ ...base, people: one, contact })),
  ];
}
