/** A printer on a serial line, 8N1. */
import { SerialPort } from 'serialport';
import { createAnswers } from './answers.ts';
import { type Limits, partsOf, type Sent, type Wire, within } from './wire.ts';

/** Rejects when the port cannot be opened: nothing was sent. */
export async function openSerial(path: string, baudRate: number, limits: Limits): Promise<Wire> {
  const port = new SerialPort({ path, baudRate, autoOpen: false });
  await new Promise<void>((resolve, reject) => port.open((error) => (error ? reject(error) : resolve())));
  keepAwake(port);
  // An answer that came too late for the last question must not be taken for one to the next.
  await new Promise<void>((resolve) => port.flush(() => resolve()));
  const answers = createAnswers();
  let broken = false;
  const over = (): void => {
    broken = true;
    answers.end();
  };
  port.on('data', answers.take);
  port.on('error', over).on('close', over);
  return {
    answers: true,
    async send(bytes) {
      if (broken) return 'none';
      const sent = await send(port, bytes, baudRate, limits.wire);
      // What the line has not taken is dropped: closing would wait for it, and it would come out later.
      if (sent === 'part') port.flush(over);
      return sent;
    },
    answer: answers.next,
    async close() {
      const well = !broken;
      await within(limits.wire, closed(port), undefined);
      return well ? 'well' : 'broken';
    },
  };
}

/**
 * The port's native part calls back without letting promises go on: what came would wait until something else
 * happens in the process. An immediate is something else.
 */
function keepAwake({ port: binding }: SerialPort): void {
  if (!binding || !('poller' in binding)) return;
  const wake = (): void => void setImmediate(() => {});
  binding.poller.on('readable', wake).on('writable', wake);
}

/** A part takes its time on a slow line; the limit is for a printer that holds it up. */
async function send(port: SerialPort, bytes: Uint8Array, baudRate: number, ms: number): Promise<Sent> {
  for (const chunk of partsOf(bytes)) {
    const onTheWay = (chunk.length * 10_000) / baudRate;
    if (!(await within(ms + onTheWay, taken(port, chunk), false))) return 'part';
  }
  return 'all';
}

const taken = (port: SerialPort, chunk: Uint8Array): Promise<boolean> =>
  new Promise((resolve) => {
    port.write(Buffer.from(chunk), undefined, (error) => {
      if (error) return resolve(false);
      port.drain((failed) => resolve(!failed));
    });
  });

const closed = (port: SerialPort): Promise<void> =>
  new Promise((resolve) => {
    if (!port.isOpen) return resolve();
    port.close(() => resolve());
  });
