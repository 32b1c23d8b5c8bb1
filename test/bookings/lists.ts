/** Lists of bookings as text or bytes, read with the services and lanes of one office. */
import { expect } from 'vitest';
import type {
  BookingLine,
  LineMistake,
  ListOptions,
} from '../../server/adapters/booking-list/booking-line.ts';
import { readBookingList } from '../../server/adapters/booking-list/read-booking-list.ts';

export const office: ListOptions = {
  services: ['passport', 'collect'],
  serviceNames: {
    passport: { id: 'Paspor Baru', en: 'New passport' },
    collect: { id: 'Pengambilan', en: 'Collection' },
  },
  lanes: ['regular', 'priority'],
  laneNames: { priority: { id: 'Prioritas', en: 'Priority' } },
};

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export const readList = (list: string | Uint8Array, options: Partial<ListOptions> = {}) =>
  readBookingList(typeof list === 'string' ? bytesOf(list) : list, { ...office, ...options });

/** The bookings of a list without mistakes. */
export function bookings(list: string | Uint8Array, options: Partial<ListOptions> = {}): BookingLine[] {
  const read = readList(list, options);
  expect(read).toMatchObject({ ok: true, mistakes: [] });
  return read.ok ? read.lines : [];
}

/** The mistakes of a list whose columns are all there. */
export function mistakes(list: string | Uint8Array, options: Partial<ListOptions> = {}): LineMistake[] {
  const read = readList(list, options);
  expect(read).toMatchObject({ ok: true });
  return read.ok ? read.mistakes : [];
}

/** Why nothing of a list can be used. */
export function refusedAs(list: string | Uint8Array, options: Partial<ListOptions> = {}): string {
  const read = readList(list, options);
  expect(read).toMatchObject({ ok: false });
  return read.ok ? '' : read.message;
}
