/** Whether the process is alive, and whether the hub can do its work; for whoever watches over it, without an account. */
import { type Request, type Response, Router } from 'express';
import type { HttpParts } from './parts.ts';

export function healthRoutes({ ready }: Pick<HttpParts, 'ready'>): Router {
  const router = Router();
  router.get('/healthz', (_request: Request, response: Response) => say(response, 200, 'ok'));
  router.get('/readyz', (_request: Request, response: Response) => {
    if (ready()) say(response, 200, 'ready');
    else say(response, 503, 'not ready');
  });
  return router;
}

function say(response: Response, status: number, status_: string): void {
  response.status(status).set('Cache-Control', 'no-store').json({ status: status_ });
}
