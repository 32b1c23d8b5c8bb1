/** The stage's side of screens that are watched from afar: their reports, who speaks, and the sounds of calls. */
import type { Express } from 'express';
import type { Server } from 'socket.io';
import type { DisplayReport } from '../../server/contract/displays.ts';
import type { ClientToServer, ServerToClient } from '../../server/contract/socket.ts';

/** `silent`: reports are not answered, as by a hub that does not know of them. `build`: null is the page's own. */
export interface ScreensOptions {
  readonly speaks?: boolean;
  /** Another screen says the calls. */
  readonly spare?: boolean;
  readonly build?: string | null;
  readonly silent?: boolean;
}

export interface StageScreens {
  /** As they came, newest last. */
  readonly reports: readonly DisplayReport[];
  /** Calls that were acknowledged, in this order. */
  readonly heard: readonly string[];
  /** Asked of `/audio/`: `c1.wav?short=1`. */
  readonly fetched: readonly string[];
  answer(options: ScreensOptions): void;
  /** Says to every page whether it speaks. */
  choose(speaks: boolean): void;
  identify(label: string): void;
  /** What `/audio/` answers; undefined: 404. */
  sounds(making: (file: string) => Promise<Buffer | undefined> | Buffer | undefined): void;
}

export function stageScreens(app: Express, io: Server<ClientToServer, ServerToClient>): StageScreens {
  const fetched: string[] = [];
  let making: Parameters<StageScreens['sounds']>[0] = () => wav(0.3);
  app.get('/audio/:file', async (request, response) => {
    const file = request.originalUrl.slice('/audio/'.length);
    fetched.push(file);
    const sound = await making(file);
    if (sound) response.type('audio/wav').send(sound);
    else response.status(404).end();
  });
  return {
    ...listening(io),
    fetched,
    sounds(made) {
      making = made;
    },
  };
}

function listening(io: Server<ClientToServer, ServerToClient>) {
  const reports: DisplayReport[] = [];
  const heard: string[] = [];
  let options: Required<ScreensOptions> = { speaks: true, spare: false, build: null, silent: false };
  io.on('connection', (socket) => {
    socket.on('report', (report, answered) => {
      reports.push(report);
      const { speaks, spare, build, silent } = options;
      if (silent) return;
      const speaksNow = speaks && report.sound === 'on';
      answered?.({ speaks: speaksNow, build: build ?? report.build, ...(spare ? { spare } : {}) });
    });
    socket.on('announced', ({ callId }) => void heard.push(callId));
  });
  return {
    reports,
    heard,
    answer(given: ScreensOptions) {
      options = { ...options, ...given };
    },
    choose: (speaks: boolean) => void io.emit('speaker', { speaks }),
    identify: (label: string) => void io.emit('identify', { label }),
  };
}

/** So many seconds of a low tone: 16 bits, one channel, 8,000 a second. */
export function wav(seconds: number): Buffer {
  const samples = Math.round(seconds * 8000);
  const bytes = Buffer.alloc(44 + samples * 2);
  bytes.write('RIFF', 0);
  bytes.writeUInt32LE(36 + samples * 2, 4);
  bytes.write('WAVEfmt ', 8);
  bytes.writeUInt32LE(16, 16);
  for (const [at, value] of [1, 1].entries()) bytes.writeUInt16LE(value, 20 + at * 2);
  bytes.writeUInt32LE(8000, 24);
  bytes.writeUInt32LE(16_000, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36);
  bytes.writeUInt32LE(samples * 2, 40);
  for (let at = 0; at < samples; at += 1)
    bytes.writeInt16LE(Math.round(9000 * Math.sin((at * 440 * 2 * Math.PI) / 8000)), 44 + at * 2);
  return bytes;
}
