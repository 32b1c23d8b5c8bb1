/** How many are served and where: quotas and counters. */
import { distinct, group, list, whole } from './shapes.ts';
import { direction } from './shown.ts';
import { idText, writtenName } from './values.ts';

const places = whole(0, 100_000);
const extraPlaces = places.exactOptional();

/** Places of a date; a booking or a walk-in takes one per person from every quota that applies to it. */
export const quota = group({
  id: idText,
  /** Absent: all that are not off-site. */
  services: distinct(idText, 'services').exactOptional(),
  /** Absent: all. */
  lanes: distinct(idText, 'lanes').exactOptional(),
  perDay: places,
  /** Added to `perDay` on these days of the week. */
  extra: group({
    mon: extraPlaces,
    tue: extraPlaces,
    wed: extraPlaces,
    thu: extraPlaces,
    fri: extraPlaces,
    sat: extraPlaces,
    sun: extraPlaces,
  }).exactOptional(),
  /** So many in all when the supervisor releases more. Absent: no more than `perDay` and `extra`. */
  upTo: places.exactOptional(),
  /** So many of `perDay` for bookings, so many for those who just come. Absent: whoever is first. */
  share: group({ booking: places, walkIn: places }).exactOptional(),
  /** The lane in which one still gets a number. */
  whenFull: idText.exactOptional(),
});

export const counter = group({
  number: whole(1, 999),
  /** Absent: only the number is shown. */
  name: writtenName.exactOptional(),
  steps: distinct(idText, 'steps', 1, 20),
  /** Absent: all. */
  lanes: distinct(idText, 'lanes', 1, 20).exactOptional(),
  /** The part of the building whose boards and voice call for it. Absent: all of them. */
  zone: idText.exactOptional(),
  /** Where it is, seen from the boards of its zone. */
  direction: direction.exactOptional(),
});

export const quotas = list(quota, 'quotas', 0);
export const counters = list(counter, 'counters', 1, 99);
