/** The built pages: assets that never change under their names, and pages that are asked for anew each time. */
import { existsSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import express, { type Request, type Response, Router } from 'express';

const isPage = /^\/(?:$|t\/|b\/|slip\/|display|kiosk)/;
const notBuilt = 'The pages are not built yet. Run: npm run build\n';

export function pageRoutes(distFolder: string): Router {
  const router = Router();
  const page = (file: string) => (_request: Request, response: Response, next: (error?: unknown) => void) => {
    const options = { root: distFolder, cacheControl: false, headers: { 'Cache-Control': 'no-cache' } };
    response.sendFile(file, options, (error) => {
      // Not there: what comes after says so.
      if (error && !response.headersSent) next();
    });
  };
  router.get('/', page('display/start.html'));
  // Whatever it keeps belongs to the pages below: its address says which.
  router.get('/t/worker.js', page('t/worker.js'));
  router.get('/t/:code', page('display/ticket.html'));
  router.get('/b/:code', page('display/booking.html'));
  router.get('/slip/:code', page('display/slip.html'));
  router.get(/^\/assets\/[\w.-]+\.(?:js|css)$/, packed(distFolder));
  router.use(files(distFolder));
  router.get('/{*path}', ({ path }, response, next) => {
    if (!isPage.test(path) || existsSync(distFolder)) return next();
    response
      .status(503)
      .set({ 'Retry-After': '30', 'Cache-Control': 'no-store' })
      .type('text/plain')
      .send(notBuilt);
  });
  return router;
}

// The builder puts a hash of the content into the name of every asset.
const forever = 'public, max-age=31536000, immutable';

/** The builder left a `.gz` beside every script and style: a phone at 3G has half to wait. */
function packed(distFolder: string): express.RequestHandler {
  return (request, response, next) => {
    const file = `${request.path}.gz`;
    response.vary('Accept-Encoding');
    if (!request.acceptsEncodings('gzip') || !existsSync(join(distFolder, file))) return next();
    response.set({ 'Content-Encoding': 'gzip', 'Cache-Control': forever }).type(extname(request.path));
    response.sendFile(file, { root: distFolder, cacheControl: false }, (error) => {
      if (error && !response.headersSent) next(error);
    });
  };
}

function files(distFolder: string): express.RequestHandler {
  const assets = join(distFolder, 'assets') + sep;
  return express.static(distFolder, {
    extensions: ['html'],
    setHeaders(response, path) {
      const value = path.startsWith(assets) ? forever : 'no-cache';
      response.setHeader('Cache-Control', value);
    },
  });
}
