/** What the keys of a report are called, from the office as it is now. */
import type { Office } from '../contract/office.ts';
import type { Report } from '../contract/report.ts';
import type { Name } from '../contract/values.ts';
import type { Table } from './table.ts';

/** Names of officers are personal: the office's own people see them, by id. */
export type OfficerNames = ReadonlyMap<string, string>;

/**
 * Of the ids that occur. One that the office no longer knows is called by its id; kinds that the office file gives no
 * names (reasons, outcomes, lists, quotas) and counters without one are left out.
 */
export function namesIn(tables: readonly Table[], office: Office, officers: OfficerNames): Report['names'] {
  const { languages } = office;
  const same = (text: string): Name => Object.fromEntries(languages.map((language) => [language, text]));
  const known: Record<string, ReadonlyMap<string, Name>> = {
    service: named(office.services),
    lane: named(office.lanes),
    step: named(office.steps),
    officer: new Map([...officers].map(([id, name]) => [id, same(name)])),
  };
  const names: Record<string, Record<string, Name>> = {};
  for (const [kind, those] of Object.entries(known)) {
    const ids = idsOf(tables, kind).map((id) => [id, those.get(id) ?? same(id)] as const);
    if (ids.length > 0) names[kind] = Object.fromEntries(ids);
  }
  const counters = new Map(office.counters.map(({ number, name }) => [String(number), name]));
  const own = idsOf(tables, 'counter').flatMap((id) => {
    const name = counters.get(id);
    return name ? [[id, name] as const] : [];
  });
  if (own.length > 0) names.counter = Object.fromEntries(own);
  return names as Report['names'];
}

const named = (things: readonly { readonly id: string; readonly name: Name }[]): ReadonlyMap<string, Name> =>
  new Map(things.map(({ id, name }) => [id, name]));

function idsOf(tables: readonly Table[], kind: string): string[] {
  const ids = new Set<string>();
  for (const { form, rows } of tables) {
    const at = form.keys.indexOf(kind);
    if (at >= 0) for (const { keys } of rows) ids.add(keys[at] ?? '');
  }
  return [...ids].filter((id) => id !== '');
}
