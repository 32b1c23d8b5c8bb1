/** One box point to point, from the byte: the rules of Q1.md by name, against a box that shares no code with the bridge. */
import { expect, test } from 'vitest';
import { frameText, checkSum as sum } from './box-frame.ts';
import { createDesk, type Desk, type Spoil, wanted } from './desk.ts';

async function plugged(parts: Parameters<typeof createDesk>[0] = {}): Promise<Desk> {
  const desk = createDesk(parts);
  desk.cable(true);
  await desk.clock.pass(50);
  return desk;
}

/** Loses the first so many that match. */
function losing(what: RegExp, times: number): Spoil {
  let left = times;
  return (bytes) => {
    if (!what.test(bytes.toString('latin1')) || left === 0) return [{ bytes, afterMs: 1 }];
    left -= 1;
    return [];
  };
}

const said = (desk: Desk, type: string): string[] =>
  desk.written.filter((text) => text.split(',')[3]?.split('*')[0] === type);

test('Q-UP the port opens: the box is asked who it is, comes up with what it says of itself, and its board is painted', async () => {
  const desk = createDesk();
  desk.line.show('ser-3', wanted(812, 'A-012'));
  desk.cable(true);
  expect(desk.written).toEqual(['$Q1,03,0,HI?*84D2']);
  await desk.clock.pass(50);
  expect(desk.hub.statuses).toEqual([true]);
  expect(desk.hub.infos).toEqual([
    { model: 'qbtn', fw: '0.1.0', boot: desk.box.boot, caps: { key: 4, led: 6 } },
  ]);
  expect([desk.box.shown, desk.box.shownMode]).toEqual(['A-012', 'B6']);
  expect(desk.hub.shown).toEqual([{ rev: 812, text: 'A-012', ok: true }]);
});

test('Q-COMMIT a key is acknowledged after the hub has answered, and not before', async () => {
  const desk = await plugged();
  desk.hub.takesMs = 200;
  const press = desk.box.press('NEXT');
  await desk.clock.pass(190);
  expect(press.state).toBe('waiting');
  expect(said(desk, 'ACK')).toHaveLength(1);
  await desk.clock.pass(50);
  expect([press.state, press.answer]).toEqual(['ok', 'A-001']);
  expect(desk.hub.asked).toEqual([{ key: 'next', arg: null, seq: press.seq, boot: desk.box.boot, ageMs: 0 }]);
});

test('Q-ONCE a key that comes again while the hub thinks sends nothing new; after the answer it gets the same one again', async () => {
  const desk = await plugged();
  desk.hub.takesMs = 900;
  desk.spoil.toBox = losing(/ACK,OK,A-001/, 1);
  const press = desk.box.press('NEXT');
  await desk.clock.pass(3000);
  expect(press.sent).toBeGreaterThan(2);
  expect([press.state, press.answer]).toEqual(['ok', 'A-001']);
  expect(desk.hub.asked).toHaveLength(1);
  expect(new Set(desk.written.filter((text) => text.includes('A-001'))).size).toBe(1);
});

test.each([
  [{ kind: 'refused', code: 'nobody-waiting' }, 'NO,nobody-waiting'],
  [{ kind: 'refused', code: 'unknown-key' }, 'ARG'],
  [{ kind: 'refused', code: 'unknown-ticket' }, 'ARG'],
  [{ kind: 'refused', code: 'stale' }, 'OLD'],
] as const)('Q-COMMIT %j is answered with NAK,%s', async (answer, expected) => {
  const desk = await plugged();
  desk.hub.answer = answer;
  const press = desk.box.press('NEXT');
  await desk.clock.pass(100);
  expect([press.state, press.answer]).toEqual(['refused', expected]);
});

test('a key with nobody called is acknowledged without a number', async () => {
  const desk = await plugged();
  desk.hub.answer = { kind: 'ok', ticket: null };
  const press = desk.box.press('DONE');
  await desk.clock.pass(100);
  expect([press.state, press.answer]).toEqual(['ok', null]);
});

test.each([
  ['NOSHOW', 'no_show', undefined],
  ['CALL', 'call', 'A-012'],
  ['TRANSFER', 'transfer', '4'],
  ['UNDO', 'undo', undefined],
])('the key %s is the contract’s %s', async (name, key, argument) => {
  const desk = await plugged();
  desk.box.press(name, argument);
  await desk.clock.pass(100);
  expect(desk.hub.asked.map((press) => [press.key, press.arg])).toEqual([[key, argument ?? null]]);
});

