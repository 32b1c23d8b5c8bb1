/** The floor: a bare hub that shows what the machine can do at all. No rules, roles, views or checks. */
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { enableCompileCache } from 'node:module';
import { createServer as createTcpServer, type Server } from 'node:net';
import { join } from 'node:path';
import { exit } from 'node:process';

// Imported after the cache is on, as only then their compiled code is kept for the next start.
enableCompileCache(join(folder(), 'compile-cache'));
const { Aedes } = await import('aedes');
const { default: Database } = await import('better-sqlite3');
const { Server: SocketServer } = await import('socket.io');

const event = /^loket\/v1\/box-(\d+)\/event$/;

const database = new Database(join(folder(), 'floor.sqlite'));
database.pragma('journal_mode = WAL');
database.pragma('synchronous = FULL');
database.exec(
  'CREATE TABLE IF NOT EXISTS press (id INTEGER PRIMARY KEY, device TEXT, body BLOB, at INTEGER)',
);
const insert = database.prepare<[string, Buffer, number]>(
  'INSERT INTO press (device, body, at) VALUES (?, ?, ?)',
);

const web = createServer((request, response) => {
  response.statusCode = request.url === '/readyz' ? 200 : 404;
  response.end();
});
const displays = new SocketServer(web, { transports: ['websocket'], serveClient: false });
displays.on('connection', (socket) => {
  socket.on('watch', (name: unknown) => socket.emit('view', { name, seq: 1, view: {} }));
});

// The press is committed here and not in `published`: aedes writes the PUBACK between the two.
const broker = await Aedes.createBroker({
  authorizePublish(_client, packet, done) {
    const counter = event.exec(packet.topic)?.[1];
    if (counter !== undefined) press(counter, packet.payload as Buffer);
    done(null);
  },
});

/** One commit, then every display, then the LED board. */
function press(counter: string, body: Buffer): void {
  const id = Number(insert.run(`box-${counter}`, body, Date.now()).lastInsertRowid);
  const number = `A-${String(id % 1000).padStart(3, '0')}`;
  displays.emit('announce', {
    callId: randomUUID(),
    number,
    counter: Number(counter),
    step: 'desk',
    times: 1,
  });
  show(counter, id, number);
}

/**
 * Retained QoS 1. Aedes drops such a message when one that is not retained follows it to the same client in
 * the same turn; the floor sends a box nothing else, so a plain publish is safe here.
 */
function show(counter: string, rev: number, text: string): void {
  const payload = JSON.stringify({ rev, text, counter: Number(counter), blink_ms: 500, blink_for_ms: 6000 });
  const topic = `loket/v1/box-${counter}/display/set`;
  broker.publish({ cmd: 'publish', topic, payload, qos: 1, retain: true, dup: false }, () => {});
}

function folder(): string {
  return process.env.LOKET_DATA ?? '.';
}

/** @param address host:port, as the real hub takes it */
function listen(server: Server, address: string | undefined): Promise<void> {
  const [host, port] = (address ?? '').split(':');
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port: Number(port), backlog: 8192 }, resolve);
  });
}

process.once('SIGTERM', () => {
  database.close();
  exit(0);
});

await listen(createTcpServer({ noDelay: true }, broker.handle), process.env.LOKET_MQTT);
await listen(web, process.env.LOKET_HTTP);
