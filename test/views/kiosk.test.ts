/** What the ticket kiosk offers. */
import { expect, test } from 'vitest';
import { kioskView } from '../../server/domain/views/kiosk.ts';
import { morning } from '../domain/morning.ts';
import { contoh } from '../domain/office.ts';
import { at } from './context.ts';

test('the kiosk offers what is queued for, every lane with whom it is for, and how many wait', () => {
  const lanes = [{ id: 'regular' }, { id: 'priority', prefix: 'P', for: ['elderly', 'pregnant'] }];
  const day = morning(contoh({ lanes }));
  day.takes('08:00', 'question', { lane: 'priority' });
  const view = kioskView(day.state, at('08:01'));
  expect(view.services.map(({ id, prefix }) => [id, prefix])).toEqual([
    ['passport', 'A'],
    ['collection', 'C'],
    ['question', 'B'],
  ]);
  expect(view.services[0]?.name).toEqual({ id: 'passport', en: 'passport' });
  expect(view.lanes).toEqual([
    { id: 'regular', name: { id: 'regular', en: 'regular' }, prefix: null, for: [] },
    {
      id: 'priority',
      name: { id: 'priority', en: 'priority' },
      prefix: 'P',
      for: ['elderly', 'pregnant'],
    },
  ]);
  expect(view.waiting).toEqual([
    { service: 'passport', lane: 'regular', count: 0, estimate: null },
    { service: 'collection', lane: 'regular', count: 0, estimate: null },
    { service: 'question', lane: 'regular', count: 0, estimate: null },
    { service: 'question', lane: 'priority', count: 1, estimate: null },
  ]);
});
