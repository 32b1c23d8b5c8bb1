/** UART thermometers, from the byte: frames in noise, and one reading a person. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeGyLine } from '../../../counter-firmware-bridge/thermometers/gy.ts';
import type { SerialLine } from '../../../server/contract/office.ts';
import { createClock } from '../q1/clock.ts';
import { createHub } from '../q1/desk.ts';

type Protocol = 'gy-mcu90615' | 'gy-614';

function atTheDoor(protocol: Protocol = 'gy-mcu90615') {
  const clock = createClock();
  const hub = createHub(clock);
  const written: string[] = [];
  const settings: SerialLine = {
    ...{ port: '/dev/none', protocol, mode: 'p2p', baud: 9600 },
    devices: [{ address: 1, id: 'door-thermo' }],
  };
  const line = makeGyLine(settings, {
    write: (bytes) => void written.push(Buffer.from(bytes).toString('hex')),
    now: clock.now,
    later: clock.later,
    hub: new Map([['door-thermo', hub.end]]),
    log: () => {},
  });
  line.opened();
  return {
    ...{ clock, hub, line, written },
    objects: () => hub.temperatures.map((reading) => (reading as { object: number }).object),
    /** Sends one value every so often, for so long. */
    async sees(object: number, ms: number, { ambient = 27, everyMs = 100 } = {}): Promise<void> {
      for (let at = 0; at < ms; at += everyMs) {
        line.bytes(frame(object, ambient));
        await clock.pass(everyMs);
      }
    },
  };
}

const high = (degrees: number) => [(Math.round(degrees * 100) >> 8) & 0xff, Math.round(degrees * 100) & 0xff];
const summed = (bytes: number[]): Buffer =>
  Buffer.from([...bytes, bytes.reduce((sum, byte) => sum + byte, 0) & 0xff]);
const frame = (object: number, ambient: number): Buffer =>
  summed([0x5a, 0x5a, 0x45, 4, ...high(object), ...high(ambient)]);
const hex = (text: string): Buffer => Buffer.from(text.replaceAll(' ', ''), 'hex');

test('TH-STEADY a forehead of 36.52 at 27.10 is one reading: 5A 5A 45 04 0E 44 0A 96 EF', async () => {
  const door = atTheDoor();
  for (let times = 0; times < 20; times++) {
    door.line.bytes(hex('5A 5A 45 04 0E 44 0A 96 EF'));
    await door.clock.pass(100);
  }
  expect(door.hub.temperatures).toEqual([{ object: 36.52, ambient: 27.1, kind: 'forehead' }]);
  expect(door.hub.statuses).toEqual([true]);
  expect(door.hub.notes.join()).not.toContain('36');
});

test('GY-614 gives its own estimate of the body beside what it measured', async () => {
  const door = atTheDoor('gy-614');
  for (let times = 0; times < 10; times++) {
    door.line.bytes(hex('A4 03 07 07 62 0D 98 0A 96 0E 62 CC'));
    await door.clock.pass(100);
  }
  expect(door.hub.temperatures).toEqual([{ object: 34.8, ambient: 27.1, body: 36.82, kind: 'forehead' }]);
  expect(door.written).toEqual([]);
});

test('two people one after the other are two readings, and each of them one', async () => {
  const door = atTheDoor();
  await door.sees(36.5, 3000);
  await door.sees(27.2, 700);
  await door.sees(37.9, 3000);
  expect(door.objects()).toEqual([36.5, 37.9]);
});

test('TH-ONCE a hand that trembles, or a sensor that stays, makes no second reading', async () => {
  const door = atTheDoor();
  await door.sees(36.5, 2000);
  await door.sees(28, 300);
  await door.sees(36.4, 2000);
  await door.sees(35.1, 2000);
  expect(door.objects()).toEqual([36.5]);
});

