/** What the file may leave out and the program wants to find: a name in every language, lists that mean "all". */
import type { Name } from '../values.ts';
import type { OfficeParts } from './parts.ts';
import type { WrittenName } from './values.ts';

/** The office as the program reads it. Every `name` has each of the office's languages. */
export function complete(parts: OfficeParts) {
  const { languages } = parts;
  const lanes = parts.lanes.map((lane) => named(lane, languages));
  const services = parts.services.map((service) => named(service, languages));
  const laneIds = lanes.map(({ id }) => id);
  const queuedFor = services.filter(({ offsite }) => !offsite).map(({ id }) => id);
  return {
    ...parts,
    name: inEveryLanguage(parts.name, parts.id, languages),
    steps: parts.steps.map((step) => stepNamed(step, languages)),
    services,
    lanes,
    quotas: parts.quotas.map((quota) => ({
      ...quota,
      services: quota.services ?? queuedFor,
      lanes: quota.lanes ?? laneIds,
    })),
    counters: parts.counters.map((counter) => ({
      ...counterNamed(counter, languages),
      lanes: counter.lanes ?? laneIds,
    })),
    notices: parts.notices.map((notice) => ({
      ...notice,
      text: inEveryLanguage(notice.text, '', languages),
    })),
  };
}

function named<Thing extends { id: string; name?: WrittenName }>(thing: Thing, languages: readonly string[]) {
  const name = inEveryLanguage(thing.name ?? thing.id, thing.id, languages);
  return { ...thing, name };
}

type Step = OfficeParts['steps'][number];
type Incomplete = NonNullable<Step['incomplete']>;

/** What one can be told to bring has a name in every language too. */
function stepNamed(
  step: Step,
  languages: readonly string[],
): Omit<Step, 'name' | 'incomplete'> & { name: Name; incomplete?: ReturnType<typeof thingsNamed> } {
  const { incomplete, name: _, ...rest } = step;
  const { name } = named(step, languages);
  return incomplete === undefined
    ? { ...rest, name }
    : { ...rest, name, incomplete: thingsNamed(incomplete, languages) };
}

function thingsNamed(
  { bring = {}, ...rest }: Incomplete,
  languages: readonly string[],
): Omit<Incomplete, 'bring'> & { bring: { id: string; name: Name }[] } {
  const things = Object.entries(bring).map(([id, name]) => ({
    id,
    name: inEveryLanguage(name, id, languages),
  }));
  return { ...rest, bring: things };
}

type Counter = OfficeParts['counters'][number];

/** A counter without a name stays without: its number says it in every language. */
function counterNamed(
  counter: Counter,
  languages: readonly string[],
): Omit<Counter, 'name'> & { name?: Name } {
  const { name, ...rest } = counter;
  return name === undefined
    ? rest
    : { ...rest, name: inEveryLanguage(name, String(counter.number), languages) };
}

/** A language without a text of its own shows the first language that has one. */
function inEveryLanguage(name: WrittenName, otherwise: string, languages: readonly string[]): Name {
  if (typeof name === 'string') return Object.fromEntries(languages.map((language) => [language, name]));
  const fallback =
    languages.map((language) => name[language]).find((text) => text !== undefined) ?? otherwise;
  return Object.fromEntries(languages.map((language) => [language, name[language] ?? fallback]));
}
