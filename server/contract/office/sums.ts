/** Whether the numbers of a quota add up. */
import type { Draft } from './draft.ts';
import type { OfficeMistake } from './expected.ts';

type Quota = NonNullable<Draft['quotas']>[number];

export function sums({ quotas = [] }: Draft): OfficeMistake[] {
  return quotas.flatMap((quota, index) =>
    [shares(quota), release(quota), overflow(quota)].flatMap((mistake) =>
      mistake === undefined ? [] : [{ path: ['quotas', index, mistake.key], message: mistake.message }],
    ),
  );
}

interface Misfit {
  readonly key: keyof Quota;
  readonly message: string;
}

function shares({ perDay, share }: Quota): Misfit | undefined {
  const { booking, walkIn } = share ?? {};
  if (perDay === undefined || booking === undefined || walkIn === undefined) return undefined;
  const sum = booking + walkIn;
  if (sum <= perDay) return undefined;
  return { key: 'share', message: `expected shares of together at most perDay (${perDay}), found ${sum}` };
}

function release({ perDay, extra, upTo }: Quota): Misfit | undefined {
  if (perDay === undefined || upTo === undefined) return undefined;
  const most =
    perDay + Math.max(0, ...Object.values(extra ?? {}).filter((places) => typeof places === 'number'));
  if (upTo >= most) return undefined;
  return {
    key: 'upTo',
    message: `expected at least ${most}, what a day has without a release, found ${upTo}`,
  };
}

function overflow({ lanes, whenFull }: Quota): Misfit | undefined {
  if (whenFull === undefined || (lanes !== undefined && !lanes.includes(whenFull))) return undefined;
  return { key: 'whenFull', message: `expected a lane that this quota does not count, found "${whenFull}"` };
}
