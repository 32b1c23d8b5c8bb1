/**
 * Random walks: boxes and bridge joined by a wire that loses, doubles, damages, delays and cuts up what passes, with power cuts on
 * both sides, a hub that comes and goes, and a cable that is pulled. Whatever happens, presses and boards end right.
 */
import { expect, test } from 'vitest';
import type { Box, BoxPress } from './box.ts';
import { createDesk, type Desk, type FakeHub, type Spoil, wanted } from './desk.ts';

/** mulberry32: the same walk for the same number. */
function createChance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

function badWire(chance: (below: number) => number, delayMs: number): Spoil {
  return (bytes) => {
    const luck = chance(100);
    const afterMs = 1 + chance(delayMs);
    if (luck < 8) return [];
    if (luck < 12)
      return [
        { bytes, afterMs },
        { bytes, afterMs: afterMs + 1 },
      ];
    if (luck < 20) return [{ bytes: damaged(bytes, chance), afterMs }];
    const cut = chance(bytes.length);
    return [
      { bytes: bytes.subarray(0, cut), afterMs },
      { bytes: bytes.subarray(cut), afterMs: afterMs + chance(5) },
    ];
  };
}

function damaged(bytes: Buffer, chance: (below: number) => number): Buffer {
  const copy = Buffer.from(bytes);
  for (let times = 1 + chance(3); times > 0; times--) {
    const at = chance(copy.length);
    copy[at] = (copy[at] ?? 0) ^ (1 + chance(255));
  }
  return copy;
}

const keys = ['NEXT', 'RECALL', 'DONE', 'NOSHOW', 'UNDO'];

async function walk(desk: Desk, chance: (below: number) => number, delayMs: number): Promise<string[]> {
  const texts = desk.boxes.map(() => '');
  let rev = 0;
  let boots = 0;
  desk.spoil = { toBox: badWire(chance, delayMs), toBridge: badWire(chance, delayMs) };
  desk.cable(true);
  for (let turn = 0; turn < 60; turn++) {
    const place = chance(desk.boxes.length);
    const box = desk.boxes[place] as Box;
    const hub = desk.hubs[place] as FakeHub;
    const what = chance(20);
    if (what < 8) box.press(keys[chance(keys.length)] ?? 'NEXT');
    else if (what < 13) {
      rev += 1;
      texts[place] = chance(5) === 0 ? '' : `A-${rev}`;
      desk.line.show(`ser-${3 + place}`, wanted(rev, texts[place] ?? ''));
    } else if (what < 15) {
      boots += 1;
      await powerCut(desk, box, chance, boots);
    } else if (what === 15) restart(desk, texts, turn);
    else if (what === 16) await pull(desk, chance);
    else if (what === 17) hub.away = !hub.away;
    else if (what === 18) hub.takesMs = chance(1500);
    else hub.answer = chance(2) === 0 ? null : { kind: 'refused', code: 'nobody-waiting' };
    await desk.clock.pass(chance(900));
  }
  return texts;
}

/** Nothing that was under way to a box survives a power cut of half a second. */
async function powerCut(
  desk: Desk,
  box: Box,
  chance: (below: number) => number,
  boots: number,
): Promise<void> {
  box.powerOff();
  await desk.clock.pass(500 + chance(3000));
  box.powerOn(boots.toString(16).toUpperCase().padStart(4, '0'));
}

/** The hub tells a started bridge what its boards are to show. */
function restart(desk: Desk, texts: readonly string[], turn: number): void {
  desk.restartBridge();
  for (const [place, text] of texts.entries())
    desk.line.show(`ser-${3 + place}`, wanted((turn + 1) * 1000 + place, text));
}

async function pull(desk: Desk, chance: (below: number) => number): Promise<void> {
  desk.cable(false);
  await desk.clock.pass(chance(4000));
  desk.cable(true);
}

/** The wire is mended, everybody is there: what is still under way ends. */
async function calm(desk: Desk): Promise<void> {
  desk.spoil = { toBox: (bytes) => [{ bytes, afterMs: 1 }], toBridge: (bytes) => [{ bytes, afterMs: 1 }] };
  desk.cable(true);
  for (const hub of desk.hubs) Object.assign(hub, { away: false, takesMs: 5 });
  await desk.clock.pass(20_000);
}

const name = ({ boot, seq }: BoxPress): string => `${boot} ${seq}`;

function endsRight(box: Box, hub: FakeHub, text: string): void {
  const sent = new Map(box.presses.filter(({ seq }) => seq > 0).map((press) => [name(press), press]));
  // Nothing is invented: what was asked was pressed, under this name, this key.
  for (const { boot, seq, key } of hub.asked) {
    const pressed = sent.get(`${boot} ${seq}`)?.key;
    expect(key).toBe(pressed === 'NOSHOW' ? 'no_show' : pressed?.toLowerCase());
  }
  expect(new Set(hub.done).size).toBe(hub.done.length);
  for (const press of sent.values()) {
    const place = hub.done.indexOf(name(press));
    // Nothing is lost: what was not done is shown as refused, or as not sent.
    if (place < 0) expect(['refused', 'not-sent']).toContain(press.state);
    else expect(['ok', 'not-sent']).toContain(press.state);
    if (press.state === 'ok') expect(press.answer).toBe(`A-${String(place + 1).padStart(3, '0')}`);
  }
  expect(box.shown).toBe(text);
  expect(hub.statuses.at(-1)).toBe(true);
}

test.each(Array.from({ length: 50 }, (_, seed) => seed))('point to point, walk %i', async (seed) => {
  const desk = createDesk();
  const chance = createChance(seed);
  const texts = await walk(desk, chance, 120);
  await calm(desk);
  endsRight(desk.box, desk.hub, texts[0] ?? '');
  expect(desk.hub.asked.length).toBeGreaterThan(0);
});

test.each(Array.from({ length: 20 }, (_, seed) => 1000 + seed))(
  'three boxes on a bus, walk %i',
  async (seed) => {
    const desk = createDesk({ mode: 'bus', addresses: [3, 4, 5] });
    const chance = createChance(seed);
    const texts = await walk(desk, chance, 20);
    await calm(desk);
    for (const [place, box] of desk.boxes.entries())
      endsRight(box, desk.hubs[place] as FakeHub, texts[place] ?? '');
  },
);