test('TH-STEADY a hand that moves slowly with a fast module gives nothing on the way', async () => {
  const door = atTheDoor();
  for (let object = 30; object < 36.5; object += 0.1) await door.sees(object, 10, { everyMs: 10 });
  await door.sees(36.5, 1000, { everyMs: 10 });
  expect(door.objects()).toEqual([36.5]);
});

test('TH-STEADY a jump between two values is not steady', async () => {
  const door = atTheDoor();
  for (let times = 0; times < 20; times++) {
    await door.sees(36.1, 100);
    await door.sees(36.5, 100);
  }
  expect(door.objects()).toEqual([]);
  for (let times = 0; times < 5; times++) {
    await door.sees(36.2, 100);
    await door.sees(36.5, 100);
  }
  expect(door.objects()).toHaveLength(1);
});

test('TH-BODY a wall on a hot day, a lamp and an empty room are nobody', async () => {
  const door = atTheDoor();
  await door.sees(33.4, 5000, { ambient: 33 });
  await door.sees(60, 5000);
  await door.sees(27, 5000);
  await door.sees(-8, 5000);
  expect(door.objects()).toEqual([]);
  await door.sees(35.2, 2000, { ambient: 33 });
  expect(door.objects()).toEqual([35.2]);
});

test('TH-ONCE on a hot day, as warm as the surroundings for a second is nobody: the next person counts', async () => {
  const door = atTheDoor();
  await door.sees(35.5, 2000, { ambient: 33 });
  await door.sees(33.2, 1200, { ambient: 33 });
  await door.sees(35.6, 2000, { ambient: 33 });
  expect(door.objects()).toEqual([35.5, 35.6]);
});

test('a silent module is asked twice a second, and its answers make a reading; one that sends by itself is not asked', async () => {
  const door = atTheDoor();
  await door.clock.pass(3000);
  expect(door.written.length).toBeGreaterThanOrEqual(5);
  expect(new Set(door.written)).toEqual(new Set(['a515ba']));
  await door.sees(36.5, 2500, { everyMs: 500 });
  expect(door.objects()).toEqual([36.5]);
  const before = door.written.length;
  await door.sees(36.5, 3000);
  expect(door.written.length).toBeLessThanOrEqual(before + 1);
});

test('a module that says nothing for five seconds is away; a pulled plug is, too', async () => {
  const door = atTheDoor();
  await door.sees(27, 1000);
  await door.clock.pass(6000);
  expect(door.hub.statuses).toEqual([true, false]);
  await door.sees(27, 500);
  door.line.closed();
  expect(door.hub.statuses).toEqual([true, false, true, false]);
});

test('TH-WHOLE in any noise, in any pieces, only whole frames count', async () => {
  const noise = fc
    .uint8Array({ maxLength: 40 })
    .map((bytes) => Buffer.from(bytes.map((byte) => (byte === 0x5a ? 0 : byte))));
  await fc.assert(
    fc.asyncProperty(
      fc.array(noise, { minLength: 8, maxLength: 8 }),
      fc.integer({ min: 1, max: 7 }),
      async (noises, size) => {
        const door = atTheDoor();
        for (const before of noises) {
          const all = Buffer.concat([before, frame(36.52, 27.1)]);
          for (let at = 0; at < all.length; at += size) door.line.bytes(all.subarray(at, at + size));
          await door.clock.pass(100);
        }
        expect(door.hub.temperatures).toEqual([{ object: 36.52, ambient: 27.1, kind: 'forehead' }]);
      },
    ),
    { numRuns: 50 },
  );
});

test('TH-WHOLE a frame with a wrong check sum, or of an impossible place, is left out; it is noted once a minute', async () => {
  const door = atTheDoor();
  for (let times = 0; times < 50; times++) {
    door.line.bytes(hex('5A 5A 45 04 0E 44 0A 96 EE'));
    door.line.bytes(frame(36.5, 120));
    await door.clock.pass(100);
  }
  expect(door.hub.temperatures).toEqual([]);
  expect(door.hub.notes).toEqual([
    'wrong bytes that are no reading: wrong speed, wrong module or a bad wire',
  ]);
});
