/** Visits outside the office: asked for, decided, put on a trip, and entered afterwards. */
import type { Office } from '../../../server/contract/office.ts';
import { type Api, must, textOf } from '../hub/api.ts';
import type { PlannedRequest } from '../plan/affairs.ts';
import type { BesideTally, SeenTrip } from '../tally/beside.ts';

export interface Outside {
  /** On the day before. */
  prepare(requests: readonly PlannedRequest[], date: string): Promise<void>;
  /** Of the trips of the day. */
  enterResults(date: string, now: number): Promise<void>;
}

const codeOf = (status: number, body: Readonly<Record<string, unknown>>): string =>
  status < 300 ? '' : String(body.code ?? status);

export function createOutside(
  apis: { readonly integration: Api; readonly supervisor: Api },
  office: Office,
  tally: BesideTally,
): Outside {
  const { integration, supervisor } = apis;

  async function ask(planned: PlannedRequest): Promise<void> {
    const { service, people, without } = planned;
    const whole = {
      address: 'Jalan Latihan 1',
      contact: '+628125550001',
      letter: { kind: 'surat dokter', number: 'S-1' },
    };
    const requires = office.services.find(({ id }) => id === service)?.requires ?? [];
    const given = Object.fromEntries(
      requires.filter((part) => part !== without).map((part) => [part, whole[part]]),
    );
    const asked = await integration.ask('POST', '/requests', { service, people, ...given });
    const refused = codeOf(asked.status, asked.body);
    if (refused !== '') return void tally.requests.push({ planned, code: null, states: [refused] });
    const code = textOf(asked.body, 'code');
    const reason = planned.decision === 'refuse' ? { reason: 'bukan wilayah kami' } : {};
    const body = { decision: planned.decision, ...reason };
    const decided = await supervisor.ask('POST', `/requests/${code}/decide`, body);
    const state = codeOf(decided.status, decided.body) || String(decided.body.state);
    tally.requests.push({ planned, code, states: ['asked', state] });
  }

  async function plan(service: string, date: string, officer: string): Promise<void> {
    const requests = tally.requests.flatMap(({ planned, code, states }) =>
      planned.service === service && code !== null && states.includes('accepted') ? [code] : [],
    );
    const asked: SeenTrip['asked'][number][] = [];
    for (let day: string | null = date; day !== null && asked.length < 2; ) {
      const body: object = {
        date: day,
        place: 'Desa Latihan',
        team: [officer],
        vehicle: 'KB 1 XX',
        requests,
      };
      const { status, body: answer } = await supervisor.ask('POST', '/trips', body);
      const refused = codeOf(status, answer);
      const next = typeof answer.date === 'string' && refused !== '' ? answer.date : null;
      asked.push({ date: day, answer: refused || String(answer.id), next });
      day = next;
    }
    tally.trips.push({ service, asked, requests, results: [] });
  }

  async function enter(trip: SeenTrip, now: number): Promise<SeenTrip> {
    const id = trip.asked.at(-1)?.answer ?? '';
    const service = office.services.find((one) => one.id === trip.service);
    const results: SeenTrip['results'][number][] = [];
    for (const request of trip.requests) {
      const planned = tally.requests.find(({ code }) => code === request)?.planned;
      const entered = resultsFor(Math.max(1, planned?.people.length ?? 0), service?.steps ?? [], now, office);
      const { status } = await supervisor.ask('POST', `/trips/${id}/results`, { request, results: entered });
      results.push({ request, count: entered.length, status });
    }
    return { ...trip, results };
  }

  return {
    async prepare(requests, date) {
      if (requests.length === 0) return;
      for (const planned of requests) await ask(planned);
      const officer = { name: 'Petugas Keliling', pin: '246813' };
      const id = textOf(await must(supervisor, 'POST', '/officers', officer), 'id');
      for (const service of new Set(requests.map((request) => request.service)))
        await plan(service, date, id);
    },
    async enterResults(date, now) {
      for (const [index, trip] of tally.trips.entries())
        if (trip.asked.at(-1)?.date === date) tally.trips[index] = await enter(trip, now);
    },
  };
}

/** The first one is served in all steps; the second was not met. */
function resultsFor(count: number, steps: readonly string[], now: number, { outcomes }: Office): object[] {
  const minute = 60_000;
  const moment = (ago: number) => new Date(now - ago * minute).toISOString();
  return Array.from({ length: count }, (_, person) => {
    if (person % 2 === 1) return { person, end: 'no-show' };
    const done = steps.map((step, index) => {
      const [outcome] = outcomes[step] ?? [];
      const times = { startedAt: moment(30 - index), endedAt: moment(29 - index) };
      return { step, ...times, ...(outcome === undefined ? {} : { outcome }) };
    });
    return { person, end: 'done', steps: done };
  });
}