test('Q-COMMIT while the hub is away: NAK,BUSY, the same press again each second, done once when it is back', async () => {
  const desk = await plugged();
  desk.hub.away = true;
  const press = desk.box.press('NEXT');
  await desk.clock.pass(3500);
  expect(said(desk, 'NAK').every((text) => text.includes('NAK,BUSY'))).toBe(true);
  expect(press.state).toBe('waiting');
  desk.hub.away = false;
  await desk.clock.pass(1100);
  expect(press.state).toBe('ok');
  expect(desk.hub.done).toHaveLength(1);
  expect(desk.hub.asked.at(-1)?.ageMs).toBeGreaterThan(3000);
});

test('Q-LATE the box gives up after ten seconds; who sends it later is told OLD, and nobody is called', async () => {
  const desk = await plugged({ pressLastsMs: 20_000 });
  desk.hub.away = true;
  const press = desk.box.press('NEXT');
  await desk.clock.pass(10_500);
  desk.hub.away = false;
  await desk.clock.pass(1100);
  expect([press.state, press.answer]).toEqual(['refused', 'OLD']);
  expect(desk.hub.done).toEqual([]);
});

test('Q-LATE a press that nobody takes is shown as not sent after ten seconds', async () => {
  const desk = await plugged();
  desk.hub.away = true;
  const press = desk.box.press('NEXT');
  await desk.clock.pass(10_100);
  expect(press.state).toBe('not-sent');
});

test('Q-BOOT a key before its boot id is known: the box is asked, nothing is said to the key, and it is done when it comes again', async () => {
  const desk = await plugged();
  desk.spoil.toBridge = losing(/,HI,/, 2);
  desk.restartBridge();
  const press = desk.box.press('NEXT');
  await desk.clock.pass(100);
  expect(desk.hub.asked).toEqual([]);
  await desk.clock.pass(2000);
  expect(press.state).toBe('ok');
  expect(desk.hub.done).toEqual([`${desk.box.boot} ${press.seq}`]);
});

test('Q-BOOT a port that was closed: whoever is there now is asked first, and a key is nobody’s until then', async () => {
  const desk = await plugged();
  desk.cable(false);
  desk.spoil.toBridge = losing(/,HI,/, 1000);
  desk.cable(true);
  desk.box.say('KEY', ['NEXT'], 7);
  await desk.clock.pass(2000);
  expect(desk.hub.asked).toEqual([]);
  expect(desk.written.slice(-2)).toEqual(['$Q1,03,0,HI?*84D2', '$Q1,03,0,HI?*84D2']);
});

test('Q-UP any valid frame brings the link up, and the board is painted anew, though it is not known yet who it is', async () => {
  const desk = await plugged();
  desk.line.show('ser-3', wanted(1, 'A-001'));
  await desk.clock.pass(50);
  desk.cable(false);
  desk.spoil.toBridge = losing(/,HI,/, 1000);
  desk.cable(true);
  desk.box.say('ST', ['60', '0'], 9);
  await desk.clock.pass(50);
  expect(desk.hub.statuses).toEqual([true, false, true]);
  expect(desk.box.painted).toBe(2);
});

test('Q-ACK the same bytes again after 250, 500 and 1000 ms, then the link is down', async () => {
  const desk = await plugged();
  desk.spoil.toBox = () => [];
  desk.line.show('ser-3', wanted(1, 'A-001'));
  const times: number[] = [];
  for (let ms = 0; ms < 3000; ms += 10) {
    const before = said(desk, 'SHOW').length;
    await desk.clock.pass(10);
    if (said(desk, 'SHOW').length > before) times.push(ms + 10);
  }
  expect(times).toEqual([250, 750, 1750]);
  expect(new Set(said(desk, 'SHOW')).size).toBe(1);
  expect(desk.hub.statuses).toEqual([true, false]);
  desk.spoil.toBox = (bytes) => [{ bytes, afterMs: 1 }];
  await desk.clock.pass(2500);
  expect(desk.hub.statuses).toEqual([true, false, true]);
  expect(desk.box.shown).toBe('A-001');
});

test('the newest text wins over one that is not acknowledged yet, and nothing else is under way meanwhile', async () => {
  const desk = await plugged();
  desk.spoil.toBridge = losing(/ACK/, 1);
  desk.line.show('ser-3', wanted(1, 'A-001'));
  desk.line.show('ser-3', wanted(2, 'A-002'));
  desk.line.show('ser-3', wanted(3, 'A-003'));
  expect(said(desk, 'SHOW')).toHaveLength(1);
  await desk.clock.pass(400);
  expect(desk.box.shown).toBe('A-003');
  expect(said(desk, 'SHOW')).toHaveLength(2);
  expect(desk.hub.shown).toEqual([{ rev: 3, text: 'A-003', ok: true }]);
});

