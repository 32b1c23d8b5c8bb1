/** Ticket kiosks: numbers are taken and brought back over HTTP, at as many kiosks as the pace needs. */
import type { TicketAnswer } from '../../../server/contract/http.ts';
import type { Rating } from '../../../server/contract/values.ts';
import { type Address, type Api, must, openApi, textOf } from '../hub/api.ts';
import { bearer } from '../hub/hub.ts';
import type { Moment } from '../plan/plan.ts';
import type { AffairsTally, Question } from '../tally/asked.ts';
import type { Tally } from '../tally/tally.ts';
import type { OfficeClock } from './office-clock.ts';

export interface Wanted {
  readonly service: string;
  readonly lane: string | null;
  readonly people: number;
  /** The number of a booking on paper. */
  readonly proof?: string | null;
}

/** The ticket, or why there is none, and from when there would be one. */
export interface CheckedIn {
  readonly ticket: TicketAnswer | null;
  readonly refused: string | null;
  readonly opensAt: Moment | null;
}

export interface Kiosks {
  /** Null: refused, and counted. */
  take(wanted: Wanted): Promise<TicketAnswer | null>;
  /** Somebody comes with the code of a booking. */
  checkIn(code: string, people: number): Promise<CheckedIn>;
  /** Somebody whose visit is done comes for what follows it. */
  collect(ticket: string): Promise<TicketAnswer | null>;
  /** Somebody who was missed or sent away comes back. */
  bringBack(ticket: { readonly code: string; readonly number: string }): Promise<boolean>;
  /** Somebody goes home and says so on the phone. */
  giveUp(ticket: { readonly code: string; readonly number: string }): Promise<boolean>;
  /** Somebody whose visit is done says on the phone how it was. */
  rate(code: string, rating: Rating): Promise<void>;
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
  {
    clock,
    tally,
    affairs,
  }: { readonly clock: OfficeClock; readonly tally: Tally; readonly affairs: AffairsTally },
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
    const code = status >= 200 && status < 300 ? null : String(answer.code ?? status);
    if (code !== null) tally.refused(what, code);
    return { answer, span, code };
  }

  /** A number is asked for; what was asked and answered is noted, and a ticket that was given. */
  async function number(question: Question, body: object, people: number): Promise<CheckedIn> {
    const { answer, span, code } = await ask(question.what, next(), 'POST', '/tickets', body);
    affairs.answered({ question, span, code, body: answer });
    const opensAt = typeof answer.opensAt === 'string' ? Date.parse(answer.opensAt) : null;
    if (code !== null) return { ticket: null, refused: code, opensAt };
    const ticket = answer as unknown as TicketAnswer;
    tally.took(ticket, people, span, question.what === 'collect');
    return { ticket, refused: null, opensAt: null };
  }

  const of = (people: number) => (people === 1 ? {} : { people });

  return {
    async take({ service, lane, people, proof = null }) {
      const paper = proof === null ? {} : { proof };
      const body = { service, ...(lane === null ? {} : { lane }), ...of(people), ...paper };
      return (await number({ what: 'ticket', service, lane, people }, body, people)).ticket;
    },
    checkIn: (code, people) => number({ what: 'check in', code, people }, { booking: code, people }, people),
    async collect(ticket) {
      return (await number({ what: 'collect', ticket }, { booking: ticket }, 1)).ticket;
    },
    async bringBack({ code, number: name }) {
      const done = await ask('return', next(), 'POST', `/tickets/${code}/return`, {});
      if (done.code === null) await tally.returned(name, done.span);
      return done.code === null;
    },
    async giveUp({ code, number: name }) {
      const done = await ask('cancel', phone, 'DELETE', `/tickets/${code}`);
      if (done.code === null) await tally.cancelled(name, done.span);
      return done.code === null;
    },
    async rate(code, rating) {
      const done = await ask('rate', phone, 'POST', `/tickets/${code}/rating`, { rating });
      if (done.code === null) tally.said.rated(code, rating);
    },
    limited: () => [...kiosks, phone].reduce((sum, api) => sum + api.limited(), 0),
    close() {
      for (const api of [...kiosks, phone]) api.close();
    },
  };
}
