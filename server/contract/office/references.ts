/** Whether everything that is referred to exists. */
import type { Draft } from './draft.ts';
import { type OfficeMistake, unknownKey, unknownName } from './expected.ts';
import { devices } from './repeated.ts';

type Path = OfficeMistake['path'];
type Words = readonly (string | undefined)[] | undefined;

export function unknownReferences(draft: Draft): OfficeMistake[] {
  return [
    ...ofServices(draft),
    ...ofQuotas(draft),
    ...ofCounters(draft),
    ...ofOutcomes(draft),
    ...ofNames(draft),
  ];
}

function ofServices(draft: Draft): OfficeMistake[] {
  const step = checker(
    'steps',
    draft.steps?.map(({ id }) => id),
  );
  const service = serviceChecker(draft);
  return [
    ...(draft.services ?? []).flatMap(({ steps, collect }, index) => [
      ...each(step, steps, ['services', index, 'steps']),
      ...service(collect?.service, ['services', index, 'collect', 'service']),
    ]),
    ...service(draft.booking?.service, ['booking', 'service']),
  ];
}

function ofQuotas(draft: Draft): OfficeMistake[] {
  const service = serviceChecker(draft);
  const lane = laneChecker(draft);
  return (draft.quotas ?? []).flatMap((quota, index) => [
    ...each(service, quota.services, ['quotas', index, 'services']),
    ...each(lane, quota.lanes, ['quotas', index, 'lanes']),
    ...lane(quota.whenFull, ['quotas', index, 'whenFull']),
  ]);
}

function ofCounters(draft: Draft): OfficeMistake[] {
  const step = checker(
    'steps',
    draft.steps?.map(({ id }) => id),
  );
  const lane = laneChecker(draft);
  const counter = checker(
    'counters',
    draft.counters?.map(({ number }) => number),
  );
  return [
    ...(draft.counters ?? []).flatMap(({ steps, lanes }, index) => [
      ...each(step, steps, ['counters', index, 'steps']),
      ...each(lane, lanes, ['counters', index, 'lanes']),
    ]),
    ...devices(draft).flatMap((device) => counter(device.counter, [...device.path, 'counter'])),
  ];
}

function ofOutcomes(draft: Draft): OfficeMistake[] {
  const step = checker(
    'steps',
    draft.steps?.map(({ id }) => id),
  );
  return Object.keys(draft.outcomes ?? {}).flatMap((id) => step(id, ['outcomes', id]));
}

/** A name in a language that the office does not have is a slip of the pen, or a language that was forgotten above. */
function ofNames(draft: Draft): OfficeMistake[] {
  const written = draft.languages ?? ['id', 'en'];
  const languages = written.filter((language) => language !== undefined);
  if (languages.length === 0 || languages.length !== written.length) return [];
  const names: [unknown, Path][] = [[draft.name, ['name']]];
  for (const part of ['steps', 'services', 'lanes', 'counters'] as const)
    for (const [index, thing] of (draft[part] ?? []).entries())
      names.push([thing.name, [part, index, 'name']]);
  for (const [index, { text }] of (draft.notices ?? []).entries())
    names.push([text, ['notices', index, 'text']]);
  return names.flatMap(([name, path]) =>
    languagesOf(name)
      .filter((language) => !languages.includes(language))
      .map((language) => ({ path: [...path, language], message: unknownLanguage(language, languages) })),
  );
}

function unknownLanguage(language: string, languages: readonly string[]): string {
  return `${unknownKey(language, languages)} (the languages of the office)`;
}

function languagesOf(name: unknown): string[] {
  return typeof name === 'object' && name !== null && !Array.isArray(name) ? Object.keys(name) : [];
}

type Check = (reference: string | number | undefined, path: Path) => OfficeMistake[];

/** Judges references to `known`; none at all when some of the known cannot be read. */
function checker(kind: string, known: readonly (string | number | undefined)[] | undefined): Check {
  const names = known?.filter((name) => name !== undefined) ?? [];
  if (names.length === 0 || names.length !== known?.length) return () => [];
  return (reference, path) =>
    reference === undefined || names.includes(reference)
      ? []
      : [{ path, message: unknownName(kind, reference, names) }];
}

function serviceChecker(draft: Draft): Check {
  return checker(
    'services',
    draft.services?.map(({ id }) => id),
  );
}

function laneChecker(draft: Draft): Check {
  return checker(
    'lanes',
    draft.lanes?.map(({ id }) => id),
  );
}

function each(check: Check, words: Words, path: Path): OfficeMistake[] {
  return (words ?? []).flatMap((word, index) => check(word, [...path, index]));
}
