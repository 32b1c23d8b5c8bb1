/** Boards and kiosks while nothing happens but that time passes. */
import { expect, test } from 'vitest';
import { contoh } from '../domain/office.ts';
import { openStage } from './stage.ts';

const hour = 3_600_000;

test('SN6 the board and the kiosk change by themselves when the hours end and when an intake begins', async () => {
  const lanes = [{ id: 'regular' }, { id: 'priority', prefix: 'P', intake: ['10:00-11:00'] }];
  const stage = await openStage({ office: contoh({ lanes, hours: { 'mon-fri': ['08:00-12:00'] } }) });
  const screen = await stage.screen({ token: await stage.token('kiosk') });
  for (const name of ['lobby', 'kiosk']) expect(await screen.watch(name)).toBeNull();
  expect((await screen.view('lobby')).view).toMatchObject({ stopped: null });
  const { offers } = (await screen.view('kiosk')).view as unknown as { offers: unknown };
  expect(offers).toContainEqual(
    expect.objectContaining({ service: 'passport', lane: 'priority', state: 'intake' }),
  );

  stage.passes(2 * hour);
  expect((await screen.view('kiosk', 2)).view).toMatchObject({
    offers: expect.arrayContaining([
      expect.objectContaining({ service: 'passport', lane: 'priority', state: 'given' }),
    ]),
  });
  expect(screen.views('lobby')).toHaveLength(1);

  stage.passes(2 * hour);
  expect((await screen.view('lobby', 2)).view).toMatchObject({
    stopped: { upTo: null, opensAt: '2026-11-27T00:00:00.000Z' },
  });
});
