/** How every route is served: origin, who it is, what they may, how often, the body, and only then the handler. */
import type { Request, RequestHandler, Response } from 'express';
import { bearerOf, sessionOf } from '../../access/credentials.ts';
import { isOwnOrigin } from '../../access/origin.ts';
import { may, nobody, type Principal } from '../../access/principal.ts';
import type { From } from '../../hub.ts';
import { readFile, readJson, readOfficeText } from './body.ts';
import { fieldsOf } from './fields.ts';
import { addressOf, type Limiter, type Limiters } from './limits.ts';
import { sendLines } from './lines.ts';
import { type Call, type Context, problem, type Reply, type Route, tooSoon } from './route.ts';

export function serve(route: Route, context: Context, limiters: Limiters): RequestHandler {
  return async (request, response) => {
    try {
      const reply = await answer(route, context, limiters, request, response);
      if (reply.lines) await sendLines(response, reply.lines);
      else send(response, reply);
    } catch (error) {
      // Whoever went away in the middle of a body gets no answer and is no mistake of ours.
      if (request.destroyed && !request.complete) return;
      context.log.error({ route: `${route.method} ${route.path}`, error: String(error) }, 'a request failed');
      send(response, problem('internal'));
    }
  };
}

export function send(response: Response, { status, headers, body }: Reply): void {
  if (response.headersSent || response.destroyed) return;
  const isReady = typeof body === 'string' || body === undefined || body instanceof Uint8Array;
  const content = isReady ? body : JSON.stringify(body);
  // No answer of the API is anybody else's or later's.
  response.writeHead(status, {
    'Cache-Control': 'no-store',
    ...(content === undefined
      ? {}
      : { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(content) }),
    ...headers,
  });
  response.end(content);
}

async function answer(
  route: Route,
  context: Context,
  limiters: Limiters,
  request: Request,
  response: Response,
): Promise<Reply> {
  const bearer = bearerOf(request.headers.authorization);
  const cookie = bearer === undefined ? sessionOf(request.headers.cookie) : undefined;
  if (!fromOwnPage(route, context, request, cookie !== undefined)) return problem('wrong-origin');
  const known = await context.access.whoIs({ bearer, cookie });
  if (!known || known.role === 'public') {
    const wait = await limited(limiters.reads, addressOf(request), request, response);
    if (wait) return wait;
  }
  // A browser sends an old cookie by itself; a token is presented on purpose.
  const principal = known ?? (bearer === undefined ? nobody : null);
  const refused = admit(route, principal, request);
  if (refused || !principal) return refused ?? problem('not-signed-in');
  const read = await readCall(route, context, principal, request);
  if (!read.ok) return read.reply;
  for (const { by, key: keyOf } of [route.limit ?? []].flat()) {
    const key = keyOf(read.call);
    const wait = key === null ? null : await limited(limiters[by], key, request, response);
    if (wait) return wait;
  }
  return route.handle(read.call, context);
}

/** A page elsewhere can make a browser send our cookie; CORS does not hinder it. */
function fromOwnPage(
  { method }: Route,
  { publicUrl }: Context,
  request: Request,
  withCookie: boolean,
): boolean {
  if (method === 'get') return true;
  const { origin } = request.headers;
  return origin === undefined ? !withCookie : isOwnOrigin(origin, request.host, publicUrl);
}

function admit(route: Route, principal: Principal | null, request: Request): Reply | null {
  if (!principal) return problem('not-signed-in');
  const counter = route.ownCounter ? Number(request.params.n) : undefined;
  if (may(principal, route.roles, counter)) return null;
  return problem(principal.role === 'public' ? 'not-signed-in' : 'forbidden');
}

async function limited(
  limiter: Limiter,
  key: string,
  request: Request,
  response: Response,
): Promise<Reply | null> {
  const seconds = await limiter(key, request, response);
  return seconds === null ? null : tooSoon(seconds);
}

type Read = { readonly ok: true; readonly call: Call } | { readonly ok: false; readonly reply: Reply };

async function readCall(
  route: Route,
  { fingerprintOf }: Context,
  principal: Principal,
  request: Request,
): Promise<Read> {
  const body = await readBody(route, request);
  if (!body.ok) return body;
  const params = request.params as Record<string, string>;
  const given = route.keyed ? request.headers['idempotency-key'] : undefined;
  if (given !== undefined && !(typeof given === 'string' && /^[\x21-\x7e]{1,128}$/.test(given)))
    return malformed([{ path: 'Idempotency-Key', message: 'expected 1 to 128 visible characters' }]);
  const { account } = principal;
  const from: From =
    given === undefined
      ? { account }
      : {
          account,
          key: `http:${given}`,
          body: fingerprintOf([route.method, route.path, params, body.value], route),
        };
  return { ok: true, call: { principal, params, body: body.value, from, request } };
}

type Parsed = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly reply: Reply };

async function readBody({ body: schema, text, file }: Route, request: Request): Promise<Parsed> {
  if (!schema && !text && !file) return { ok: true, value: {} };
  const read = await (file ? readFile(request) : text ? readOfficeText(request) : readJson(request));
  if (!read.ok)
    return read.code === 'too-large'
      ? { ok: false, reply: problem('too-large') }
      : malformed([{ path: '', message: read.message }]);
  if (!schema) return read;
  const parsed = schema.safeParse(read.value);
  return parsed.success ? { ok: true, value: parsed.data } : malformed(fieldsOf(parsed.error.issues));
}

const malformed = (fields: { path: string; message: string }[]) =>
  ({ ok: false, reply: problem('malformed', { fields }) }) as const;
