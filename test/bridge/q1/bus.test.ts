/** Q-BUS: several boxes on one RS-485 pair, from the byte, with the collisions that a pair has. */
import { expect, test } from 'vitest';
import { createDesk, type Desk, wanted } from './desk.ts';

const address = (text: string): number => Number(text.slice(4, 6));

async function round(parts: Parameters<typeof createDesk>[0] = {}): Promise<Desk> {
  const desk = createDesk({ mode: 'bus', ...parts });
  desk.cable(true);
  await desk.clock.pass(1000);
  return desk;
}

test('two boxes come up, each board shows its own, each key is done by its own device', async () => {
  const desk = await round({ addresses: [3, 4] });
  desk.line.show('ser-3', wanted(1, 'A-001'));
  desk.line.show('ser-4', wanted(2, 'B-002'));
  desk.boxes[0]?.press('NEXT');
  desk.boxes[1]?.press('RECALL');
  await desk.clock.pass(1000);
  expect(desk.boxes.map(({ shown }) => shown)).toEqual(['A-001', 'B-002']);
  expect(desk.hubs.map(({ asked }) => asked.map(({ key }) => key))).toEqual([['next'], ['recall']]);
  expect(desk.boxes.map(({ presses }) => presses[0]?.state)).toEqual(['ok', 'ok']);
});

