/** Places as the hub told them, on quotas, boards and at what can be booked, against our own account of them. */
import type { KioskView, LobbyView } from '../../../server/contract/views.ts';
import { quotasFor } from '../plan/places.ts';
import type { QuotaLook } from './asked.ts';
import { type Difference, one } from './difference.ts';
import { type Account, type Bounds, leftDuring, leftOfQuota, totalDuring, usedDuring } from './places.ts';
import type { Span } from './seen.ts';

/** `GET /availability`. */
export interface SeenAvailability {
  readonly span: Span;
  readonly service: string;
  readonly rows: readonly {
    readonly date: string;
    readonly free: number | null;
    readonly slots: readonly unknown[];
  }[];
}

const within = (where: string, bounds: Bounds, there: number): Difference[] =>
  there >= bounds.least && there <= bounds.most
    ? []
    : one(
        where,
        bounds.least === bounds.most ? `${bounds.least}` : `${bounds.least} to ${bounds.most}`,
        `${there}`,
      );

export function compareLooks(looks: readonly QuotaLook[], account: Account): Difference[] {
  return looks.flatMap(({ span, quotas }) => {
    const at = new Date(span.from).toISOString();
    return quotas.flatMap(({ id, date, total, used, left }) => {
      const quota = account.office.quotas.find((each) => each.id === id);
      if (!quota) return one(`quota ${id}`, 'not of this office', 'shown');
      const own = leftOfQuota(account, quota, date, span);
      const taken = usedDuring(account, quota, date, span, null);
      return [
        ...within(`quota ${id} at ${at}, total`, totalDuring(account, quota, date, span), total),
        ...(['booking', 'walkIn'] as const).flatMap((channel) => [
          ...within(`quota ${id} at ${at}, used (${channel})`, taken[channel], used[channel]),
          ...within(`quota ${id} at ${at}, left (${channel})`, own[channel], left[channel]),
        ]),
      ];
    });
  });
}

export function compareAvailability(seen: readonly SeenAvailability[], account: Account): Difference[] {
  return seen.flatMap(({ span, service, rows }) =>
    rows.flatMap(({ date, free, slots }) => {
      const lane = account.office.lanes[0]?.id ?? '';
      const bounds = leftDuring(account, { service, lane }, date, 'booking', span);
      if (slots.length === 0) return one(`free places of ${date}`, '0', String(free));
      if (bounds === null) return one(`free places of ${date}`, 'not limited', String(free ?? 'not limited'));
      return within(`free places of ${date}`, bounds, free ?? Infinity);
    }),
  );
}

/** The last view of a board that shows places: nothing has changed since. */
export interface SeenPlaces {
  readonly name: string;
  readonly places: LobbyView['places'] | undefined;
  readonly offers?: KioskView['offers'] | undefined;
}

/** @param span after everything was over */
export function comparePlaces(
  boards: readonly SeenPlaces[],
  date: string,
  span: Span,
  account: Account,
): Difference[] {
  const { office } = account;
  return boards.flatMap(({ name, places, offers }) => [
    ...(places === undefined
      ? []
      : office.lanes.flatMap(({ id: lane }) => {
          const bounds = leftIn(lane, date, span, account);
          const shown = places.find((place) => place.lane === lane)?.left;
          const where = `${name}, places left in ${lane}`;
          if (bounds === null || shown === undefined)
            return one(
              where,
              bounds === null ? 'none named' : 'named',
              shown === undefined ? 'none named' : 'named',
            );
          return within(where, bounds, shown);
        })),
    ...(offers ?? []).flatMap(({ service, lane, left }) => {
      const bounds = leftDuring(account, { service, lane }, date, 'walkIn', span);
      const where = `${name}, places left for ${service} in ${lane}`;
      if (bounds === null || left === null)
        return one(
          where,
          bounds === null ? 'not limited' : 'limited',
          left === null ? 'not limited' : 'limited',
        );
      return within(where, bounds, left);
    }),
  ]);
}

/** Of all services of the lane; those that share their quotas count once. */
function leftIn(lane: string, date: string, span: Span, account: Account): Bounds | null {
  const groups = new Map<string, Bounds>();
  for (const { id: service, offsite } of account.office.services) {
    const bounds = offsite ? null : leftDuring(account, { service, lane }, date, 'walkIn', span);
    const quotas = quotasFor(account.office, service, lane).map(({ id }) => id);
    if (bounds !== null) groups.set(quotas.join(' '), bounds);
  }
  if (groups.size === 0) return null;
  const sum = (of: (bounds: Bounds) => number) =>
    [...groups.values()].reduce((total, one) => total + of(one), 0);
  return { least: sum(({ least }) => least), most: sum(({ most }) => most) };
}
