/** The sound of a call, for the screen that says it: the chime and its sentences as one WAV. */
import { anyone, problem, type Reply, type Route, reply, route } from './route.ts';

/** Screens are told the id of a call; what it says never changes for them. */
const headers = {
  'Content-Type': 'audio/wav',
  'Accept-Ranges': 'bytes',
  'Cache-Control': 'private, max-age=86400, immutable',
};

export const audioRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/audio/:call.wav',
    roles: anyone,
    keyed: false,
    handle({ params, request }, { voice }) {
      const wav = voice?.wav(params.call ?? '', request.query.short === '1') ?? null;
      return wav === null ? problem('not-found') : part(wav, request.headers.range);
    },
  }),
];

/** One range of bytes (RFC 9110, 14.1.2), as media players ask for it; anything else in that header means nothing. */
function part(wav: Uint8Array, range: string | undefined): Reply {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(range ?? '') ?? [];
  if (first === '' && last === '') return { ...reply(200, wav), headers };
  const size = wav.byteLength;
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (from > to)
    return { ...problem('malformed', { status: 416 }), headers: { 'Content-Range': `bytes */${size}` } };
  const content = { 'Content-Range': `bytes ${from}-${to}/${size}` };
  return { ...reply(206, wav.subarray(from, to + 1)), headers: { ...headers, ...content } };
}
