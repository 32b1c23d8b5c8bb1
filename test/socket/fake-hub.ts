/** A hub whose state is a day of the domain, and which tells when the test says so. */
import type { DomainEvent } from '../../server/domain/events.ts';
import { instant } from '../../server/domain/instant.ts';
import type { Hub, Told } from '../../server/hub.ts';
import { clock, type Morning } from '../domain/morning.ts';

export interface FakeHub {
  readonly hub: Hub;
  /** Tells what happened in the day since it last told. */
  tell(more?: { reloaded?: boolean }): void;
  /** Milliseconds since 08:00 of the office's day. */
  passes(ms: number): void;
}

export function createFakeHub(day: Morning): FakeHub {
  const listeners: ((told: Told) => void)[] = [];
  let seq = 0;
  let told = day.events.length;
  let now = clock('08:00');
  const hub: Hub = {
    submit: () => Promise.reject(new Error('a screen changes nothing')),
    state: day.state,
    now: () => now,
    rate: 1,
    rehearsal: false,
    alarms: () => new Set(),
    onTold: (listener) => listeners.push(listener),
    close: () => Promise.resolve(),
  };
  return {
    hub,
    tell({ reloaded = false } = {}) {
      const events: readonly DomainEvent[] = day.events.slice(told);
      told = day.events.length;
      seq += 1;
      for (const listener of listeners) listener({ seq, at: now, events, reloaded });
    },
    passes(ms) {
      now = instant(now + ms);
    },
  };
}
