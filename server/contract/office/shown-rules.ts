/** Whether boards exist that notices, media and sound cards name, and whether a notice has a day on which it is shown. */
import type { Draft } from './draft.ts';
import { found, type OfficeMistake, unknownName } from './expected.ts';

type Path = OfficeMistake['path'];

export function shownWrongly(draft: Draft): OfficeMistake[] {
  return [...zones(draft), ...spans(draft)];
}

/** A zone is what counters name so: without one it is a slip of the pen, and nobody would ever see or hear it. */
function zones({ counters, notices = [], media = [], voice }: Draft): OfficeMistake[] {
  const written = counters?.map(({ zone }) => zone).filter((zone) => zone !== undefined);
  const known = new Set(written?.filter((zone) => typeof zone === 'string'));
  // What cannot be read may be the zone that is named.
  if (!written?.every((zone) => typeof zone === 'string')) return [];
  const named: [zone: string | undefined, path: Path][] = [
    ...notices.map(({ zone }, index) => [zone, ['notices', index, 'zone']] as [string | undefined, Path]),
    ...media.map(({ zone }, index) => [zone, ['media', index, 'zone']] as [string | undefined, Path]),
    ...(voice?.jacks ?? []).map(
      ({ zone }, index) => [zone, ['voice', 'jacks', index, 'zone']] as [string | undefined, Path],
    ),
  ];
  return named.flatMap(([zone, path]) =>
    zone === undefined || known.has(zone) ? [] : [{ path, message: unknownZone(zone, [...known]) }],
  );
}

const unknownZone = (zone: string, known: readonly string[]): string =>
  known.length === 0
    ? `expected no zone, since no counter has one, found ${found(zone)}`
    : unknownName('zones', zone, known);

function spans({ notices = [] }: Draft): OfficeMistake[] {
  return notices.flatMap(({ from, until }, index) =>
    from === undefined || until === undefined || from <= until
      ? []
      : [
          {
            path: ['notices', index, 'until'],
            message: `expected a date not before "from" (${found(from)}), found ${found(until)}`,
          },
        ],
  );
}
