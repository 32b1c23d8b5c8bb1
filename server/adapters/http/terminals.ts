/**
 * Terminals that measure temperatures and push them in their makers' own ways, outside the API: they cannot do as they are
 * told. Names and faces in what they send are dropped here, unread.
 */
import { type Request, type RequestHandler, type Response, Router } from 'express';
import { verify } from '../../access/secrets.ts';
import { readSettings } from '../../contract/device-settings.ts';
import { largestFile, readBytes } from './body.ts';
import type { HttpParts } from './parts.ts';
import type { TerminalReading } from './terminal-parts.ts';

type Device =
  HttpParts['hub']['state']['calendar']['devices'] extends Map<string, infer Value> ? Value : never;
type Parts = Pick<HttpParts, 'hub' | 'log' | 'terminals'>;

/** What a terminal kept before the last so many is about people who went long ago. */
const mostReadings = 100;
const addressOf = ({ ip }: Request): string => (ip ?? '').replace(/^::ffff:/, '');

const answer = (response: Response, status: number, text = ''): void => {
  response.writeHead(status, { 'Content-Type': 'text/plain', 'Cache-Control': 'no-store' });
  response.end(text);
};

/** Nothing that a terminal sends may end the hub, or be answered with what went wrong inside. */
const guarded =
  ({ log }: Parts, handle: (request: Request, response: Response) => Promise<void>): RequestHandler =>
  (request, response) => {
    handle(request, response).catch((error: unknown) => {
      if (request.destroyed && !request.complete) return;
      log.error({ path: request.path, error: String(error) }, 'a terminal’s message failed');
      if (!response.headersSent) answer(response, 500);
    });
  };

export function terminalRoutes(parts: Parts): Router {
  const router = Router();
  router.post(
    '/webhooks/temperature/:id',
    guarded(parts, (request, response) => hikvision(parts, request, response)),
  );
  // The push protocol of ZKTeco has its paths written into the terminal.
  router.get(
    '/iclock/cdata',
    guarded(parts, async (request, response) => {
      greet(parts, request, response);
    }),
  );
  router.get(
    '/iclock/getrequest',
    guarded(parts, async (request, response) => {
      greet(parts, request, response);
    }),
  );
  router.post(
    ['/iclock/cdata', '/iclock/registry', '/iclock/push', '/iclock/devicecmd'],
    guarded(parts, (request, response) => log(parts, request, response)),
  );
  return router;
}

/** By the password of its account: as HTTP Basic, or as `key` in the address where the terminal knows nothing better. */
async function hikvision(parts: Parts, request: Request, response: Response): Promise<void> {
  const id = String(request.params.id);
  const device = parts.hub.state.calendar.devices.get(id);
  const secret = secretOf(request, id);
  const known = device?.driver === 'hikvision' && secret !== null && (await verify(secret, device.hash));
  if (!known) {
    const { notes } = parts.terminals ?? {};
    if (device?.driver === 'hikvision') notes?.refused(id, 'password', request.path);
    else notes?.knocked(id, addressOf(request));
    response.setHeader('WWW-Authenticate', 'Basic realm="Loket"');
    return answer(response, 401);
  }
  const body = await readBytes(request, largestFile);
  if (body === null) return answer(response, 413);
  const readings = parts.terminals?.readHikvision(body, request.headers['content-type'] ?? '') ?? [];
  await takeAll(parts, device, readings, request, response);
}

function secretOf(request: Request, id: string): string | null {
  const [scheme = '', encoded = ''] = (request.headers.authorization ?? '').split(' ');
  if (scheme.toLowerCase() === 'basic') {
    const [user, ...secret] = Buffer.from(encoded, 'base64').toString().split(':');
    return user === id ? secret.join(':') : null;
  }
  const { key } = request.query;
  return typeof key === 'string' && key !== '' ? key : null;
}

/** By its serial number, which is all that the protocol has; one that admits by itself only from its own address. */
function zkteco({ hub, terminals }: Parts, request: Request): { device: Device; divide: number } | null {
  const { SN: serial } = request.query;
  for (const device of hub.state.calendar.devices.values()) {
    const settings = readSettings('zkteco', device);
    if (!settings || settings.serial !== serial) continue;
    const address = addressOf(request);
    if (settings.address === undefined || settings.address === address)
      return { device, divide: settings.divide };
    terminals?.notes?.refused(device.id, 'address', request.path);
    return null;
  }
  terminals?.notes?.knocked(typeof serial === 'string' ? serial : '', addressOf(request));
  return null;
}

/** Asks whether there is something to do for it; there never is. */
function greet(parts: Parts, request: Request, response: Response): void {
  const terminal = zkteco(parts, request);
  if (terminal) parts.terminals?.notes?.heard(terminal.device.id, addressOf(request), request.path, null);
  answer(response, terminal ? 200 : 403, 'OK');
}

async function log(parts: Parts, request: Request, response: Response): Promise<void> {
  const terminal = zkteco(parts, request);
  if (!terminal) return answer(response, 403);
  const body = await readBytes(request, largestFile);
  if (body === null) return answer(response, 413);
  const text = new TextDecoder().decode(body);
  const readings = parts.terminals?.readZkteco(text, terminal.divide) ?? [];
  await takeAll(parts, terminal.device, readings, request, response);
}

/** 200 only after what admits is on disk; otherwise the terminal sends it again, and it counts once. */
async function takeAll(
  { hub, log, terminals }: Parts,
  device: Device,
  readings: readonly TerminalReading[],
  request: Request,
  response: Response,
): Promise<void> {
  const heard = (said: string | null) =>
    terminals?.notes?.heard(device.id, addressOf(request), request.path, said);
  if (readings.length === 0) heard(null);
  const zone = hub.state.calendar.office?.timeZone ?? 'UTC';
  for (const { mark, celsius, time } of readings.slice(-mostReadings)) {
    const ageMs = ageOf(time, zone);
    // What a terminal kept while the hub was away is about people who went long ago.
    if (ageMs > 0)
      log.warn({ device: device.id, ageMs }, 'a terminal’s reading is late, or its clock is wrong');
    // Its count begins anew after a reset; on another day the same number is another person.
    const reading = {
      mark: `${mark} ${time?.trim().slice(0, 10) ?? ''}`.trim(),
      object: celsius,
      body: null,
      kind: 'forehead',
      ageMs,
    };
    const taken = await terminals?.take(device, reading);
    heard(taken?.said ?? null);
    if (!taken?.recorded) return answer(response, 503);
  }
  answer(response, 200, 'OK');
}

/** Clocks of terminals are set by hand. */
const clockErrorMs = 60_000;

/** Milliseconds beyond what a wrong clock explains, forwards too; 0 where the terminal does not say. */
function ageOf(time: string | null, zone: string): number {
  const at = time === null ? null : instantOf(time.trim().replace(' ', 'T'), zone);
  return at === null ? 0 : Math.max(0, Math.abs(Date.now() - at) - clockErrorMs);
}

function instantOf(time: string, zone: string): number | null {
  try {
    if (/(?:Z|[+-]\d\d:?\d\d)$/.test(time)) return Temporal.Instant.from(time).epochMilliseconds;
    return Temporal.PlainDateTime.from(time).toZonedDateTime(zone).epochMilliseconds;
  } catch {
    return null;
  }
}
