/** What could not be kept: a level that is never reached, an order without its condition. */
import type { Draft } from './draft.ts';
import type { OfficeMistake } from './expected.ts';
import { serialLines } from './serial-rules.ts';

export function unkept(draft: Draft): OfficeMistake[] {
  return [
    ...levels(draft),
    ...hourglasses(draft),
    ...prefixes(draft),
    ...priorities(draft),
    ...offsiteBooking(draft),
    ...serialLines(draft),
  ];
}

function levels({ screening }: Draft): OfficeMistake[] {
  const { warnAbove, holdAbove } = screening ?? {};
  if (warnAbove === undefined || holdAbove === undefined || warnAbove < holdAbove) return [];
  return [
    {
      path: ['screening', 'holdAbove'],
      message: `expected more than warnAbove (${warnAbove}), found ${holdAbove}`,
    },
  ];
}

function hourglasses({ steps = [] }: Draft): OfficeMistake[] {
  return steps.flatMap(({ within, otherwise, optIn }, index) => {
    if (within !== undefined || (otherwise === undefined && optIn !== true)) return [];
    const key = otherwise === undefined ? 'optIn' : 'otherwise';
    return [
      { path: ['steps', index, key], message: 'expected "within" beside it: how long the step may take' },
    ];
  });
}

function prefixes({ services = [] }: Draft): OfficeMistake[] {
  return services.flatMap(({ id, steps, prefix, offsite }, index) => {
    const unreadable = id === undefined && steps === undefined;
    if (unreadable || prefix !== undefined || offsite === true) return [];
    const message = 'missing: expected a prefix of 1 to 3 capital letters; only an off-site service has none';
    return [{ path: ['services', index, 'prefix'], message }];
  });
}

function priorities({ lanes = [] }: Draft): OfficeMistake[] {
  return lanes.flatMap(({ first, atMost }, index) =>
    atMost === undefined || (first !== undefined && first !== false)
      ? []
      : [
          {
            path: ['lanes', index, 'atMost'],
            message: 'expected "first: true" beside it: it limits what goes first',
          },
        ],
  );
}

function offsiteBooking({ booking, services = [] }: Draft): OfficeMistake[] {
  const booked = services.find(({ id }) => id !== undefined && id === booking?.service);
  if (booked?.offsite !== true) return [];
  return [
    { path: ['booking', 'service'], message: `expected a service of the office; ${booked.id} is off-site` },
  ];
}
