/** HTTP: the API, the pages, and whether the hub is well. */
import express, { type ErrorRequestHandler, type Express } from 'express';
import { createFingerprints } from '../../access/fingerprints.ts';
import { createGuesses } from '../../access/guesses.ts';
import { createIdentityNumbers } from '../../access/identity-numbers.ts';
import { createPairings } from '../../access/pairings.ts';
import type { Log } from '../../log.ts';
import { safeHeaders } from './headers.ts';
import { healthRoutes } from './health.ts';
import { createLimiters, usualLimits } from './limits.ts';
import { manifestRoutes } from './manifest.ts';
import { mediaFileRoutes } from './media-files.ts';
import { createOnce } from './once.ts';
import { pageRoutes } from './pages.ts';
import type { HttpParts } from './parts.ts';
import { api, type Context, problem } from './route.ts';
import { routes } from './routes.ts';
import { send, serve } from './serve.ts';
import { terminalRoutes } from './terminals.ts';
import { createViews } from './views.ts';

/** The handler for `http.createServer`; see `server-limits.ts` for the server itself. */
export function createHttp(parts: HttpParts): Express {
  const context: Context = {
    ...parts,
    now: parts.now ?? Date.now,
    guesses: parts.guesses ?? createGuesses(),
    identities: parts.identities ?? createIdentityNumbers(null),
    fingerprintOf: parts.fingerprintOf ?? createFingerprints(null),
    pairings: createPairings({ now: parts.now ?? Date.now }),
    once: createOnce(),
    views: createViews(parts),
  };
  const limiters = createLimiters({ ...usualLimits, ...parts.limits });
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('query parser', 'simple');
  app.set('trust proxy', [...parts.trustProxy]);
  app.use(healthRoutes(parts));
  app.use(safeHeaders());
  app.use(terminalRoutes(parts));
  app.use(mediaFileRoutes(parts));
  for (const route of routes) app[route.method](route.path, serve(route, context, limiters));
  app.use(api, (_request, response) => send(response, problem('not-found')));
  app.use(manifestRoutes(context.views));
  app.use(pageRoutes(parts.distFolder));
  app.use((_request, response) => send(response, problem('not-found')));
  app.use(answerError(parts.log));
  return app;
}

/** What Express itself finds wrong, such as a path that cannot be decoded; never a stack or a path of ours. */
function answerError(log: Log): ErrorRequestHandler {
  return (error, request, response, _next) => {
    const status = Number(Reflect.get(Object(error), 'status') ?? 500);
    if (status < 500) return send(response, problem(status === 404 ? 'not-found' : 'malformed'));
    log.error({ method: request.method, error: String(error) }, 'a request failed');
    send(response, problem('internal'));
  };
}
