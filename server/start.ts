/** Makes every part and joins them. `main.ts` gives it the process; tests give it loopback and memory. */
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createFingerprints } from './access/fingerprints.ts';
import { createIdentityNumbers } from './access/identity-numbers.ts';
import { createAccess } from './access/principal.ts';
import { hashSecret, makeSecret } from './access/secrets.ts';
import { readListInThread } from './adapters/booking-list/in-thread.ts';
import { createHttp } from './adapters/http/create-http.ts';
import type { HttpParts } from './adapters/http/parts.ts';
import { limitServer, serverOptions } from './adapters/http/server-limits.ts';
import { officeFileText } from './adapters/office-file/text.ts';
import { readOfficeFile } from './adapters/office-file.ts';
import { writePaperInThread } from './adapters/report-papers/in-thread.ts';
import { attachSockets } from './adapters/socket-io/sockets.ts';
import { createTaskForce } from './adapters/task-force.ts';
import { createThermometers } from './adapters/thermometers.ts';
import { createVirtualBoxes } from './adapters/virtual-boxes.ts';
import { deviceSources } from './device-sources.ts';
import { terminals } from './devices/terminals/terminals.ts';
import { instant } from './domain/instant.ts';
import { noteOutage, setFirstPassword } from './first-things.ts';
import { createForecasts, type Forecasts } from './forecast/forecasts.ts';
import { keepAlive, lastAlive } from './hub/alive.ts';
import { createClock, type Machine, machine } from './hub/clock.ts';
import { freshIds } from './hub/fresh.ts';
import { replayDay } from './hub/replay.ts';
import { createHub, type Hub } from './hub.ts';
import { joinBridge } from './joined-bridge.ts';
import { joinPrinters } from './joined-printers.ts';
import { joinVoice } from './joined-voice.ts';
import { rebuildTables, renewTables } from './journal/rebuild-tables.ts';
import { openSqliteJournal } from './journal/sqlite.ts';
import { hereAt, listen, listenForDevices } from './listen.ts';
import type { Log } from './log.ts';
import { openMedia } from './media/media.ts';
import { configureAtStart } from './office-at-start.ts';
import { reportsOf } from './office-reports.ts';
import { distFolder } from './pages.ts';
import type { Settings } from './settings.ts';

export interface Loket {
  readonly hub: Hub;
  readonly httpPort: number;
  readonly mqttPort: number;
  /** Path and query of the one-time set-up link; null when there is a password. */
  setUpPath(): string | null;
  close(): Promise<void>;
}

type Asked = Parameters<Forecasts['toldTo']>;

interface Surroundings {
  readonly log: Log;
  /** The machine's clocks; tests hand in their own. */
  readonly machine?: Machine;
  readonly limits?: HttpParts['limits'];
  /** Makes the readable tables anew from the events, before anything else, also when no update asks for it. */
  readonly rebuildTables?: boolean;
}

/**
 * Starts everything; when it resolves, the hub is ready.
 * @throws `StartRefused` or `JournalRefused` with a message for the person who starts it
 */
