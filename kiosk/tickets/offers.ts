/** What a key of the kiosk gives now, in a few words: before it is tapped, nobody has to find it out by a refusal. */
import { opening } from '../../display/lib/door.ts';
import { clockTime } from '../../display/lib/format.ts';
import { nameIn } from '../../display/lib/i18n.ts';
import type { KioskTexts } from '../../display/lib/kiosk-texts.ts';
import { rangeAhead, timeAhead } from '../../display/lib/told.ts';
import { dayOf, localDay } from '../../display/lib/when.ts';
import type { KioskView } from '../../server/contract/views.ts';

export type Offer = KioskView['offers'][number];

/** `open`: a number of today. `later`: a number for a later hour, or in another lane. `shut`: none now. */
export interface Note {
  readonly kind: 'open' | 'later' | 'shut';
  readonly lines: readonly string[];
}

interface Words {
  readonly view: KioskView;
  readonly texts: KioskTexts;
  readonly language: string;
  /** Milliseconds of the hub's clock. */
  readonly now: number;
}

/** Of a service in a lane; undefined: nothing is limited. */
export const offerOf = ({ offers }: KioskView, service: string, lane: string): Offer | undefined =>
  offers.find((offer) => offer.service === service && offer.lane === lane);

/** Null: there is nothing to say of it. */
export function noteOf(offer: Offer | undefined, words: Words): Note | null {
  if (!offer) return null;
  const { view, texts, language, now } = words;
  const { offers } = texts.booking;
  const when = () => (offer.at === null ? null : opening(offer.at, now, view.office.timeZone, language));
  switch (offer.state) {
    case 'given':
      return offer.left === null ? null : { kind: 'open', lines: [offers.left(offer.left)] };
    case 'reserved':
      return { kind: 'later', lines: [offers.reserved(hourOf(offer, words))] };
    case 'intake':
      return shut(when(), offers.again, texts.closed);
    case 'closed':
      return shut(when(), offers.opens, texts.closed);
    case 'full':
      return full(offer, words);
  }
}

const shut = (when: string | null, say: (when: string) => string, otherwise: string): Note => ({
  kind: 'shut',
  lines: [when === null ? otherwise : say(when)],
});

function hourOf({ at }: Offer, { view, language, now }: Words): string {
  const zone = view.office.timeZone;
  if (at === null) return '';
  return localDay(at, zone) === localDay(now, zone) ? clockTime(at, zone) : opening(at, now, zone, language);
}

function full({ service, instead, nextDay }: Offer, { view, texts, language }: Words): Note {
  const { offers } = texts.booking;
  if (instead !== null) return { kind: 'later', lines: [offers.instead(laneName(view, instead, language))] };
  const bookable = view.booking?.service === service && nextDay !== null;
  return {
    kind: 'shut',
    lines: [offers.full, ...(bookable ? [offers.bookFor(dayOf(nextDay, language))] : [])],
  };
}

export const laneName = ({ lanes }: KioskView, lane: string, language: string): string =>
  nameIn(lanes.find(({ id }) => id === lane)?.name, language, lane);

/** Of a whole service: what all its lanes have in common, where that is worth a word before the lane is asked. */
export function noteOfService(service: string, words: Words): Note | null {
  const { view } = words;
  const notes = view.lanes.map(({ id }) => noteOf(offerOf(view, service, id), words));
  const [first] = notes;
  if (view.lanes.length === 1) return first ?? null;
  return first && notes.every((note) => note?.kind === 'shut') ? first : null;
}

/** `called`: a range of clock times. `doneBy`: when all is over; null: that time has come. */
export interface Expectation {
  readonly called: string;
  readonly doneBy: string | null;
}

/** FC11: of somebody who takes a number of now; null: nobody can tell, or it would be for another hour. */
export function expectedOf(
  view: KioskView,
  service: string,
  lane: string,
  now: number | null,
): Expectation | null {
  const offer = offerOf(view, service, lane);
  if (offer && offer.state !== 'given') return null;
  const told = view.waiting.find((one) => one.service === service && one.lane === lane)?.estimate ?? null;
  const zone = view.office.timeZone;
  const called = rangeAhead(told, now, zone);
  return called === null ? null : { called, doneBy: timeAhead(told?.homeBy ?? null, now, zone) };
}
