/** An office for a story: a real hub of its own day, people at machines of their own, stations, boxes and boards. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { TicketAnswer, TicketBody } from '../../../server/contract/http.ts';
import type { AuditEntry } from '../../../server/contract/http-day.ts';
import type { Role } from '../../../server/contract/values.ts';
import { type CounterBox, plugInBox } from '../box.ts';
import { type Browsers, openBrowsers, type Person } from '../browser.ts';
import { type Client, clientOf, tokenFor } from '../client.ts';
import { choosePorts, type HubOrder, type HubProcess, startHub } from '../hub-process.ts';
import { officeFile, temporaryFolder } from '../office-file.ts';
import { storyOffice } from './office-text.ts';

export const password = 'rahasia-sekali-2026';

/** 26 November 2026, a Thursday, by the office's clock. */
export const onThursday = (time: string): string => clockAt('2026-11-26', time);
export const clockAt = (date: string, time: string): string =>
  new Date(`${date}T${time}:00+08:00`).toISOString();

export interface Office {
  readonly order: HubOrder;
  readonly hub: HubProcess;
  readonly browsers: Browsers;
  /** For what a story needs and is not about. */
  readonly supervisor: Client;
  person(size?: { width: number; height: number }): Promise<Person>;
  /** A station's own machine, signed in by a link as it is set up. */
  station(role: Role, path: string, counter?: number): Promise<Page>;
  /** The supervisor at a machine of their own. */
  supervise(section?: string): Promise<Page>;
  /** A phone that follows this ticket. */
  phone(ticket: Pick<TicketAnswer, 'code'>): Promise<Page>;
  /** A box with keys and board at this counter. */
  plugIn(id: string, counter: number): Promise<CounterBox>;
  take(body: TicketBody): Promise<TicketAnswer>;
  act(counter: number, action: string, body?: object): Promise<void>;
  /** What was recorded of the running day, of these types, in order. */
  recorded(...types: string[]): Promise<AuditEntry[]>;
  /** Starts the hub again on the same data, with its clock at this instant. */
  startAgain(clock: string): Promise<HubProcess>;
}

interface Wanted {
  readonly text?: string;
  /** What the hub's clock shows when it is ready. */
  readonly clock?: string;
  readonly settings?: Readonly<Record<string, string>>;
}

export async function openOffice({
  text = storyOffice(),
  clock = onThursday('09:00'),
  settings,
}: Wanted = {}): Promise<Office> {
  const own = { LOKET_SUPERVISOR_PASSWORD: password, ...settings };
  const order: HubOrder = { folder: temporaryFolder(), ...(await choosePorts()), office: officeFile(text) };
  const start = (now: string) => startHub({ ...order, settings: { ...own, LOKET_CLOCK: now } });
  const hub = await start(clock);
  const supervisor = clientOf(order.http, await tokenFor(order.http, password, 'supervisor'));
  const browsers = await openBrowsers(`http://127.0.0.1:${order.http}`);
  return { order, hub, browsers, supervisor, startAgain: start, ...workingIn(order, browsers, supervisor) };
}

type Working = Omit<Office, 'order' | 'hub' | 'browsers' | 'supervisor' | 'startAgain'>;

function workingIn({ mqtt }: HubOrder, { person }: Browsers, supervisor: Client): Working {
  async function does(status: number, method: string, path: string, body?: object) {
    const answer = await supervisor.send(method, path, body);
    expect(answer, `${method} ${path}`).toMatchObject({ status });
    return answer.body;
  }
  return {
    person,
    async station(role, path, counter) {
      const { token } = await does(201, 'POST', '/tokens', {
        role,
        label: role,
        ...(counter ? { counter } : {}),
      });
      return (await person()).open(`${path}#token=${token}`);
    },
    async supervise(section = 'room') {
      const page = await (await person()).open(`/kiosk/supervisor.html#${section}`);
      await page.getByLabel('Kata sandi kepala').fill(password);
      await page.getByRole('button', { name: 'Masuk', exact: true }).click();
      await page.getByRole('navigation').first().waitFor();
      return page;
    },
    phone: async ({ code }) => (await person({ width: 390, height: 844 })).open(`/t/${code}`),
    async plugIn(id, counter) {
      const account = await does(201, 'POST', '/devices', { id, driver: 'loket', counter });
      return plugInBox(mqtt, { username: String(account.username), password: String(account.password) });
    },
    take: async (body) => (await does(201, 'POST', '/tickets', body)) as unknown as TicketAnswer,
    async act(counter, action, body) {
      await does(200, 'POST', `/counters/${counter}/${action}`, body);
    },
    async recorded(...types) {
      const { entries } = await does(200, 'GET', `/audit?most=1000&types=${types.join(',')}`);
      return entries as AuditEntry[];
    },
  };
}
