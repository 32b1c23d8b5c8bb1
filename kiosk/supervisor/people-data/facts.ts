/** What is held, as pairs of a word and what stands behind it; what is not there is left out. */
import { nameIn } from '../../../display/lib/i18n.ts';
import type { PersonExport } from '../../../server/contract/http-personal.ts';
import type { SupervisorView } from '../../../server/contract/views-supervisor.ts';
import { dayWithYear, type PeopleDataTexts } from './texts.ts';

type Fact = readonly [name: string, fact: string];

const there = (facts: readonly (readonly [string, string | null | undefined])[]): Fact[] =>
  facts.flatMap(([name, fact]) => (fact ? [[name, fact] as const] : []));

export function personalFactsOf({ personal }: PersonExport, { sheet }: PeopleDataTexts): Fact[] {
  if (personal === null) return [];
  const { phone, address, letter, note, reference } = personal;
  return there([
    [sheet.phone, phone],
    [sheet.address, address],
    [sheet.letter, letter && [letter.kind, letter.number].filter(Boolean).join(' · ')],
    [sheet.note, note],
    [sheet.reference, reference],
  ]);
}

export function factsOf(
  { booking, request, visit, keptUntil }: PersonExport,
  { names }: SupervisorView,
  { sheet, states, needs }: PeopleDataTexts,
  language: string,
): Fact[] {
  const about = visit ?? booking ?? request;
  const day = (date: string | null | undefined) => (date ? dayWithYear(date, language) : null);
  return there([
    [sheet.service, about && nameIn(names.services[about.service], language, about.service)],
    [sheet.date, day(about?.date)],
    [sheet.number, visit?.number ?? booking?.ticket],
    [sheet.state, about && (states[about.state] ?? about.state)],
    [sheet.needs, visit?.needs.map((need) => needs[need]).join(', ')],
    [sheet.proof, visit?.proof],
    [sheet.identity, visit?.identityCompared ? sheet.identityCompared : null],
    [sheet.kept, keptUntil && sheet.keptUntil(dayWithYear(keptUntil, language))],
  ]);
}
