/** The bridge's side of a box's line, at the byte: it answers nothing by itself, and finds every wrong check sum. */
import { SerialPort } from 'serialport';
import { expect, onTestFinished, vi } from 'vitest';
import { wait } from './simulated-box.ts';

export interface BareBridge {
  /** `03,41,CLR`: a whole line is made of it. */
  send(message: string): void;
  sendBytes(bytes: string): void;
  /** Waits for a message like this among those that nobody has waited for yet; gives its number. */
  hears(message: RegExp): Promise<string>;
  /** All that was heard, `BAD` before what is no frame. */
  readonly heard: readonly string[];
}

/** CRC-16/IBM-3740, as four digits. */
function checkSum(text: string): string {
  let crc = 0xffff;
  for (const byte of Buffer.from(text, 'latin1')) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1) & 0xffff;
  }
  return crc.toString(16).toUpperCase().padStart(4, '0');
}

/** What stands between `$Q1,` and the check sum. */
function opened(line: string): string {
  const [, message = '', sum] = /^\$Q1,(.*)\*([0-9A-F]{4})$/.exec(line) ?? [];
  return sum === checkSum(`Q1,${message}`) ? message : `BAD ${line}`;
}

/** Opens the line; what the box said before is lost. */
export async function openBareBridge(path: string, baudRate = 115_200): Promise<BareBridge> {
  const port = new SerialPort({ path, baudRate, autoOpen: false });
  await new Promise<void>((resolve, reject) => port.open((error) => (error ? reject(error) : resolve())));
  onTestFinished(() => new Promise<void>((resolve) => port.close(() => resolve())));
  const heard: string[] = [];
  let rest = '';
  let read = 0;
  port.on('data', (chunk: Buffer) => {
    const lines = (rest + chunk.toString('latin1')).split('\r\n');
    rest = lines.pop() ?? '';
    heard.push(...lines.map(opened));
  });
  return {
    send: (message) => void port.write(`$Q1,${message}*${checkSum(`Q1,${message}`)}\r\n`),
    sendBytes: (bytes) => void port.write(Buffer.from(bytes, 'latin1')),
    async hears(message) {
      const find = () => heard.findIndex((each, at) => at >= read && message.test(each));
      await vi.waitFor(() => expect(find(), `${message} in ${heard.slice(read)}`).not.toBe(-1), wait);
      read = find() + 1;
      return heard[read - 1]?.split(',')[1] ?? '';
    },
    heard,
  };
}

/** Asks the box who it is, and acknowledges what it says: from here on only its keys have numbers. */
export async function greet(bridge: BareBridge): Promise<string> {
  bridge.send('03,0,HI?');
  const seq = await bridge.hears(/^03,[1-9]\d*,HI,/);
  bridge.send(`03,${seq},ACK,OK`);
  return bridge.heard.findLast((message) => message.includes(',HI,')) ?? '';
}
