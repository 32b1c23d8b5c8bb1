/** Told times as the outside has them: over HTTP, on a phone, in the lobby. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { createAccess } from '../../server/access/principal.ts';
import { attachSockets } from '../../server/adapters/socket-io/sockets.ts';
import { kioskView, lobbyView, ticketView } from '../../server/contract/views.ts';
import { noForecast } from '../../server/domain/forecast/forecast.ts';
import { createForecasts, type Forecasts } from '../../server/forecast/forecasts.ts';
import { freshIds } from '../../server/hub/fresh.ts';
import type { Journal } from '../../server/journal/journal.ts';
import { silent } from '../../server/log.ts';
import { mustDo, startStage } from '../http/stage.ts';
import { openScreen } from '../socket/screen.ts';

async function startOutside() {
  let journal: Journal | null = null;
  let forecasts: Forecasts | null = null;
  const stage = await startStage({
    wrapJournal: (real) => {
      journal = real;
      return real;
    },
    fresh: () => ({ ...freshIds(), told: (...asked) => forecasts?.toldTo(...asked) ?? null }),
    forecast: () => forecasts?.latest ?? noForecast,
  });
  if (journal === null) throw new Error('the stage has no journal');
  const { hub } = stage;
  const made = createForecasts({ hub, journal, folder: null, log: silent, every: 20 });
  forecasts = made;
  onTestFinished(() => made.close());
  const web = createServer();
  const sockets = attachSockets({
    ...{ httpServer: web, hub, access: createAccess({ hub }), log: silent, publicUrl: null },
    sources: {
      ...{ boxView: () => null, forecast: () => made.latest, alarms: () => [], presence: () => new Map() },
      notices: false,
    },
    onBoxChange: () => {},
    onForecast: made.onChange,
  });
  await once(web.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => {
    sockets.close();
    web.closeAllConnections();
    web.close();
  });
  await mustDo(hub, { type: 'OpenCounter', counter: 1 });
  await mustDo(hub, { type: 'OpenCounter', counter: 3 });
  await expect.poll(() => made.latest.newcomers.size, { timeout: 8000 }).toBe(2);
  return { ...stage, forecasts: made, screen: () => openScreen((web.address() as AddressInfo).port) };
}

const isoTime = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:00\.000Z$/);

const takes = async ({ send, token }: Awaited<ReturnType<typeof startOutside>>) => {
  const { status, json } = await send('POST /tickets', {
    as: await token('kiosk'),
    json: { service: 'passport' },
  });
  expect(status).toBe(201);
  return { code: String(json.code), estimate: json.estimate };
};

test('FC11 the ticket says when, and its page over HTTP and the phone say the same from then on', async () => {
  const office = await startOutside();
  const { code, estimate } = await takes(office);
  expect(estimate).toEqual({ from: isoTime, to: isoTime, homeBy: isoTime });
  const phone = await office.screen();
  expect(await phone.watch(`ticket:${code}`)).toBeNull();
  await expect.poll(() => office.forecasts.latest.estimates.has(code), { timeout: 8000 }).toBe(true);
  await phone.view(`ticket:${code}`);
  const { json } = await office.send(`GET /tickets/${code}`);
  expect(ticketView.parse(json).estimate).toEqual(estimate);
  for (const { view } of phone.views(`ticket:${code}`))
    expect(ticketView.parse(view).estimate).toEqual(estimate);
});

test('FC11 the board and the kiosk say when a newcomer would be called, and no code', async () => {
  const office = await startOutside();
  const { code } = await takes(office);
  await expect.poll(() => office.forecasts.latest.estimates.has(code), { timeout: 8000 }).toBe(true);
  const { json, text } = await office.send('GET /board');
  expect(lobbyView.parse(json).waiting).toMatchObject([{ service: 'passport', lane: 'regular', count: 1 }]);
  expect(lobbyView.parse(json).waiting[0]?.estimate).not.toBeNull();
  expect(text).not.toContain(code);
  const lobby = await office.screen();
  await lobby.watch('lobby');
  await lobby.watch('kiosk');
  expect(lobbyView.parse((await lobby.view('lobby')).view).waiting[0]?.estimate).not.toBeNull();
  expect(kioskView.parse((await lobby.view('kiosk')).view).waiting[0]?.estimate).not.toBeNull();
});

test('who is called is told no time any more, on the phone and over HTTP', async () => {
  const office = await startOutside();
  const { code } = await takes(office);
  await expect.poll(() => office.forecasts.latest.estimates.has(code), { timeout: 8000 }).toBe(true);
  const phone = await office.screen();
  await phone.watch(`ticket:${code}`);
  await mustDo(office.hub, { type: 'CallNext', counter: 1 });
  await phone.until(({ views }) => views(`ticket:${code}`).at(-1)?.view.state === 'called');
  expect(ticketView.parse(phone.views(`ticket:${code}`).at(-1)?.view).estimate).toBeNull();
  expect((await office.send(`GET /tickets/${code}`)).json.estimate).toBeNull();
});