test('Q-UP a box that was switched off and on is painted anew; a call that is long ago does not blink again', async () => {
  const desk = await plugged();
  desk.line.show('ser-3', wanted(1, 'A-001'));
  await desk.clock.pass(7000);
  desk.box.powerOff();
  await desk.clock.pass(500);
  expect(desk.box.shown).toBe('');
  desk.box.powerOn();
  await desk.clock.pass(100);
  expect([desk.box.shown, desk.box.shownMode]).toEqual(['A-001', 'S']);
  expect(desk.hub.infos.map(({ boot }) => boot)).toHaveLength(2);
});

test('Q-ONCE a new boot begins its numbers anew: its first key is another press than the last boot’s', async () => {
  const desk = await plugged();
  const first = desk.box.press('NEXT');
  await desk.clock.pass(100);
  desk.box.powerOff();
  await desk.clock.pass(300);
  desk.box.powerOn('0BEE');
  await desk.clock.pass(100);
  const second = desk.box.press('NEXT');
  await desk.clock.pass(100);
  expect([first.state, second.state]).toEqual(['ok', 'ok']);
  expect(desk.hub.done).toHaveLength(2);
});

test('Q-BOOT after 65535 the numbers begin again under a new boot id, so that no name comes twice', async () => {
  const desk = await plugged();
  desk.box.skipTo(65_535);
  for (let press = 0; press < 3; press++) {
    desk.box.press('RECALL');
    await desk.clock.pass(100);
  }
  expect(new Set(desk.hub.done).size).toBe(3);
  expect(new Set(desk.hub.asked.map(({ boot }) => boot)).size).toBe(2);
});

test('Q-NAK the bridge answers an unknown type, a bad field, another version and a damaged frame, and none of them is a press', async () => {
  const desk = await plugged();
  desk.written.length = 0;
  desk.noise(`$Q1,03,77,DANCE*${sum('Q1,03,77,DANCE')}\r\n`);
  desk.noise(`$Q1,03,78,KEY,%ZZ*${sum('Q1,03,78,KEY,%ZZ')}\n`);
  desk.noise(`$Q2,03,79,KEY,NEXT*${sum('Q2,03,79,KEY,NEXT')}\n`);
  desk.noise('$Q1,03,80,KEY,NEXT*0000\n');
  expect(desk.written.map((text) => text.split('*')[0])).toEqual([
    '$Q1,03,77,NAK,TYPE',
    '$Q1,03,78,NAK,ARG',
    '$Q1,03,79,NAK,VER',
    '$Q1,03,80,NAK,CRC',
  ]);
  expect(desk.hub.asked).toEqual([]);
});

test('Q-NAK a board that refuses a text is not told it again; BUSY is told again; a damaged one at once', async () => {
  const desk = await plugged();
  desk.box.refuse('ARG');
  desk.line.show('ser-3', wanted(1, 'A-001'));
  await desk.clock.pass(3000);
  expect(desk.hub.shown).toEqual([{ rev: 1, text: 'A-001', ok: false }]);
  desk.box.refuse('BUSY');
  desk.line.show('ser-3', wanted(2, 'A-002'));
  await desk.clock.pass(1100);
  expect(desk.hub.shown.at(-1)).toEqual({ rev: 2, text: 'A-002', ok: true });
  desk.box.spoil(
    'in',
    once(/SHOW/, (text) => text.replace('A-003', 'A-004')),
  );
  desk.line.show('ser-3', wanted(3, 'A-003'));
  await desk.clock.pass(50);
  expect(desk.box.shown).toBe('A-003');
});

test('Q-QUIET nothing heard for ten seconds: asked who is there; twice without a word, it is away', async () => {
  const desk = await plugged();
  const before = said(desk, 'HI?').length;
  await desk.clock.pass(35_000);
  expect(said(desk, 'HI?').length - before).toBe(3);
  expect(desk.hub.statuses).toEqual([true]);
  desk.box.powerOff();
  await desk.clock.pass(12_500);
  expect(desk.hub.statuses).toEqual([true, false]);
});

test('Q-ZERO a key with number 0 is not done, and is noted', async () => {
  const desk = await plugged();
  desk.box.say('KEY', ['NEXT'], 0);
  await desk.clock.pass(100);
  expect(desk.hub.asked).toEqual([]);
  expect(desk.hub.notes).toContain('wrong KEY with number 0 is not done');
});

