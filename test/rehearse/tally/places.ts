/** How many places are taken, at the least and at the most, while something was being answered. */
import type { Office } from '../../../server/contract/office.ts';
import { type Channel, mostOf, type Quota, quotasFor, regularOf } from '../plan/places.ts';
import type { Span } from './seen.ts';

export interface PlaceChange {
  readonly date: string;
  readonly service: string;
  readonly lane: string;
  readonly channel: Channel;
  /** Negative: given back. */
  readonly people: number;
  readonly span: Span;
  /** Happened at a moment of the hub's own clock, which ours may be apart from. */
  readonly byItself: boolean;
  /** Of the booking or the ticket. */
  readonly code: string;
  /** The place at one time. */
  readonly slot: number | null;
}

export interface Release {
  readonly quota: string;
  readonly date: string;
  readonly places: number;
  readonly span: Span;
}

export interface Account {
  readonly office: Office;
  readonly changes: readonly PlaceChange[];
  readonly releases: readonly Release[];
  /** How far our clock may be from the hub's. */
  readonly slack: number;
}

export interface Bounds {
  readonly least: number;
  readonly most: number;
}

type Both = Readonly<Record<Channel, Bounds>>;

/** @param but a booking or a ticket that is not counted, as it is what is being asked about */
export function usedDuring(
  account: Account,
  quota: Quota,
  date: string,
  span: Span,
  but: string | null,
): Both {
  const counts = { booking: { least: 0, most: 0 }, walkIn: { least: 0, most: 0 } };
  for (const change of account.changes) {
    const { code, channel, people } = change;
    if (change.date !== date || code === but) continue;
    if (!quota.services.includes(change.service) || !quota.lanes.includes(change.lane)) continue;
    count(counts[channel], people, whenOf(change, span, account.slack));
  }
  return counts;
}

type When = 'before' | 'meanwhile' | 'after';

function whenOf(
  { span, byItself }: Pick<PlaceChange, 'span' | 'byItself'>,
  asked: Span,
  slack: number,
): When {
  const apart = byItself ? slack : 0;
  if (span.to + apart <= asked.from) return 'before';
  return span.from - apart >= asked.to ? 'after' : 'meanwhile';
}

function count(bounds: { least: number; most: number }, people: number, when: When): void {
  if (when === 'before' || (when === 'meanwhile' && people > 0)) bounds.most += people;
  if (when === 'before' || (when === 'meanwhile' && people < 0)) bounds.least += people;
}

export function totalDuring({ releases }: Account, quota: Quota, date: string, span: Span): Bounds {
  const bounds = { least: regularOf(quota, date), most: regularOf(quota, date) };
  for (const release of releases) {
    if (release.quota !== quota.id || release.date !== date) continue;
    count(bounds, release.places, whenOf({ span: release.span, byItself: false }, span, 0));
  }
  const most = mostOf(quota, date);
  return { least: Math.min(bounds.least, most), most: Math.min(bounds.most, most) };
}

/** Of one quota: what the shares leave to a channel. */
export function leftOfQuota(
  account: Account,
  quota: Quota,
  date: string,
  span: Span,
  but: string | null = null,
): Both {
  const used = usedDuring(account, quota, date, span, but);
  const total = totalDuring(account, quota, date, span);
  const { share = { booking: 0, walkIn: 0 } } = quota;
  const left = (own: Channel, other: Channel): Bounds => ({
    least: Math.max(0, total.least - used[own].most - Math.max(used[other].most, share[other])),
    most: Math.max(0, total.most - used[own].least - Math.max(used[other].least, share[other])),
  });
  return { booking: left('booking', 'walkIn'), walkIn: left('walkIn', 'booking') };
}

export interface Wanted {
  readonly service: string;
  readonly lane: string;
}

/** Null: no quota applies. */
export function leftDuring(
  account: Account,
  { service, lane }: Wanted,
  date: string,
  channel: Channel,
  span: Span,
  but: string | null = null,
): Bounds | null {
  const all = quotasFor(account.office, service, lane).map(
    (quota) => leftOfQuota(account, quota, date, span, but)[channel],
  );
  if (all.length === 0) return null;
  return {
    least: Math.min(...all.map(({ least }) => least)),
    most: Math.min(...all.map(({ most }) => most)),
  };
}

/** `close`: what we saw cannot decide. */
export function fits(bounds: Bounds | null, people: number): 'yes' | 'no' | 'close' {
  if (bounds === null || bounds.least >= people) return 'yes';
  return bounds.most < people ? 'no' : 'close';
}
