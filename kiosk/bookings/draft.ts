/** What is typed into the form of a booking, and the request it becomes. */
import type { BookingBody } from '../../server/contract/http-bookings.ts';

export interface PersonDraft {
  readonly key: number;
  name: string;
  birthDate: string;
}

export interface BookingDraft {
  date: string;
  /** ISO 8601; empty: none chosen. */
  slot: string;
  /** Empty: the first lane, which nobody has to ask for. */
  lane: string;
  people: PersonDraft[];
  phone: string;
  details: string;
  orWait: boolean;
  waitUntil: string;
}

export const nobodyYet = (key: number): PersonDraft => ({ key, name: '', birthDate: '' });

export const emptyDraft = (): BookingDraft => ({
  date: '',
  slot: '',
  lane: '',
  people: [nobodyYet(0)],
  phone: '',
  details: '',
  orWait: false,
  waitUntil: '',
});

/** What is empty is left out: the hub takes no empty texts. */
export function bodyOf(service: string, draft: BookingDraft): BookingBody {
  const { date, slot, lane, people, phone, details, orWait, waitUntil } = draft;
  return {
    service,
    date,
    ...(slot === '' ? {} : { slot }),
    ...(lane === '' ? {} : { lane }),
    people: people.map(({ name, birthDate }) => ({ name: name.trim(), birthDate })),
    ...(phone.trim() === '' ? {} : { phone: phone.trim() }),
    ...(details.trim() === '' ? {} : { details: details.trim() }),
    ...(orWait ? { orWait, ...(waitUntil === '' ? {} : { waitUntil }) } : {}),
  };
}
