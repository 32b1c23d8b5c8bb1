/** A hub that runs already: it must be a rehearsal, and its day must not have begun. */

import { Mistake } from '../mistake.ts';
import { type Address, must, openApi } from './api.ts';
import { type Hub, signIn } from './hub.ts';
import { officeFrom } from './office-of.ts';

const usualMqttPort = 1883;

/** @param url as given, such as `http://localhost:8080`; @param mqtt `host:port`, or null for the usual port there */
export async function joinHub(url: string, mqtt: string | null, password: string): Promise<Hub> {
  const http = addressOf(url);
  const board = await boardOf(http, url);
  if (!isRehearsal(board))
    throw new Mistake(
      `${url} is a real office. Only a rehearsal is played against: a hub that was started with LOKET_CLOCK.`,
    );
  const supervisor = await signIn(http, password);
  const hub = {
    http,
    mqtt: mqtt === null ? { host: http.host, port: usualMqttPort } : pairOf(mqtt),
    supervisor,
  };
  refuseBegun(board, url);
  return hub;
}

/** The office that the hub has. */
export async function officeOfHub({ supervisor }: Hub) {
  const { office, source } = await must(supervisor, 'GET', '/office');
  return officeFrom(office, typeof source === 'string' ? source : '');
}

/** Gives it the office of a recording. */
export async function takeOffice({ supervisor }: Hub, source: string): Promise<void> {
  const { status, body } = await supervisor.ask('PUT', '/office', source);
  if (status !== 200)
    throw new Mistake(`The hub does not take the recording's office: ${JSON.stringify(body)}`);
}

function addressOf(url: string): Address {
  const parsed = URL.parse(url);
  if (parsed?.protocol !== 'http:')
    throw new Mistake(`--hub ${url}: expected an address such as http://localhost:8080`);
  return { host: parsed.hostname, port: Number(parsed.port || 80) };
}

function pairOf(text: string): Address {
  const found = /^([^:\s]+):(\d{1,5})$/.exec(text);
  if (!found) throw new Mistake(`--mqtt ${text}: expected address:port such as localhost:1883`);
  return { host: found[1] ?? '', port: Number(found[2]) };
}

type Board = Readonly<Record<string, unknown>>;

async function boardOf(http: Address, url: string): Promise<Board> {
  const anyone = openApi(http, {});
  try {
    return await must(anyone, 'GET', '/board');
  } catch (error) {
    throw new Mistake(
      `--hub ${url}: no hub answers there (${error instanceof Error ? error.message : error})`,
    );
  } finally {
    anyone.close();
  }
}

const isRehearsal = ({ office }: Board): boolean =>
  typeof office === 'object' && office !== null && Reflect.get(office, 'rehearsal') === true;

/** What others have begun could not be told from what is played. */
function refuseBegun({ calls, counters }: Board, url: string): void {
  const isOpen = (counter: unknown) => Reflect.get(Object(counter), 'state') !== 'closed';
  const begun = [calls].flat().length > 0 || [counters].flat().some(isOpen);
  if (begun)
    throw new Mistake(
      `The day at ${url} has begun: somebody was called or a counter is open. Start the rehearsal anew.`,
    );
}
