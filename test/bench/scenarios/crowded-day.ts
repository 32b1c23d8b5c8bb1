/** A day of the domain with so many waiting at once, made by its own commands. */

import { readOfficeFile } from '../../../server/adapters/office-file.ts';
import { apply } from '../../../server/domain/apply.ts';
import type { Command } from '../../../server/domain/commands.ts';
import { decide } from '../../../server/domain/decide.ts';
import type { State } from '../../../server/domain/decision.ts';
import { type Instant, instant } from '../../../server/domain/instant.ts';
import { emptyState } from '../../../server/hub/replay.ts';

const minute = 60_000;
const began = Date.parse('2026-11-26T01:00:00Z');

function officeText(counters: number): string {
  const steps = (number: number): string =>
    number % 5 === 0 ? 'desk, photo' : number % 2 === 0 ? 'photo' : 'desk';
  return [
    'id: bench',
    'name: Bench',
    'timeZone: Asia/Makassar',
    'languages: [id]',
    'hours: { mon-sun: [00:00-24:00] }',
    'steps:',
    '  - { id: desk, name: { id: Meja } }',
    '  - { id: photo, name: { id: Foto } }',
    'services:',
    ...['A', 'B', 'C'].map(
      (prefix) =>
        `  - { id: ${prefix.toLowerCase()}, prefix: ${prefix}, name: { id: ${prefix} }, steps: [desk, photo], promise: PT2H }`,
    ),
    'lanes:',
    '  - { id: regular }',
    '  - { id: priority, prefix: P, promise: PT30M, first: true, atMost: 2 of 3 }',
    'counters:',
    ...Array.from(
      { length: counters },
      (_, index) => `  - { number: ${index + 1}, steps: [${steps(index + 1)}] }`,
    ),
    '',
  ].join('\n');
}

export function crowdedDay(waiting: number, counters: number): { state: State; at: Instant } {
  const read = readOfficeFile(officeText(counters));
  if (!read.ok) throw new Error(JSON.stringify(read.mistakes));
  const state = emptyState();
  let count = 0;
  function does(command: Command, at: Instant): void {
    count += 1;
    const id = `${count}`.padStart(22, '0');
    const decision = decide(state, command, at, { id, spoken: id.slice(-10) }, 'supervisor');
    if (!decision.ok) throw new Error(JSON.stringify(decision.refusal));
    for (const event of decision.events) apply(state, event);
  }
  const source = officeText(counters);
  does({ type: 'ConfigureOffice', office: read.office, source }, instant(began));
  does({ type: 'TimePassed' }, instant(began));
  for (let number = 1; number <= counters; number += 1)
    does({ type: 'OpenCounter', counter: number }, instant(began));
  for (let place = 0; place < waiting + counters; place += 1) {
    const service = ['a', 'b', 'c'][place % 3] ?? 'a';
    const lane = place % 9 === 0 ? 'priority' : 'regular';
    does({ type: 'TakeTicket', service, lane }, instant(began + minute + place * 4000));
  }
  const at = instant(began + minute + (waiting + counters) * 4000);
  for (let number = 1; number <= counters; number += 1)
    if (number % 2 === 1) does({ type: 'CallNext', counter: number }, at);
  return { state, at: instant(at + minute) };
}