export async function start(settings: Settings, around: Surroundings): Promise<Loket> {
  const { log } = around;
  const { rehearsal } = settings;
  const journal = await openSqliteJournal({
    folder: settings.dataFolder,
    kind: rehearsal ? 'rehearsal' : 'real',
    log,
  });
  if (around.rebuildTables) await rebuildTables(journal, replayDay);
  else if (journal.tablesAreOld) await renewTables(journal, replayDay, log);
  const clock = createClock(
    around.machine ?? machine,
    rehearsal ? { from: instant(rehearsal.from), rate: rehearsal.rate } : undefined,
  );
  // The hub asks what is told to newcomers; what is told depends on the hub.
  let forecasts: Forecasts | null = null;
  const fresh = () => ({ ...freshIds(), told: (...asked: Asked) => forecasts?.toldTo(...asked) ?? null });
  const hub = await createHub({ journal, clock, log, freshIds: fresh, rehearsal: rehearsal !== null });
  await noteOutage(hub, lastAlive(settings.dataFolder), log);
  await configureAtStart(hub, settings.office, log);
  await setFirstPassword(hub, settings.supervisorPassword, log);

  const keyFolder = settings.dataFolder === ':memory:' ? null : settings.dataFolder;
  const thermometers = createThermometers({ hub, log });
  const { take: takeReading } = thermometers;
  const broker = await listenForDevices({ hub, log, address: settings.mqtt, folder: keyFolder, takeReading });
  const reached = { mqttHost: hereAt(settings.mqtt), mqttPort: () => broker.port };
  const boxes = createVirtualBoxes({ hub, log, ...reached, makeSecret, hash: hashSecret });
  const access = createAccess({ hub });
  const bridge = joinBridge({ hub, log, ...reached, folder: keyFolder });
  const foreseen = createForecasts({ hub, journal, folder: keyFolder, log });
  forecasts = foreseen;
  const setUpKey = randomBytes(24).toString('base64url');
  const reports = reportsOf(hub, journal);
  let isReady = false;
  const httpPort = (): number => (web.address() as AddressInfo | null)?.port ?? 0;
  const forecast = () => foreseen.latest;
  const printing = joinPrinters({ hub, publicUrl: settings.publicUrl, log, forecast });
  const { printers, papers } = printing;
  const media = await openMedia(keyFolder, { log });
  const voice = joinVoice({ hub, log, folder: keyFolder });
  const devices = deviceSources({ hub, broker, printers, httpPort });
  const app = createHttp({
    hub,
    access,
    log,
    publicUrl: settings.publicUrl,
    trustProxy: settings.trustProxy,
    setUpKey: () => (hub.state.calendar.passwordHash === null ? setUpKey : null),
    boxes,
    presence: () => broker.presence(),
    devices,
    readOffice: readOfficeFile,
    officeText: officeFileText,
    readList: readListInThread,
    history: (stream, wanted) => journal.history(stream, wanted),
    seal: (stream) => journal.seal(stream),
    forecast,
    papers,
    voice,
    media,
    reports,
    terminals: { ...terminals, take: takeReading, notes: broker.elsewhere },
    writePaper: writePaperInThread,
    distFolder,
    ready: () => isReady && !hub.alarms().has('storage'),
    freshId: () => freshIds().id,
    identities: createIdentityNumbers(keyFolder),
    fingerprintOf: createFingerprints(keyFolder),
    ...(around.limits ? { limits: around.limits } : {}),
  });
  const web = createServer(serverOptions, app);
  limitServer(web);
  const sockets = attachSockets({
    httpServer: web,
    hub,
    access,
    log,
    publicUrl: settings.publicUrl,
    screens: voice,
    sources: {
      boxView: boxes.look,
      forecast,
      papers,
      media,
      alarms: () => hub.alarms(),
      presence: () => broker.presence(),
      devices,
      notices: settings.taskForce != null,
      reading: thermometers.latest,
      displays: voice.shown,
    },
    onBoxChange: (listener) => boxes.onChange(listener),
    onForecast: foreseen.onChange,
    onDeviceChange: devices.onChange,
    onReading: thermometers.onChange,
  });
  await listen(web, settings.http, 'LOKET_HTTP');
  clock.start();
  papers.start();
  const alive = keepAlive(settings.dataFolder, () => hub.now());
  const taskForce = settings.taskForce ? createTaskForce({ hub, log, ...settings.taskForce }) : null;
  isReady = true;
  // Dates that nobody has counted yet are counted now, in slices, so that the first report over years does not wait.
  const counting = reports.warm();
  // The whole file is looked at while the office works already; damage is logged.
  if (journal.unclean)
    journal.check().catch((error) => log.warn({ error: String(error) }, 'the database was not checked'));

  return {
    hub,
    httpPort: (web.address() as AddressInfo).port,
    mqttPort: broker.port,
    setUpPath: () => (hub.state.calendar.passwordHash === null ? `/?set-up=${setUpKey}` : null),
    async close() {
      isReady = false;
      sockets.close();
      web.close();
      web.closeAllConnections();
      await voice.close();
      await taskForce?.close();
      await printing.close();
      await bridge.close();
      await boxes.close();
      await broker.close();
      await alive.stop();
      counting.stop();
      await counting.done;
      await foreseen.close();
      await hub.close();
    },
  };
}
