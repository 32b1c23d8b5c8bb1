/** A printer at a USB port, `/dev/usb/lp0`: a file of the system's own driver, read and written. */
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { type Answers, createAnswers } from './answers.ts';
import { type Limits, partsOf, type Sent, type Wire } from './wire.ts';

const { O_RDWR, O_NONBLOCK, O_NOCTTY } = constants;
/** How often a printer that is busy is tried again, and how often its answers are looked for. */
const againMs = 25;

/**
 * Rejects when the file is not there or somebody else has it open: nothing was sent. Never waits inside the system:
 * a printer without paper would hold one of the few threads for files for ever.
 */
export async function openUsb(path: string, limits: Limits): Promise<Wire> {
  const file = await open(path, O_RDWR | O_NONBLOCK | O_NOCTTY);
  if (!(await isDevice(file))) {
    await file.close();
    throw new Error('no device');
  }
  const answers = createAnswers();
  // An answer that came too late for the last question must not be taken for one to the next.
  await answer(file, answers, () => false, 0);
  answers.forget();
  let broken = false;
  return {
    answers: true,
    async send(bytes) {
      const sent = broken ? 'none' : await send(file, bytes, limits.wire);
      broken ||= sent !== 'all';
      return sent;
    },
    answer: (wanted, ms) => answer(file, answers, wanted, ms),
    async close() {
      await file.close().catch(() => {});
      return broken ? 'broken' : 'well';
    },
  };
}

/** Whatever else a setting may name, the hub's own files are never written to. */
const isDevice = async (file: FileHandle): Promise<boolean> => (await file.stat()).isCharacterDevice();

async function send(file: FileHandle, bytes: Uint8Array, ms: number): Promise<Sent> {
  let gone = 0;
  for (const chunk of partsOf(bytes)) {
    let left = chunk;
    let until = Date.now() + ms;
    while (left.length > 0) {
      const written = await write(file, left);
      if (written === 'broken' || Date.now() > until) return gone === 0 ? 'none' : 'part';
      if (written === 0) await pause(againMs);
      else until = Date.now() + ms;
      gone += written;
      left = left.subarray(written);
    }
  }
  return 'all';
}

/** How many bytes it took: 0 when it cannot now. */
async function write(file: FileHandle, bytes: Uint8Array): Promise<number | 'broken'> {
  try {
    return (await file.write(bytes)).bytesWritten;
  } catch (error) {
    return isBusy(error) ? 0 : 'broken';
  }
}

async function answer(
  file: FileHandle,
  answers: Answers,
  wanted: (byte: number) => boolean,
  ms: number,
): Promise<number | null> {
  const until = Date.now() + ms;
  const room = new Uint8Array(64);
  while (Date.now() <= until) {
    try {
      const { bytesRead } = await file.read(room);
      answers.take(room.subarray(0, bytesRead));
    } catch (error) {
      if (!isBusy(error)) return null;
    }
    const byte = await answers.next(wanted, againMs);
    if (byte !== null) return byte;
  }
  return null;
}

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'EAGAIN' || error.code === 'EINTR');
