/** The pictures and videos of the boards: what is there, one more, one less. They are read under `/media/…`. */
import type { IncomingMessage } from 'node:http';
import type { MediaListed } from '../../contract/http-media.ts';
import { endingOf, kindOf } from '../../media/kinds.ts';
import type { Media, MediaFile } from '../../media/media.ts';
import { mostPixels, type Refused } from '../../media/receive.ts';
import { api, type Context, problem, type Reply, type Route, reply, route } from './route.ts';
import { takesLonger } from './server-limits.ts';

const path = `${api}/media`;
/** What is refused is still read up to here, so that the sender gets to see the answer. */
const mostDiscarded = 8 * 1024 * 1024;

export const mediaRoutes: readonly Route[] = [
  route({
    method: 'get',
    path,
    roles: ['supervisor'],
    keyed: false,
    async handle(_, context) {
      const { media } = context;
      await media?.look();
      const files = media ? [...media.files().values()].map((file) => listed(file, media, context)) : [];
      const { file: mostOfOne = 0, total: mostOfAll = 0 } = media?.folder ? media.room : {};
      const size = files.reduce((sum, one) => sum + one.size, 0);
      return reply(200, { files, size, mostOfOne, mostOfAll });
    },
  }),
  route({
    method: 'put',
    path: `${path}/:name`,
    roles: ['supervisor'],
    // The same file again is the same file.
    keyed: false,
    async handle({ params: { name = '' }, request }, context) {
      const { media } = context;
      if (endingOf(name) === null) return badName;
      if (!media) return problem('storage');
      const isNew = !media.files().has(name);
      const length = request.headers['content-length'];
      takesLonger(request);
      const bytes = request.iterator({ destroyOnReturn: false });
      const received = await media.receive(name, bytes, length === undefined ? null : Number(length));
      const file = media.files().get(name);
      if (received.ok && file) return reply(isNew ? 201 : 200, listed(file, media, context));
      await readOut(request);
      return received.ok ? problem('storage') : refusal(received.why, media);
    },
  }),
  route({
    method: 'delete',
    path: `${path}/:name`,
    roles: ['supervisor'],
    keyed: false,
    async handle({ params: { name = '' } }, { media, log }) {
      try {
        return (await media?.remove(name)) ? reply(204) : problem('not-found');
      } catch (error) {
        log.warn({ file: name, error: String(error) }, 'a media file was not removed');
        return problem('storage');
      }
    },
  }),
];

function listed(file: MediaFile, media: Media, { hub }: Context): MediaListed {
  const { name, ending, size, width, height, duration } = file;
  const used = hub.state.calendar.office?.media.some((one) => one.file === name) ?? false;
  const src = media.addresses().get(name) ?? '';
  return { name, kind: kindOf(ending), size, width, height, duration, used, src };
}

const malformed = (place: string, message: string): Reply =>
  problem('malformed', { fields: [{ path: place, message }] });

const badName = malformed(
  'name',
  'expected a file of small letters, digits, . - and _ that ends in .png, .jpg, .webp, .mp4 or .webm',
);

function refusal(why: Refused, { room }: Media): Reply {
  switch (why) {
    case 'name':
      return badName;
    case 'content':
      return malformed('content', 'expected a file that is what its name says');
    case 'pixels':
      return malformed('pixels', `expected at most ${mostPixels / 1_000_000} million pixels`);
    case 'size':
      return problem('too-large', { most: room.file });
    case 'total':
      return problem('too-large', {
        most: room.total,
        fields: [{ path: 'total', message: 'expected less of all files together' }],
      });
    case 'storage':
      return problem('storage');
    case 'broken-off':
      return malformed('content', 'expected the whole file');
  }
}

/** Resolves when the sender has said everything, is gone, or says too much. */
function readOut(request: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    if (request.complete || request.destroyed) return resolve();
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > mostDiscarded) resolve();
    });
    for (const ending of ['end', 'close', 'error'] as const) request.once(ending, () => resolve());
    request.resume();
  });
}
