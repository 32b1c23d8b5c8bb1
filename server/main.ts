/** The process: settings in, everything started, signals obeyed. The only file with side effects. */
import { enableCompileCache } from 'node:module';
import { hostname } from 'node:os';
import { pino } from 'pino';
import { readSettings } from './settings.ts';

// Before everything else is loaded: compiled code is kept from one start to the next.
enableCompileCache();

const { start } = await import('./start.ts');
const { buildPages, buildPagesIfNeeded } = await import('./pages.ts');

const say = (line: string): void => void process.stdout.write(`${line}\n`);

function stop(message: string): never {
  process.stderr.write(`Loket does not start.\n${message}\n`);
  process.exit(1);
}

const read = readSettings(process.env);
if (!read.ok) stop(read.mistakes.join('\n'));
const { settings } = read;

const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime });
for (const { variable, why } of settings.ignored ?? []) log.warn({ variable }, why);
const isDev = process.argv.includes('--dev');

// What a client sends is guarded where it comes in. Should one way have been forgotten, a lobby full of people
// is better served by a hub that goes on: what is decided and recorded does not depend on the code that failed.
process.on('uncaughtException', (error) => log.error({ error: error.stack }, 'not caught'));
process.on('unhandledRejection', (error) => log.error({ error: String(error) }, 'not handled'));

const builder = isDev ? buildPages('watch') : null;
if (!isDev) await buildPagesIfNeeded(say).catch((error: Error) => stop(error.message));
const rebuildTables = process.argv.includes('--rebuild-tables');
const loket = await start(settings, { log, rebuildTables }).catch((error: NodeJS.ErrnoException) => {
  const isExplained = ['StartRefused', 'JournalRefused'].includes(error.name);
  // What the machine refuses (a folder that cannot be written, a broken table) has a code, and its message is enough.
  if (!isExplained && error.code)
    stop(`LOKET_DATA (${settings.dataFolder}) cannot be used: ${error.message}`);
  return stop(isExplained ? error.message : (error.stack ?? error.message));
});

const { host } = settings.http;
const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
const address = `http://${shown}:${loket.httpPort}`;
say(`Loket is running: ${address}/`);
if (shown === 'localhost') say(`  from other machines: http://${hostname()}:${loket.httpPort}/`);
say(`  devices (MQTT): port ${loket.mqttPort}`);
const setUp = loket.setUpPath();
if (setUp) say(`  first, choose the supervisor's password (this link works once): ${address}${setUp}`);
log.info({ http: loket.httpPort, mqtt: loket.mqttPort, rehearsal: loket.hub.rehearsal }, 'ready');

/** SIGTERM ends within 5 s with nothing lost: what is acknowledged is on disk already. */
let isEnding = false;
async function end(signal: string): Promise<void> {
  if (isEnding) return;
  isEnding = true;
  log.info({ signal }, 'ending');
  setTimeout(() => process.exit(0), 4500).unref();
  builder?.kill();
  await loket.close();
  process.exit(0);
}
process.on('SIGTERM', () => void end('SIGTERM'));
process.on('SIGINT', () => void end('SIGINT'));
