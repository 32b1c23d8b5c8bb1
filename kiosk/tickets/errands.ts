/** What the kiosk asks of the hub, and the screen that comes of it. An attempt that is repeated has one effect. */
import { act, attemptKey, type Reply } from '../../display/lib/api.ts';
import type { TicketAnswer, TicketBody } from '../../server/contract/http.ts';
import { shortCodeIn, ticketCodeIn } from './codes.ts';
import { noWishes, type Screen, type Wishes } from './screen.ts';

export type Errand =
  | { readonly do: 'take'; readonly body: TicketBody }
  | { readonly do: 'return'; readonly ticket: string }
  | { readonly do: 'place'; readonly code: string };

/** `key` stays the same however often it is tried; `before`: where the errand began. */
export interface Attempt {
  readonly errand: Errand;
  readonly key: string;
  readonly before: Screen;
}

/** A hub that does not answer at all is not waited for any longer. */
export const patienceMs = 12_000;

export const firstAttempt = (errand: Errand, before: Screen): Attempt => ({
  errand,
  key: attemptKey(),
  before,
});

/** Only what was chosen is sent. */
export const takeErrand = (service: string, lane: string | undefined, { people, needs }: Wishes): Errand => ({
  do: 'take',
  body: {
    service,
    ...(lane === undefined ? {} : { lane }),
    ...(people === noWishes.people ? {} : { people }),
    ...(needs.length === 0 ? {} : { needs: [...needs] }),
  },
});

/** Where the same can be said once more, in another way. */
export function askedAt({ errand, before }: Attempt): Screen {
  if (errand.do === 'place') return { at: 'other-day' };
  return errand.do === 'return' ? { at: 'missed' } : before;
}

/** What a scan means where somebody stands; null: nothing. A ticket of today is scanned when it was missed. */
export function errandScanned(at: Screen['at'], text: string): Errand | null {
  const code = ticketCodeIn(text);
  if (at === 'missed') return code === null ? null : { do: 'return', ticket: code };
  if (at !== 'services' && at !== 'other-day') return null;
  const either = code ?? shortCodeIn(text);
  return either === null ? null : { do: 'place', code: either };
}

export async function outcomeOf(attempt: Attempt): Promise<Screen> {
  const { errand, key } = attempt;
  switch (errand.do) {
    case 'take': {
      const { people = noWishes.people } = errand.body;
      const reply = await patiently(act<TicketAnswer>('/api/v1/tickets', errand.body, key));
      return screenOf(attempt, reply, (ticket) => ({ at: 'given', ticket, people }));
    }
    case 'place': {
      const path = `/api/v1/places/${encodeURIComponent(errand.code)}`;
      const reply = await patiently(act<TicketAnswer>(path, {}, key));
      return screenOf(attempt, reply, (ticket) => ({ at: 'given', ticket, people: noWishes.people }));
    }
    case 'return': {
      const path = `/api/v1/tickets/${encodeURIComponent(errand.ticket)}/return`;
      const reply = await patiently(act<{ number: string }>(path, {}, key));
      return screenOf(attempt, reply, ({ number }) => ({ at: 'returned', number }));
    }
  }
}

function screenOf<A>(attempt: Attempt, reply: Reply<A>, then: (answer: A) => Screen): Screen {
  if (reply.ok) return then(reply.answer);
  if (reply.failure.code === 'not-signed-in') return { at: 'sign-in' };
  return { at: 'refused', failure: reply.failure, attempt };
}

function patiently<A>(reply: Promise<Reply<A>>): Promise<Reply<A>> {
  let timer: ReturnType<typeof setTimeout>;
  const silence = new Promise<Reply<A>>((resolve) => {
    timer = setTimeout(() => resolve({ ok: false, failure: { code: 'unreachable' } }), patienceMs);
  });
  return Promise.race([reply, silence]).finally(() => clearTimeout(timer));
}
