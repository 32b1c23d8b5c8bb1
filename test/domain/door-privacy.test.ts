/** What a reading said: how long it is kept, and what stays of it. */
import { expect, test } from 'vitest';
import { apply } from '../../server/domain/apply.ts';
import type { DomainEvent } from '../../server/domain/events.ts';
import { emptyState } from '../../server/hub/replay.ts';
import { doorDay, levels, measuring } from './door-day.ts';
import { clock } from './morning.ts';

const withoutPersonal = ({ personal: _, ...event }: DomainEvent & { personal?: object }): DomainEvent =>
  event as DomainEvent;

const replayed = (events: readonly DomainEvent[]) => {
  const state = emptyState();
  for (const event of events) apply(state, event);
  return state;
};

test('DO7 raw values are kept of those who sit, and of nobody who came in', () => {
  const day = doorDay(measuring());
  day.screens('08:00', 36.123);
  day.screens('08:01', 37.123);
  day.screens('08:02', 38.123, 'ear');
  expect(JSON.stringify(day.events)).not.toMatch(/36\.123|37\.123/);
  const [id = ''] = day.state.day.door.seated;
  expect(day.state.day.door.screenings.get(id)?.readings).toEqual([
    { at: clock('08:02'), celsius: 38.123, kind: 'ear' },
  ]);
});

test('DO7 who is let in at last, or decided on, has no raw values from then on', () => {
  const day = doorDay(measuring());
  const { id } = day.screens('08:00', 38);
  day.reads(id, '08:05', 36.5);
  expect(day.state.day.door.screenings.get(String(id))?.readings).toEqual([]);
  const held = day.holds('08:10');
  day.decides(held, '08:20', 'admit');
  expect(day.last().map(({ type }) => type)).toEqual(['CaseDecided', 'ReadingsErased']);
  expect(day.state.day.door.screenings.get(held)?.readings).toEqual([]);
  expect(day.state.day.door.seated.size).toBe(0);
});

test('DO7 TP2 raw values go after `keep`, dated with that moment, however late it was noticed', () => {
  const day = doorDay(measuring({ screening: { ...levels, keep: 'PT1H' } }));
  const { id } = day.screens('08:00', 38);
  day.reads(id, '08:30', 38);
  expect(day.passes('08:59:59.999')).toEqual([]);
  expect(day.passes('09:30')).toEqual([{ type: 'ReadingsErased', at: clock('09:00'), screening: id }]);
  expect(day.state.day.door.screenings.get(String(id))).toMatchObject({ verdict: 'retest', readings: [] });
  expect(day.passes('10:30')).toEqual([]);
  expect(day.reads(id, '10:31', 36.5)).toMatchObject({ verdict: 'admitted', attempt: 3 });
});

test('DO7 what stays after midnight is how many readings of a minute had which verdict, linked to nobody', () => {
  const day = doorDay(measuring());
  day.screens('08:00:01', 36.5);
  day.screens('08:00:02', 36.6);
  const sits = day.screens('08:00:59', 38);
  day.screens('08:01', 20);
  day.reads(sits.id, '08:01', 37.2);
  const ended = day.passes('2026-11-27 00:00').find(({ type }) => type === 'DayEnded');
  expect(ended).toMatchObject({
    screenings: [
      { minute: '2026-11-26T00:00:00.000Z', verdict: 'admitted', count: 2 },
      { minute: '2026-11-26T00:00:00.000Z', verdict: 'retest', count: 1 },
      { minute: '2026-11-26T00:01:00.000Z', verdict: 'remeasure', count: 1 },
      { minute: '2026-11-26T00:01:00.000Z', verdict: 'warned', count: 1 },
    ],
  });
});

test('DO7 DO11 without what is personal no event says of whom a reading was, nor what a ticket came from', () => {
  const day = doorDay(measuring());
  const sits = day.screens('08:00', 38);
  day.reads(sits.id, '08:05', 36.5);
  day.gives('08:06', { screening: sits.id });
  const passed = day.screens('08:07', 36.5);
  day.gives('08:08', { screening: passed.id });
  const lasting = JSON.stringify(day.events.map(withoutPersonal));
  expect(lasting).not.toContain(String(sits.id));
  expect(lasting).not.toContain(String(passed.id));
  const screened = day.events.map(withoutPersonal).filter(({ type }) => type === 'PersonScreened');
  expect(screened.slice(1)).toEqual([
    { type: 'PersonScreened', at: clock('08:05'), admits: true },
    { type: 'PersonScreened', at: clock('08:07'), admits: true },
  ]);
});

test('RE2 without what is personal it is still known who is inside, and which cases there are', () => {
  const day = doorDay(measuring());
  day.screens('08:00', 36.5);
  day.screens('08:01', 37.2);
  const held = day.holds('08:02');
  day.decides(held, '08:10', 'admit');
  day.leaves('08:11', 1);
  const { door } = replayed(day.events.map(withoutPersonal)).day;
  expect([door.inside, door.counted]).toEqual([2, true]);
  expect(door.cases).toEqual(day.state.day.door.cases);
});
