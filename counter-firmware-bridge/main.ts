/** The bridge as a process of its own, on the machine where the cables end: `npm run bridge -- FILE`. */
import { startBridge } from './bridge.ts';
import { readSettings } from './settings.ts';

const file = process.argv[2] ?? './bridge.yaml';

function stop(message: string): never {
  process.stderr.write(`The bridge does not start.\n${message}\n`);
  process.exit(1);
}

/** One JSON line for each thing, as the hub writes them. */
function write(level: number, what: object, msg: string): void {
  process.stdout.write(`${JSON.stringify({ level, time: new Date().toISOString(), ...what, msg })}\n`);
}
const log = {
  info: (what: object, message: string) => write(30, what, message),
  warn: (what: object, message: string) => write(40, what, message),
};

const read = readSettings(file, process.env.LOKET_BRIDGE_PASSWORDS_FILE || undefined);
if (!read.ok) stop(read.message);
const { hub, serial, passwords, readableByOthers } = read.settings;
for (const secret of readableByOthers)
  log.warn({ file: secret }, 'other accounts can read the passwords in this file: chmod 600 keeps them out');

// One line that fails in a way that nobody thought of must not darken the boards of the others.
process.on('uncaughtException', (error) => log.warn({ error: error.stack }, 'not caught'));
process.on('unhandledRejection', (error) => log.warn({ error: String(error) }, 'not handled'));

const bridge = startBridge({ lines: serial, hub, passwordOf: (id) => passwords[id] ?? '', log });
log.info({ hub: `${hub.host}:${hub.port}`, lines: serial.length }, 'the bridge runs');

let isEnding = false;
async function end(signal: string): Promise<void> {
  if (isEnding) return;
  isEnding = true;
  log.info({ signal }, 'ending');
  setTimeout(() => process.exit(0), 4500).unref();
  await bridge.close();
  process.exit(0);
}
process.on('SIGTERM', () => void end('SIGTERM'));
process.on('SIGINT', () => void end('SIGINT'));