test.each([
  ['an empty text', { ...wanted(1, ''), blinkMs: 500 }, 'CLR'],
  ['no blinking', wanted(1, 'A-001', false), 'SHOW,A-001,3,S'],
  ['a blink that is longer than it lasts', { ...wanted(1, 'A-001'), blinkForMs: 100 }, 'SHOW,A-001,3,B1'],
  ['signs that frames are made of', wanted(1, 'A,1*$', false), 'SHOW,A%2C1%2A%24,3,S'],
])('%s is sent as it must be', async (_, text, expected) => {
  const desk = await plugged();
  desk.line.show('ser-3', text);
  expect(
    desk.written
      .at(-1)
      ?.split('*')[0]
      ?.replace(/^\$Q1,03,\d+,/, ''),
  ).toBe(expected);
  await desk.clock.pass(50);
  expect(desk.hub.shown.at(-1)?.ok).toBe(true);
});

test('a board that is narrower than the number shows what it can, and the hub learns what that is', async () => {
  const desk = await plugged({ board: { width: 3, characters: 'digits' } });
  desk.line.show('ser-3', wanted(5, 'A-012'));
  await desk.clock.pass(50);
  expect(desk.box.shown).toBe('012');
  expect(desk.hub.shown).toEqual([{ rev: 5, text: '012', ok: true }]);
});

test('a text that no frame can hold is not shown, and the hub learns it', async () => {
  const desk = await plugged();
  desk.line.show('ser-3', wanted(5, '🙂'.repeat(16)));
  expect(desk.hub.shown).toEqual([{ rev: 5, text: '🙂'.repeat(16), ok: false }]);
  desk.line.show('ser-3', wanted(6, 'A-001'));
  await desk.clock.pass(50);
  expect(desk.box.shown).toBe('A-001');
});

test('the same text once more, as when the hub comes back, does not blink again', async () => {
  const desk = await plugged();
  desk.line.show('ser-3', wanted(5, 'A-012'));
  await desk.clock.pass(50);
  desk.line.show('ser-3', wanted(5, 'A-012'));
  await desk.clock.pass(50);
  expect(desk.box.painted).toBe(1);
});

test('a box is asked to show itself', async () => {
  const desk = await plugged();
  desk.line.identify('ser-3');
  await desk.clock.pass(50);
  expect(desk.box.identified).toBe(1);
});

test('a temperature is told once, and its page shows no degrees', async () => {
  const desk = await plugged();
  desk.spoil.toBox = losing(/ACK/, 1);
  desk.box.measure('36.52', '27.10');
  await desk.clock.pass(1000);
  expect(desk.hub.temperatures).toEqual([{ object: 36.52, ambient: 27.1, kind: 'forehead' }]);
  expect(desk.hub.notes.join()).not.toContain('36.5');
});

test('the cable pulled and put back: the board is right again, and a press of meanwhile is done once', async () => {
  const desk = await plugged();
  desk.line.show('ser-3', wanted(1, 'A-001'));
  await desk.clock.pass(50);
  desk.cable(false);
  expect(desk.hub.statuses).toEqual([true, false]);
  const press = desk.box.press('NEXT');
  desk.line.show('ser-3', wanted(2, 'A-002'));
  await desk.clock.pass(3000);
  desk.cable(true);
  await desk.clock.pass(2500);
  expect(press.state).toBe('ok');
  expect([desk.hub.done.length, desk.box.shown]).toEqual([1, 'A-002']);
});

test('an answer that the hub gives while the cable is out is given when the press comes again', async () => {
  const desk = await plugged();
  desk.hub.takesMs = 300;
  const press = desk.box.press('NEXT');
  await desk.clock.pass(100);
  desk.cable(false);
  await desk.clock.pass(1000);
  desk.cable(true);
  await desk.clock.pass(2500);
  expect([press.state, press.answer]).toEqual(['ok', 'A-001']);
  expect(desk.hub.asked).toHaveLength(1);
});

test('frames of an address that is not in the list are noted once in a while, and not answered', async () => {
  const desk = await plugged();
  const before = desk.written.length;
  const stranger = `${frameText({ address: 9, seq: 4, type: 'KEY', fields: ['NEXT'] })}\r\n`;
  for (let times = 0; times < 50; times++) desk.noise(stranger);
  expect(desk.hub.notes.filter((note) => note.includes('address 9'))).toHaveLength(1);
  expect(desk.written).toHaveLength(before);
});

test('our own words that come back, as from a bridged plug, are no box', async () => {
  const desk = createDesk();
  desk.box.powerOff();
  desk.spoil.toBox = (bytes) => {
    desk.noise(bytes);
    return [];
  };
  desk.line.show('ser-3', wanted(1, 'A-001'));
  desk.cable(true);
  await desk.clock.pass(10_000);
  expect(desk.hub.statuses).toEqual([]);
  expect(said(desk, 'SHOW')).toEqual([]);
});

function once(what: RegExp, change: (text: string) => string): (text: string) => string {
  let done = false;
  return (text) => {
    if (done || !what.test(text)) return text;
    done = true;
    return change(text);
  };
}
