/** Ticket kiosks: numbers are taken and brought back over HTTP, at as many kiosks as the pace needs. */
import type { TicketAnswer } from '../../../server/contract/http.ts';
import { type Address, type Api, must, openApi, textOf } from '../hub/api.ts';
import { bearer } from '../hub/hub.ts';
import type { Moment } from '../plan/plan.ts';
import type { Tally } from '../tally/tally.ts';
import type { OfficeClock } from './office-clock.ts';

export interface Wanted {
  readonly service: string;
  readonly lane: string | null;
  readonly people: number;
}

export interface Kiosks {
  /** Null: refused, and counted. */
  take(wanted: Wanted): Promise<TicketAnswer | null>;
  /** Somebody who was missed or sent away comes back. */
  bringBack(ticket: { readonly code: string; readonly number: string }): Promise<boolean>;
  /** Somebody goes home and says so on the phone. */
  giveUp(ticket: { readonly code: string; readonly number: string }): Promise<boolean>;
  limited(): number;
  close(): void;
}

/** The hub lets one kiosk take thirty numbers in five seconds; some room is left. */
const most = 24;
const withinMs = 5000;

/** Enough for the busiest five seconds of the plan. */
export function kiosksFor(arrivals: readonly Moment[], rate: number): number {
  const span = withinMs * rate;
  let busiest = 0;
  let first = 0;
  for (const [place, at] of arrivals.entries()) {
    while ((arrivals[first] ?? at) < at - span) first += 1;
    busiest = Math.max(busiest, place - first + 1);
  }
  return Math.min(60, 1 + Math.ceil(busiest / most));
}

export async function openKiosks(
  { http, supervisor }: { readonly http: Address; readonly supervisor: Api },
  count: number,
  { clock, tally }: { readonly clock: OfficeClock; readonly tally: Tally },
): Promise<Kiosks> {
  const issued = Array.from({ length: count }, (_, index) =>
    must(supervisor, 'POST', '/tokens', { role: 'kiosk', label: `rehearsal kiosk ${index + 1}` }),
  );
  const kiosks = (await Promise.all(issued)).map((answer) => openApi(http, bearer(textOf(answer, 'token'))));
  const phone = openApi(http, {});
  let turn = 0;
  const next = (): Api => kiosks[turn++ % kiosks.length] as Api;

  async function ask(what: string, api: Api, method: 'POST' | 'DELETE', path: string, body?: object) {
    const from = clock.now();
    const { status, body: answer } = await api.ask(method, path, body);
    const span = { from, to: clock.now() };
    if (status >= 200 && status < 300) return { answer, span };
    tally.refused(what, String(answer.code ?? status));
    return null;
  }

  return {
    async take({ service, lane, people }) {
      const body = { service, ...(lane === null ? {} : { lane }), ...(people === 1 ? {} : { people }) };
      const given = await ask('ticket', next(), 'POST', '/tickets', body);
      if (!given) return null;
      const answer = given.answer as unknown as TicketAnswer;
      tally.took(answer, people, given.span);
      return answer;
    },
    async bringBack({ code, number }) {
      const done = await ask('return', next(), 'POST', `/tickets/${code}/return`, {});
      if (done) await tally.returned(number, done.span);
      return done !== null;
    },
    async giveUp({ code, number }) {
      const done = await ask('cancel', phone, 'DELETE', `/tickets/${code}`);
      if (done) await tally.cancelled(number, done.span);
      return done !== null;
    },
    limited: () => [...kiosks, phone].reduce((sum, api) => sum + api.limited(), 0),
    close() {
      for (const api of [...kiosks, phone]) api.close();
    },
  };
}
