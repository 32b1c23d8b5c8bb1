/** The bridge's own file: what it may say, and every mistake in it at once, with its line. */
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readSettings } from '../../counter-firmware-bridge/settings.ts';
import { temporaryFolder } from '../stories/office.ts';

function write(text: string, name = 'bridge.yaml', mode = 0o600): string {
  const file = join(temporaryFolder(), name);
  writeFileSync(file, text);
  chmodSync(file, mode);
  return file;
}

const good = `hub: mqtt://192.168.1.10:1883
serial:
  - { port: /dev/serial/by-id/usb-1a86, protocol: q1, devices: [{ address: 3, id: ser-3, counter: 3 }] }
passwords: { ser-3: Xk4-0123456789 }
`;

const lines = (file: string, passwords?: string): string[] => {
  const read = readSettings(file, passwords);
  return read.ok ? [] : read.message.replaceAll(file, 'FILE').split('\n');
};

test('a good file: where the hub is, the lines with what is usual, the passwords', () => {
  const read = readSettings(write(good), undefined);
  expect(read).toEqual({
    ok: true,
    settings: {
      hub: { host: '192.168.1.10', port: 1883, tls: false },
      serial: [
        {
          port: '/dev/serial/by-id/usb-1a86',
          protocol: 'q1',
          mode: 'p2p',
          baud: 115_200,
          devices: [{ address: 3, id: 'ser-3', counter: 3 }],
        },
      ],
      passwords: { 'ser-3': 'Xk4-0123456789' },
      readableByOthers: [],
    },
  });
});

test.each([
  ['mqtt://hub.local', { host: 'hub.local', port: 1883, tls: false }],
  ['mqtts://hub.example.go.id', { host: 'hub.example.go.id', port: 8883, tls: true }],
  ['mqtts://[fd00::1]:18883/', { host: 'fd00::1', port: 18_883, tls: true }],
])('the address %s', (address, expected) => {
  const read = readSettings(write(good.replace('mqtt://192.168.1.10:1883', address)), undefined);
  expect(read.ok && read.settings.hub).toEqual(expected);
});

test('all mistakes are listed at once, each with its line and what was expected', () => {
  const file = write(`hub: http://192.168.1.10
serial:
  - { port: /dev/ttyUSB0, protocol: q2, devices: [{ address: 3, id: ser-3 }] }
  - { port: /dev/ttyUSB0, protocol: q1, baud: 10, devices: [{ address: 3, id: ser-3 }, { address: 4, id: hub }] }
password: {}
`);
  expect(lines(file)).toEqual([
    'FILE: 8 mistakes',
    expect.stringContaining('line 1: hub: expected the address of the hub such as mqtt://192.168.1.10:1883'),
    expect.stringContaining('line 3: serial[0].protocol: expected one of q1, modbus'),
    expect.stringContaining('line 4: serial[1].baud: expected a whole number from 300 to 1000000, found 10'),
    expect.stringContaining('line 5: password: unknown key "password"; did you mean "passwords"?'),
    expect.stringContaining('line 4: serial[1].port: the port "/dev/ttyUSB0" is given twice'),
    expect.stringContaining('line 4: serial[1].devices[0].id: the device id "ser-3" is given twice'),
    expect.stringContaining('line 4: serial[1].devices[1]: expected one device on a p2p line'),
    expect.stringContaining('line 4: serial[1].devices[1].id: expected an id other than hub'),
  ]);
});

test('a device without a password, and a password without a device', () => {
  const file = write(good.replace('ser-3: Xk4-0123456789', 'ser-4: Xk4-0123456789'));
  expect(lines(file)).toEqual([
    'FILE: 2 mistakes',
    '  line 4: passwords.ser-3: missing: expected the password that the device page showed',
    '  line 4: passwords.ser-4: expected a device of the serial list, found "ser-4"',
  ]);
});

test('the passwords may stand in a file of their own', () => {
  const file = write(good.replace(/passwords.*\n/, ''), 'bridge.yaml', 0o644);
  const secrets = write('ser-3: Xk4-0123456789\n', 'passwords.yaml');
  const read = readSettings(file, secrets);
  expect(read.ok && read.settings.passwords).toEqual({ 'ser-3': 'Xk4-0123456789' });
  // Without a password in it, anybody may read the file.
  expect(read.ok && read.settings.readableByOthers).toEqual([]);
});

test('a file with passwords that others can read is named', () => {
  const file = write(good, 'bridge.yaml', 0o644);
  const read = readSettings(file, undefined);
  expect(read.ok && read.settings.readableByOthers).toEqual([file]);
});

test.each([
  ['no file', '/nowhere/bridge.yaml', ['FILE: there is no such file']],
  ['a folder', import.meta.dirname, [expect.stringContaining('FILE: not readable: ')]],
])('%s is said so', (_, file, expected) => {
  expect(lines(file)).toEqual(expected);
});

test('a text that is no YAML, and one that is empty', () => {
  expect(lines(write('hub: [\nserial: ]'))[0]).toMatch(/^FILE: \d+ mistakes?$/);
  expect(lines(write(''))).toEqual(['FILE: 1 mistake', expect.stringContaining('expected a group of keys')]);
});
