/** PD4: a booking without its people, and the marks by which no list brings them back. */
import type { Bookings } from './bookings.ts';
import { noteReference } from './import/references.ts';

export function forgetPeople(bookings: Bookings, code: string, marks: readonly string[]): void {
  const booking = bookings.all.get(code);
  if (!booking) return;
  noteReference(bookings, booking, false);
  bookings.all.set(code, { ...booking, personal: null });
  for (const mark of marks) bookings.erased.set(mark, code);
}

/** BK12: with the booking its marks are forgotten. */
export function forgetMarks({ erased }: Bookings, code: string): void {
  for (const [mark, of] of erased) if (of === code) erased.delete(mark);
}
