/** Random days of the lively office, played with the real domain: what happened, and what may still happen to it later. */
import { apply } from '../../../server/domain/apply.ts';
import type { Command } from '../../../server/domain/commands.ts';
import { decide } from '../../../server/domain/decide.ts';
import type { Decision, State } from '../../../server/domain/decision.ts';
import type { DomainEvent } from '../../../server/domain/events.ts';
import { instant } from '../../../server/domain/instant.ts';
import { nextMoment } from '../../../server/domain/next-moment.ts';
import { emptyState } from '../../../server/hub/replay.ts';
import { clock } from '../../domain/morning.ts';
import { recordsOutside } from './acts-of-the-head.ts';
import type { Chance } from './chance.ts';
import { createChance } from './chance.ts';
import { somebodyDoes } from './lively-acts.ts';
import { livelyOffice } from './lively-office.ts';

/** Two of them a year before the others. */
export const dates = ['2025-11-26', '2025-11-27', '2026-11-25', '2026-11-26', '2026-11-27'] as const;
const seconds = [1, 5, 5, 40, 60, 60, 180, 300, 420] as const;

export interface Lively {
  readonly state: State;
  readonly events: readonly DomainEvent[];
  /** How often each command was done. */
  readonly done: ReadonlyMap<string, number>;
  /** In the night after the last day: what was done outside is entered, claims are closed. Gives what happened. */
  later(): readonly DomainEvent[];
}

export function livelyDays(seed: number): Lively {
  const chance = createChance(seed);
  const { state, events, run, done } = beginning(chance);
  let at = 0;
  let count = 0;

  function does(command: Command, after: number): void {
    at += after;
    const due = nextMoment(state);
    if (due !== null && due <= at) run({ type: 'TimePassed' }, at);
    run(command, at);
  }
  function something(): void {
    count += 1;
    const after = 1000 * (chance.of(seconds) ?? 1);
    const command = somebodyDoes({ state, at: at + after, chance, count });
    if (command === null) return;
    does(command, after);
    // Soon enough to be taken back.
    if ('counter' in command && chance.is(0.15))
      does({ type: 'UndoAction', counter: Number(command.counter) }, 2000);
  }

  for (const date of dates) {
    at = clock(`${date} 06:50`);
    if (date === dates[0]) setUp(does);
    for (const counter of [1, 2, 3, 4, 5]) does({ type: 'OpenCounter', counter }, 1000);
    for (let step = 0; step < 220; step += 1) something();
  }
  return {
    ...{ state, events, done },
    later() {
      const known = events.length;
      at = clock('2026-11-28 01:00');
      for (const { id } of [...state.calendar.claims.values()].filter(({ closed }) => closed === null))
        does({ type: 'CloseClaim', id, as: 'not-charged', by: 'supervisor' }, 1000);
      for (let tries = 0; tries < 20; tries += 1) {
        const command = recordsOutside({ state, at, chance, count });
        if (command) does(command, 1000);
      }
      return events.slice(known);
    },
  };
}

function beginning(chance: Chance) {
  const state = emptyState();
  const events: DomainEvent[] = [];
  const done = new Map<string, number>();
  let ids = 0;

  function run(command: Command, at: number): void {
    ids += 1;
    const fresh = { id: `id-${String(ids).padStart(19, '0')}`, spoken: `S${String(ids).padStart(9, '0')}` };
    const decision: Decision = decide(state, command, instant(at), fresh, 'supervisor');
    if (!decision.ok) return;
    done.set(command.type, (done.get(command.type) ?? 0) + 1);
    for (const event of decision.events) {
      const happened = told(event, chance);
      apply(state, happened);
      events.push(happened);
    }
  }
  return { state, events, done, run };
}

/** FG6: some were told when they would be called, and some of them rightly. */
function told(event: DomainEvent, chance: Chance): DomainEvent {
  if (event.type !== 'TicketTaken' || chance.is(0.5)) return event;
  const from = instant(event.at + 60_000 * chance.below(20));
  const to = instant(from + 60_000 * (10 + chance.below(60)));
  return { ...event, told: { from, to, expected: from, homeBy: to } };
}

function setUp(does: (command: Command, after: number) => void): void {
  does({ type: 'ConfigureOffice', office: livelyOffice(9), source: 'first' }, 0);
  for (const id of ['sari', 'budi', 'dewi'])
    does({ type: 'AddOfficer', id, name: `Nama ${id}`, role: 'counter', hash: 'h' }, 1000);
}
