/** CONNECT at the byte: what is refused before anybody is asked for a password. */
import { expect, test } from 'vitest';
import { openOffice } from './office.ts';
import { openWire, packet, text, word } from './wire.ts';

const asNobody = (flags: number, ...rest: Buffer[]) =>
  packet(0x10, text('MQTT'), Buffer.from([4, flags]), word(30), ...rest);

test.each([
  ['with a great length', Buffer.from([0x10, 0xff, 0xff, 0xff, 0x7f]), 'too-large'],
  ['with a length of five bytes', Buffer.from([0x10, 0xff, 0xff, 0xff, 0xff, 0x01]), 'malformed-packet'],
  [
    'of another protocol',
    packet(0x10, text('HTTP'), Buffer.from([4, 2]), word(30), text('a')),
    'malformed-packet',
  ],
  ['with bytes left over', asNobody(2, text('ctr-03'), text('x')), 'malformed-packet'],
  ['with a name that is no UTF-8', asNobody(2, text(Buffer.from([0xc3]))), 'bad-text'],
  ['with a control character', asNobody(2, text('a\n')), 'bad-text'],
  ['with a will of quality 3', asNobody(0x1e, text('a'), text('b'), text('c')), 'malformed-packet'],
  ['with a password for no user', asNobody(0x42, text('a'), text('b')), 'malformed-packet'],
  ['that is cut short', packet(0x10, text('MQTT'), Buffer.from([4])), 'malformed-packet'],
])('a CONNECT %s is not read to its end', async (_, bytes, reason) => {
  const { port, mqtt } = await openOffice();
  const wire = openWire(port);
  wire.send(bytes);
  await wire.closed;
  expect(wire.packets).toEqual([]);
  expect([...mqtt.counts()]).toEqual([[reason, 1]]);
});
