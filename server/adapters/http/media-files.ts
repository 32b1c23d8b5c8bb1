/** `/media/…`: the pictures and videos of the boards, as inert bytes: nothing in them runs, and nothing is guessed. */
import { type Response, Router } from 'express';
import { contentTypes } from '../../media/kinds.ts';
import type { HttpParts } from './parts.ts';
import { problem } from './route.ts';
import { send } from './serve.ts';

/** For an address that names the content too. */
const forever = 'public, max-age=31536000, immutable';

export function mediaFileRoutes({ media }: Pick<HttpParts, 'media'>): Router {
  const router = Router();
  const nothing = (response: Response) => send(response, problem('not-found'));
  router.get('/media/:name', ({ params, query }, response) => {
    // Only what was looked at has a name here: a path, a link or a hidden file has none.
    const file = media?.files().get(params.name);
    if (!media?.folder || !file) return nothing(response);
    response.set({
      'Content-Type': contentTypes[file.ending],
      'Content-Security-Policy': "sandbox; default-src 'none'",
      ETag: `"${file.version}"`,
      'Cache-Control': query.v === file.version ? forever : 'no-cache',
    });
    response.sendFile(file.name, { root: media.folder, cacheControl: false }, (error) => {
      if (!error || response.headersSent) return;
      const isRange = Reflect.get(error, 'status') === 416;
      if (isRange) response.status(416).set('Content-Range', `bytes */${file.size}`).end();
      // Taken away by hand since.
      else nothing(response);
    });
  });
  router.use('/media', (_request, response) => nothing(response));
  return router;
}
