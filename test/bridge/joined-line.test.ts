/** What is around a line's own program: boards while the port is closed, troubles of the port, mistakes of the program. */
import { expect, onTestFinished, vi } from 'vitest';
import { joinLine } from '../../counter-firmware-bridge/joined-line.ts';
import type { Line, LineParts, Wanted } from '../../counter-firmware-bridge/line.ts';
import { type Office, openOffice } from '../mqtt/office.ts';
import { needs } from '../needs.ts';
import { type Cable, createCable, openFarEnd } from './pty.ts';

const withSocat = needs('socat');
const wait = { timeout: 10_000, interval: 5 };

function join(office: Office, cable: Cable, more: (parts: LineParts) => Partial<Line> = () => ({})) {
  const happened: string[] = [];
  const shown: Wanted[] = [];
  const warned: string[] = [];
  const joined = joinLine({
    line: {
      ...{ port: cable.path, protocol: 'q1', mode: 'p2p', baud: 115_200 },
      devices: [{ address: 3, id: 'ctr-03', counter: 3 }],
    },
    make: (_, parts) => ({
      opened: () => void happened.push('opened'),
      closed: () => void happened.push('closed'),
      bytes: (chunk) => void happened.push(Buffer.from(chunk).toString()),
      show: (_id, wanted) => void shown.push(wanted),
      identify: (id) => void happened.push(`identify ${id}`),
      stop: () => void happened.push('stop'),
      ...more(parts),
    }),
    hub: { host: '127.0.0.1', port: office.port },
    passwordOf: (id) => id,
    boot: 'b00c',
    log: {
      info: () => undefined,
      warn: (what, message) => warned.push(`${message} ${JSON.stringify(what)}`),
    },
  });
  onTestFinished(joined.close);
  return { ...joined, happened, shown, warned };
}

withSocat('what the hub wants shown while the port is closed is shown when it opens', async () => {
  const office = await openOffice();
  const cable = createCable();
  const line = join(office, cable);
  office.hub.calls(3, 'A-011');
  await vi.waitFor(() => expect(office.mqtt.presence().get('ctr-03')?.online).toBeDefined(), wait);
  office.hub.calls(3, 'A-012');
  await cable.plug();
  await vi.waitFor(() => expect(line.shown.at(-1)?.text).toBe('A-012'), wait);
  expect(line.happened).toEqual(['opened']);
  const late = line.shown.at(-1);
  // It blinks for what is left of its time, or stands still.
  expect(late?.blinkForMs).toBeLessThan(6000);
  await cable.pull();
  await vi.waitFor(() => expect(line.happened).toEqual(['opened', 'closed']), wait);
});

withSocat('a line’s program that fails is logged; what comes next goes on', async () => {
  const office = await openOffice();
  const cable = createCable();
  await cable.plug();
  let bytes = '';
  const line = join(office, cable, (parts) => ({
    opened: () => void parts.later(1, () => JSON.parse('a timer')),
    bytes(chunk) {
      bytes += Buffer.from(chunk).toString();
      if (bytes === 'one') throw new Error('a mistake');
      parts.write(chunk);
    },
  }));
  let back = '';
  const box = await openFarEnd(cable.far, (chunk) => {
    back += Buffer.from(chunk).toString();
  });
  await vi.waitFor(() => expect(line.warned.join()).toContain('a serial line failed'), wait);
  box.write(Buffer.from('one'));
  await vi.waitFor(() => expect(line.warned.join()).toContain('a mistake'), wait);
  box.write(Buffer.from('two'));
  await vi.waitFor(() => expect(back).toBe('two'), wait);
});

withSocat('why the port is not open stands on the page of each of its devices', async () => {
  const office = await openOffice();
  const heard = await office.integration('watcher', { read: ['loket/v1/#'] });
  const cable = createCable();
  join(office, cable);
  const texts = () =>
    heard.messages.filter(({ topic }) => topic.endsWith('/log')).map(({ payload }) => payload);
  const text = `${cable.path}: there is no such port; is the cable plugged in? Look into /dev/serial/by-id`;
  await vi.waitFor(() => expect(texts()).toEqual([JSON.stringify({ way: 'wrong', text })]), wait);
});
