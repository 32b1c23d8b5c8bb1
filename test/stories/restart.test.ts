/** The hub stops politely and comes back: an update at noon. */
import { expect, test, vi } from 'vitest';
import type { LobbyView } from './office.ts';
import { startOffice, temporaryFolder } from './office.ts';

test('after a polite stop and a start, screens come back by themselves with the right content', async () => {
  const folder = temporaryFolder();
  const before = await startOffice({ folder });
  await before.open(1);
  await before.take('passport', 2);
  await before.api('POST', '/counters/1/next');
  const lobby = await before.watch<LobbyView>('lobby');
  await lobby.shows(({ calls }) => expect(calls[0]).toMatchObject({ number: 'A-001' }));
  const { httpPort, mqttPort } = before.loket;
  const views = lobby.views.length;
  await before.close();

  const after = await startOffice({ folder, http: httpPort, mqtt: mqttPort });
  await vi.waitFor(() => expect(lobby.views.length).toBeGreaterThan(views), { timeout: 8000 });
  await lobby.shows(({ counters }) =>
    expect(counters[0]).toMatchObject({ counter: 1, state: 'open', number: 'A-001' }),
  );
  await after.open(2);
  await after.api('POST', '/counters/2/next');
  await lobby.shows(({ calls }) => expect(calls.map(({ number }) => number)).toEqual(['A-002', 'A-001']));
});
