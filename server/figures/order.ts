/** The order of a section's rows: the office file's where it knows the ids, then the others by their ids. */
import type { Office } from '../contract/office.ts';
import type { SectionForm } from './sections.ts';
import type { Row } from './table.ts';

const channels = ['walk-in', 'kiosk', 'desk', 'supervisor', 'integration', 'import', 'whatsapp'];
const verdicts = ['admitted', 'warned', 'retest', 'held', 'remeasure'];

/** By kind of key; ids of dates, hours and officers are their own order. */
function placesIn(office: Office): Record<string, ReadonlyMap<string, number>> {
  const ofSteps = (lists: Iterable<readonly string[]>): ReadonlyMap<string, number> =>
    places([...lists].flat());
  return {
    service: places(office.services.map(({ id }) => id)),
    lane: places(office.lanes.map(({ id }) => id)),
    step: places(office.steps.map(({ id }) => id)),
    counter: places(office.counters.map(({ number }) => String(number))),
    quota: places(office.quotas.map(({ id }) => id)),
    reason: ofSteps(office.steps.map(({ incomplete }) => incomplete?.reasons ?? [])),
    outcome: ofSteps(Object.values(office.outcomes)),
    list: places(Object.keys(office.lists)),
    choice: ofSteps(Object.values(office.lists)),
    channel: places(channels),
    verdict: places(verdicts),
  };
}

const places = (ids: readonly string[]): ReadonlyMap<string, number> =>
  new Map([...new Set(ids)].map((id, at) => [id, at]));

/** Sorts the rows of a section. The row of an empty key stands after the others. */
export function createOrder(office: Office): (form: SectionForm, rows: Row[]) => void {
  const known = placesIn(office);
  return ({ keys }, rows) => {
    rows.sort((one, other) => {
      for (const [at, kind] of keys.entries()) {
        const apart = compare(known[kind], one.keys[at] ?? '', other.keys[at] ?? '');
        if (apart !== 0) return apart;
      }
      return 0;
    });
  };
}

function compare(known: ReadonlyMap<string, number> | undefined, one: string, other: string): number {
  if (one === other) return 0;
  if (one === '') return 1;
  if (other === '') return -1;
  const [first, second] = [known?.get(one), known?.get(other)];
  if (first !== undefined && second !== undefined) return first - second;
  if (first !== undefined) return -1;
  if (second !== undefined) return 1;
  // Numbers of counters that are gone: 9 before 10.
  return Number(one) - Number(other) || (one < other ? -1 : 1);
}
