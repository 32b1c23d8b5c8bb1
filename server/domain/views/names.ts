/** The names of what a view speaks of, in every language of the office. */
import type { Office } from '../../contract/office.ts';
import type { Name } from '../../contract/values.ts';

export interface Names {
  readonly steps: Record<string, Name>;
  readonly services: Record<string, Name>;
  readonly lanes: Record<string, Name>;
}

interface Named {
  readonly id: string;
  readonly name: Name;
}

/** Names of these ids only; all of a kind where its ids are left out. */
export function namesOf(
  office: Office,
  {
    steps,
    services,
    lanes,
  }: { steps?: Iterable<string>; services?: Iterable<string>; lanes?: Iterable<string> },
): Names {
  return {
    steps: chosen(office.steps, steps),
    services: chosen(office.services, services),
    lanes: chosen(office.lanes, lanes),
  };
}

function chosen(things: readonly Named[], ids: Iterable<string> | undefined): Record<string, Name> {
  const wanted = ids && new Set(ids);
  const some = wanted ? things.filter(({ id }) => wanted.has(id)) : things;
  return Object.fromEntries(some.map(({ id, name }) => [id, name]));
}

/** What is gone from the office is called by its id. */
export const nameIn = (things: readonly Named[], id: string, languages: readonly string[]): Name =>
  things.find((thing) => thing.id === id)?.name ??
  Object.fromEntries(languages.map((language) => [language, id]));
