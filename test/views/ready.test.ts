/** What the paper of somebody who waits says of what comes. */
import { expect, test } from 'vitest';
import { readyFor } from '../../server/domain/views/ready.ts';
import { begins } from '../domain/following-office.ts';

test('PA11 the paper of whoever waits lists what can be missing, each once, and the first date to collect', () => {
  const day = begins();
  day.takes('09:00');
  const { things, earliest } = readyFor(day.state, day.visit('A-001'));
  expect(things.map(({ id }) => id).sort()).toEqual(['family', 'id-card']);
  expect(things.find(({ id }) => id === 'id-card')?.name).toEqual({
    id: 'KTP asli',
    en: 'Original identity card',
  });
  // Thursday, and three working days.
  expect([day.state.day.date, earliest]).toEqual(['2026-11-26', '2026-12-01']);
});

test('PA11 nothing of it once somebody is called', () => {
  const day = begins();
  day.takes('09:00');
  day.next(1, '09:20');
  expect(readyFor(day.state, day.visit('A-001'))).toEqual({ things: [], earliest: null });
});
