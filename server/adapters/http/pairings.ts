/** Pairing a station by a code that it shows: asked for by anybody, confirmed by the supervisor. */
import type { z } from 'zod';
import { hashSecret, makeSecret } from '../../access/secrets.ts';
import { type PairingAnswer, pairingBody, tokenBody } from '../../contract/http-people.ts';
import { addressOf } from './limits.ts';
import { pairingLink } from './own-pages.ts';
import { qrOf } from './qr.ts';
import {
  anyone,
  api,
  ask,
  type Call,
  type Context,
  problem,
  type Reply,
  type Route,
  reply,
  route,
  tooSoon,
} from './route.ts';

const path = `${api}/pairings`;
type TokenBody = z.infer<typeof tokenBody>;

/** Seconds after which one of a hundred codes may be free again. */
const tryAgainAfter = 60;

export const pairingRoutes: readonly Route[] = [
  route<z.infer<typeof pairingBody>>({
    method: 'post',
    path,
    roles: anyone,
    body: pairingBody,
    keyed: false,
    limit: { by: 'pairings', key: ({ request }) => addressOf(request) },
    handle({ request, body }, { pairings }) {
      const begun = pairings.begin(addressOf(request));
      if (!begun) return tooSoon(tryAgainAfter);
      const { code, secret, expiresAt } = begun;
      const url = pairingLink(request, code, body);
      const answer: PairingAnswer = {
        ...{ code, secret, url, qr: qrOf(url) },
        expiresAt: new Date(expiresAt).toISOString(),
      };
      return reply(201, answer);
    },
  }),
  route<TokenBody>({
    method: 'post',
    path: `${path}/:code`,
    roles: ['supervisor'],
    body: tokenBody,
    keyed: true,
    handle: (call, context) => context.once(call.from, () => confirm(call, context)),
  }),
];

/** Makes a token that nobody ever sees: the station's session stands for it. */
async function confirm(
  { params: { code = '' }, body, from }: Call<TokenBody>,
  context: Context,
): Promise<Reply> {
  const confirming = context.pairings.confirm(code);
  if (!confirming) return problem('not-found');
  const { role, counter = null, label } = body;
  const id = context.freshId();
  const hash = await hashSecret(makeSecret());
  const { account } = from;
  const done = reply(201, { id, role, counter, label });
  const answer = await ask(
    context,
    { type: 'IssueToken', id, role, counter, label, hash },
    { account },
    () => done,
  );
  if (answer === done) confirming.done(id);
  else confirming.failed();
  return answer;
}
