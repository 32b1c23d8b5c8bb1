/** Every call of a visit, counted: waits, walks, services, and what came of it. */
import type { Sheet } from './sheet.ts';
import type { Call, Visit } from './visit.ts';

export function countCalls({ calls }: Visit, hour: (at: number) => string, sheet: Sheet): void {
  for (const call of calls) {
    const when = hour(call.at);
    sheet.add('hours', [when], 'called');
    countTimes(call, when, sheet);
    countWork(call, sheet);
    countEnd(call, sheet);
  }
}

function countTimes(call: Call, when: string, sheet: Sheet): void {
  const { step, counter, at, waitedFrom, startedAt } = call;
  if (waitedFrom !== null) {
    const waited = at - waitedFrom;
    sheet.time('totals', [], 'wait', waited);
    sheet.time('hours', [when], 'wait', waited);
    sheet.time('waits', [step, ''], 'wait', waited);
    sheet.time('waits', [step, when], 'wait', waited);
  }
  if (startedAt !== null) {
    sheet.time('totals', [], 'walk', startedAt - at);
    sheet.time('walks', [String(counter)], 'walk', startedAt - at);
  }
  const took = serviceOf(call);
  if (took === null) return;
  sheet.time('totals', [], 'service', took);
  sheet.time('services', [step, ''], 'service', took);
  sheet.time('services', [step, when], 'service', took);
}

/** FG3. Null: nobody was served, or nobody saw the end. */
function serviceOf({ at, startedAt, endedAt, end }: Call): number | null {
  const wasServed = end === 'done' || end === 'incomplete' || end === 'transferred';
  return wasServed && endedAt !== null ? endedAt - (startedAt ?? at) : null;
}

function countWork(call: Call, sheet: Sheet): void {
  const took = serviceOf(call);
  for (const [section, key] of [
    ['counters', String(call.counter)],
    ['officers', call.officer],
  ] as const) {
    sheet.add(section, [key], 'calls');
    if (call.end === 'done') sheet.add(section, [key], 'served');
    if (call.end === 'no-show') sheet.add(section, [key], 'noShow');
    if (took !== null) sheet.time(section, [key], 'service', took);
  }
}

function countEnd({ step, outcome, reasons, glass }: Call, sheet: Sheet): void {
  if (outcome !== null) sheet.add('outcomes', [step, outcome], 'count');
  for (const reason of reasons) sheet.add('incomplete', [step, reason], 'count');
  const column = glass === 'in time' ? 'handoverKept' : glass === 'too long' ? 'handoverBroken' : null;
  if (column === null) return;
  sheet.add('totals', [], column);
  sheet.add('handovers', [step], column);
}