test('Q-BUS each present box is asked every 100 to 200 ms, beside one that is not there', async () => {
  const desk = await round({ addresses: [3, 4, 5, 6], absent: [7] });
  await desk.clock.pass(20_000);
  const times = new Map<number, number[]>();
  for (let ms = 0; ms < 2000; ms++) {
    const before = desk.written.length;
    await desk.clock.pass(1);
    for (const text of desk.written.slice(before))
      times.set(address(text), [...(times.get(address(text)) ?? []), ms]);
  }
  for (const box of [3, 4, 5, 6]) {
    const at = times.get(box) ?? [];
    const gaps = at.slice(1).map((time, place) => time - (at[place] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(100);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(200);
  }
  expect((times.get(7) ?? []).length).toBeLessThanOrEqual(1);
});

test('Q-BUS one thing at a time on the wire: the next box is asked when the last one has spoken, or cannot any more', async () => {
  const desk = createDesk({ mode: 'bus', addresses: [3, 4, 5] });
  const taken: { from: number; to: number }[] = [];
  const wire = (side: 'toBox' | 'toBridge') => {
    desk.spoil[side] = (bytes) => {
      const last = taken.at(-1)?.to ?? 0;
      // A side that speaks twice writes at once, and its driver queues: that is one thing.
      const from = side === 'toBox' ? Math.max(desk.clock.now(), queued) : desk.clock.now();
      const to = from + (bytes.length * 10_000) / 19_200;
      if (side === 'toBox') queued = to;
      taken.push({ from, to });
      if (from < last) collisions += 1;
      return [{ bytes, afterMs: to - desk.clock.now() + 2 }];
    };
  };
  let queued = 0;
  let collisions = 0;
  wire('toBox');
  wire('toBridge');
  desk.cable(true);
  for (let press = 0; press < 20; press++) {
    desk.boxes[press % 3]?.press('NEXT');
    desk.line.show('ser-4', wanted(press, `A-${press}`));
    await desk.clock.pass(300);
  }
  await desk.clock.pass(2000);
  expect(collisions).toBe(0);
  expect(desk.boxes.flatMap(({ presses }) => presses).every(({ state }) => state === 'ok')).toBe(true);
  expect(desk.hubs.map(({ done }) => done.length)).toEqual([7, 7, 6]);
  expect(desk.boxes[1]?.shown).toBe('A-19');
});

test('Q-BUS a box that goes away is asked more and more seldom, down to every five seconds, and is found again', async () => {
  const desk = await round({ addresses: [3, 4] });
  desk.line.show('ser-4', wanted(1, 'A-001'));
  await desk.clock.pass(500);
  desk.boxes[1]?.powerOff();
  await desk.clock.pass(5000);
  expect(desk.hubs[1]?.statuses).toEqual([true, false]);
  await desk.clock.pass(20_000);
  const before = desk.written.length;
  await desk.clock.pass(10_000);
  const asked = desk.written.slice(before).filter((text) => address(text) === 4);
  expect(asked.length).toBeGreaterThanOrEqual(1);
  expect(asked.length).toBeLessThanOrEqual(3);
  desk.boxes[1]?.powerOn();
  await desk.clock.pass(6000);
  expect(desk.hubs[1]?.statuses).toEqual([true, false, true]);
  expect(desk.boxes[1]?.shown).toBe('A-001');
});

test('Q-BUS a box that says who it is only when it is polled is found, too', async () => {
  const desk = createDesk({ mode: 'bus' });
  desk.box.spoil('in', (text) => (text.includes(',HI?') ? null : text));
  desk.box.powerOff();
  desk.cable(true);
  await desk.clock.pass(30_000);
  desk.box.powerOn();
  await desk.clock.pass(11_000);
  expect(desk.hub.statuses).toEqual([true]);
  expect(desk.hub.infos).toHaveLength(1);
});

test('Q-BUS a lost answer is asked for again by its number, and the press is done once', async () => {
  const desk = await round();
  let left = 2;
  desk.spoil.toBox = (bytes) => {
    const lost = left > 0 && /ACK,OK,A-001/.test(bytes.toString('latin1'));
    if (lost) left -= 1;
    return lost ? [] : [{ bytes, afterMs: 1 }];
  };
  const press = desk.box.press('NEXT');
  await desk.clock.pass(2000);
  expect(press.state).toBe('ok');
  expect(press.sent).toBeGreaterThanOrEqual(3);
  expect(desk.hub.done).toHaveLength(1);
});

test('Q-NAK a damaged frame on a bus is answered by silence', async () => {
  const desk = await round();
  desk.box.spoil('out', (text) => text.replace('NEXT', 'NEXX'));
  desk.box.press('NEXT');
  await desk.clock.pass(1000);
  expect(desk.written.filter((text) => text.includes('NAK'))).toEqual([]);
  expect(desk.hub.asked).toEqual([]);
});

test('while the hub is away the box is told BUSY, and asks again each second, not in every round', async () => {
  const desk = await round();
  desk.hub.away = true;
  const press = desk.box.press('NEXT');
  await desk.clock.pass(5000);
  expect(desk.hub.asked.length).toBeGreaterThanOrEqual(4);
  expect(desk.hub.asked.length).toBeLessThanOrEqual(6);
  desk.hub.away = false;
  await desk.clock.pass(1500);
  expect(press.state).toBe('ok');
});

test('an adapter that hears itself: our own frames end no turn and acknowledge nothing', async () => {
  const desk = createDesk({ mode: 'bus', addresses: [3, 4] });
  desk.spoil.toBox = (bytes) => {
    desk.noise(bytes);
    return [{ bytes, afterMs: 1 }];
  };
  desk.cable(true);
  await desk.clock.pass(1000);
  desk.line.show('ser-3', wanted(1, 'A-001'));
  for (let press = 0; press < 5; press++) {
    desk.boxes[0]?.press('NEXT');
    await desk.clock.pass(500);
  }
  expect(desk.boxes[0]?.shown).toBe('A-001');
  expect(desk.boxes[0]?.presses.map(({ state }) => state)).toEqual(['ok', 'ok', 'ok', 'ok', 'ok']);
  expect(desk.hubs[0]?.notes.filter((note) => note.startsWith('wrong'))).toEqual([]);
});

test('an empty bus is silent when the port is closed', async () => {
  const desk = await round();
  desk.cable(false);
  const before = desk.written.length;
  await desk.clock.pass(10_000);
  expect(desk.written).toHaveLength(before);
  expect(desk.hub.statuses).toEqual([true, false]);
});
