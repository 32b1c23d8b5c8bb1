/** What must be there only once: ids, counter numbers, addresses on a line. */
import type { Draft } from './draft.ts';
import { found, type OfficeMistake } from './expected.ts';

type Path = OfficeMistake['path'];

export function repeated(draft: Draft): OfficeMistake[] {
  const serial = draft.serial ?? [];
  return [
    ...(['steps', 'services', 'lanes', 'quotas'] as const).flatMap((part) =>
      twice(
        'id',
        (draft[part] ?? []).map(({ id }, index) => [id, [part, index, 'id']] as const),
      ),
    ),
    ...twice(
      'number',
      (draft.counters ?? []).map(({ number }, index) => [number, ['counters', index, 'number']] as const),
    ),
    ...twice(
      'port',
      serial.map(({ port }, index) => [port, ['serial', index, 'port']] as const),
    ),
    ...twice(
      'device id',
      devices(draft).map(({ id, path }) => [id, [...path, 'id']] as const),
    ),
    ...serial.flatMap((line, index) =>
      twice(
        'address',
        (line.devices ?? []).map(
          ({ address }, at) => [address, ['serial', index, 'devices', at, 'address']] as const,
        ),
      ),
    ),
  ];
}

/** All devices of all lines, with their places. */
export function devices(draft: Draft) {
  return (draft.serial ?? []).flatMap((line, index) =>
    (line.devices ?? []).map((device, at) => ({ ...device, path: ['serial', index, 'devices', at] as Path })),
  );
}

function twice(
  kind: string,
  entries: readonly (readonly [string | number | undefined, Path])[],
): OfficeMistake[] {
  const seen = new Set<string | number>();
  const mistakes: OfficeMistake[] = [];
  for (const [value, path] of entries) {
    if (value === undefined) continue;
    if (seen.has(value)) mistakes.push({ path, message: `the ${kind} ${found(value)} is given twice` });
    seen.add(value);
  }
  return mistakes;
}
