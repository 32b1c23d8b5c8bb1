/** The voice of an office with real sockets on loopback, a day that the test leads, and a clock that only the test moves. */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { writeCredential } from '../../server/access/credentials.ts';
import { createAccess } from '../../server/access/principal.ts';
import { hashSecret, makeSecret } from '../../server/access/secrets.ts';
import { attachSockets } from '../../server/adapters/socket-io/sockets.ts';
import type { Play } from '../../server/adapters/voice/aplay.ts';
import type { OfficeVoice } from '../../server/adapters/voice/office-voice.ts';
import { createOfficeVoice } from '../../server/adapters/voice/voice.ts';
import type { Office } from '../../server/contract/office.ts';
import type { Role } from '../../server/contract/values.ts';
import { noForecast } from '../../server/domain/forecast/forecast.ts';
import type { Instant } from '../../server/domain/instant.ts';
import { type Log, silent } from '../../server/log.ts';
import { type Morning, morning } from '../domain/morning.ts';
import { contoh } from '../domain/office.ts';
import { createFakeHub, type FakeHub } from '../socket/fake-hub.ts';
import { openScreen } from '../socket/screen.ts';
import { asBoard, type Board } from './board.ts';

/** Each call sounds for so long. */
export const callMs = 6000;

export interface Order {
  readonly office?: Office;
  readonly play?: Play;
  readonly log?: Log;
  readonly folder?: string;
  readonly distFolder?: string;
  readonly lastAlive?: Instant;
  readonly day?: Morning;
}

export interface Stage extends FakeHub {
  readonly day: Morning;
  readonly voice: OfficeVoice;
  token(role: Role, label?: string): Promise<string>;
  /** A lobby board that watches and has not reported yet. `id`: any letter, twelve times. */
  board(order?: { id?: string; zone?: string; token?: string }): Promise<Board>;
  /** Takes a ticket and calls it; resolves with the call's id when the voice knows of it. */
  calls(counter: number, time?: string): Promise<string>;
  /** Milliseconds of real time. */
  soundsFor(ms: number): void;
}

/** Like `contoh`, with counters 1, 3 and 4 in the hall, 2 in the yard, and 9 in no zone. */
export const zoned = (changes: Record<string, unknown> = {}): Office =>
  contoh({
    counters: [
      { number: 1, steps: ['documents'], zone: 'hall' },
      { number: 2, steps: ['documents'], zone: 'yard' },
      { number: 3, steps: ['interview', 'handover', 'documents'], zone: 'hall' },
      { number: 4, steps: ['documents'], zone: 'hall' },
      { number: 9, steps: ['documents'] },
    ],
    ...changes,
  });

/** Says nothing; a WAV is as long as its number. */
const spoken = {
  languages: ['id', 'en'],
  problems: [],
  say: ({ number, repeat }: { number: string; repeat: number }) =>
    new TextEncoder().encode(`${number} and ${repeat} times more`),
  durationMs: () => callMs,
};

export async function openVoiceStage(order: Order = {}): Promise<Stage> {
  const { office = zoned(), day = morning(office), log = silent, folder = null } = order;
  const fake = createFakeHub(day);
  let at = 0;
  const voice = createOfficeVoice({
    ...{ hub: fake.hub, log, folder, voice: spoken, clock: () => at },
    lastAlive: order.lastAlive ?? null,
    distFolder: order.distFolder ?? '/nowhere/at/all',
    ...(order.play ? { play: order.play } : {}),
  });
  const httpServer = createServer();
  const sockets = attachSockets({
    ...{ httpServer, hub: fake.hub, access: createAccess({ hub: fake.hub }), log, publicUrl: null },
    screens: voice,
    sources: {
      boxView: () => null,
      forecast: () => noForecast,
      alarms: () => [],
      presence: () => new Map(),
      notices: false,
      displays: voice.shown,
    },
    onBoxChange: () => {},
    onForecast: () => {},
  });
  await once(httpServer.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(async () => {
    sockets.close();
    httpServer.closeAllConnections();
    httpServer.close();
    await voice.close();
  });
  const { port } = httpServer.address() as AddressInfo;
  let ids = 0;

  return {
    ...fake,
    day,
    voice,
    async token(role, label = 'test') {
      ids += 1;
      const [id, secret] = [`t${ids}`, makeSecret()];
      const hash = await hashSecret(secret);
      day.does(
        { type: 'IssueToken', id, role, counter: role === 'counter' ? 1 : null, label, hash },
        '08:00',
      );
      fake.tell();
      return writeCredential({ id, secret });
    },
    async board({ id = 'a', zone, token } = {}) {
      const screen = await openScreen(port, token === undefined ? {} : { token });
      const name = zone === undefined ? 'lobby' : `lobby:${zone}`;
      await screen.watch(name);
      return asBoard(screen, id.repeat(12), zone ?? null);
    },
    async calls(counter, time = '08:01') {
      day.opens(counter);
      const number = day.takes('08:00', 'question');
      day.calls(counter, number, time);
      fake.tell();
      // Behind what the voice does once the boards are told.
      await new Promise(setImmediate);
      return day.visit(number).callId ?? '';
    },
    soundsFor(ms) {
      at += ms;
      voice.look();
    },
  };
}

/** Gone when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'loket-screens-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
