/** The compiled sketch in simavr, against the bridge's side at the byte: an ATmega328P with bouncing keys and a display chip. */
import { expect } from 'vitest';
import { needs } from '../needs.ts';
import { greet, openBareBridge } from './bare-bridge.ts';
import { createWorkshop } from './build.ts';
import { startBox } from './simulated-box.ts';

const withSimulator = needs('g++', 'make', 'avr-g++', 'simavr');
const workshop = createWorkshop();

async function plugIn() {
  const box = await startBox(workshop);
  const bridge = await openBareBridge(box.line);
  const hello = await greet(bridge);
  return { box, bridge, hello };
}

withSimulator('a box says who it is, and its point goes out once it is spoken to', async () => {
  const { box, hello } = await plugIn();
  expect(hello).toMatch(/^03,\d+,HI,ser-3,loket-avr,\d+\.\d+\.\d+,[0-9A-F]{4},KEY4;LED4$/);
  await box.shows('    ');
  expect(box.shown[0]).toBe('    .');
});

withSimulator(
  'a key that bounces is one press, and the number of the answer stands on the board',
  async () => {
    const { box, bridge } = await plugIn();
    box.press('next');
    const seq = await bridge.hears(/^03,\d+,KEY,NEXT$/);
    bridge.send(`03,${seq},ACK,OK,A-013`);
    await box.shows('A013');
    box.press('recall');
    const next = await bridge.hears(/^03,\d+,KEY,RECALL$/);
    expect(Number(next)).toBe(Number(seq) + 1);
    bridge.send(`03,${next},ACK,OK`);
    expect(new Set(bridge.heard.filter((message) => message.includes(',KEY,'))).size).toBe(2);
  },
);

withSimulator('each key says its own word, and the first held long takes back', async () => {
  const { box, bridge } = await plugIn();
  const said = [
    ['next', 80, 'NEXT'],
    ['recall', 80, 'RECALL'],
    ['done', 80, 'DONE'],
    ['noShow', 80, 'NOSHOW'],
    ['next', 1500, 'UNDO'],
  ] as const;
  for (const [key, ms, word] of said) {
    box.press(key, ms);
    const seq = await bridge.hears(new RegExp(`^03,\\d+,KEY,${word}$`));
    bridge.send(`03,${seq},ACK,OK`);
  }
  expect(bridge.heard.filter((message) => message.startsWith('BAD'))).toEqual([]);
});

withSimulator('a number that blinks is dark in between and then stands still', async () => {
  const { box, bridge } = await plugIn();
  await box.shows('    ');
  const before = box.shown.length;
  bridge.send('03,41,SHOW,A-012,3,B2');
  await bridge.hears(/^03,41,ACK,OK$/);
  bridge.send('03,42,SHOW,A-012,3,B1');
  await bridge.hears(/^03,42,ACK,OK$/);
  bridge.send('03,43,SHOW,K-007,3,F');
  await bridge.hears(/^03,43,ACK,OK$/);
  await box.shows(' 007');
  await box.shows('    ');
  await box.shows(' 007');
  expect(new Set(box.shown.slice(before))).toEqual(new Set(['A012', '    ', ' 007']));
});

withSimulator('a refused press shows dashes, and then the number again', async () => {
  const { box, bridge } = await plugIn();
  bridge.send('03,41,SHOW,A-012,3,S');
  await box.shows('A012');
  box.press('next');
  const seq = await bridge.hears(/^03,\d+,KEY,NEXT$/);
  bridge.send(`03,${seq},NAK,NO,nobody-waiting`);
  await box.shows('----');
  await box.shows('A012');
});

withSimulator('a press that nobody answers for ten seconds is shown as not sent', async () => {
  const { box, bridge } = await plugIn();
  box.press('next');
  await bridge.hears(/^03,\d+,KEY,NEXT$/);
  await box.shows('Err ');
  expect(bridge.heard.filter((message) => message.endsWith('KEY,NEXT')).length).toBeGreaterThan(5);
});

withSimulator('noise and damage show nothing, and a frame after them is obeyed', async () => {
  const { box, bridge } = await plugIn();
  bridge.sendBytes(`${'\xff\x00*$Q1,03,'.repeat(60)}\r\n$Q1,03,40,SHOW,A-099,3,S*0000\r\n`);
  await bridge.hears(/^03,40,NAK,CRC$/);
  bridge.send('03,41,SHOW,A-012,3,S');
  await bridge.hears(/^03,41,ACK,OK$/);
  await box.shows('A012');
  expect(box.shown.join()).not.toContain('A099');
});

withSimulator('after a power cut it has another boot id, and waits dark to be told', async () => {
  const { box, bridge, hello } = await plugIn();
  bridge.send('03,41,SHOW,A-012,3,S');
  await box.shows('A012');
  box.powerOff();
  await box.shows('    ');
  box.powerOn();
  await box.shows('    .');
  const again = await greet(bridge);
  expect(again.split(',')[6]).toMatch(/^[0-9A-F]{4}$/);
  expect(again.split(',')[6]).not.toBe(hello.split(',')[6]);
});

withSimulator('on RS-485 with a MAX7219 it speaks only when it is polled', async () => {
  const box = await startBox(workshop, { BUS: 1, CHIP: 7219 });
  const bridge = await openBareBridge(box.line, 19_200);
  bridge.send('03,0,POLL');
  const first = await bridge.hears(/^03,\d+,HI,ser-3,/);
  bridge.send(`03,${first},ACK,OK`);
  bridge.send('03,0,POLL');
  await bridge.hears(/^03,0,IDLE$/);
  bridge.send('03,41,SHOW,A-012,3,S');
  await bridge.hears(/^03,41,ACK,OK$/);
  await box.shows('   A-012');
  const before = bridge.heard.length;
  box.press('next');
  box.press('done');
  bridge.send('03,42,SHOW,A-013,3,B3');
  await bridge.hears(/^03,42,ACK,OK$/);
  await box.shows('        ');
  expect(bridge.heard.slice(before)).toEqual(['03,42,ACK,OK']);
  bridge.send('03,0,POLL');
  const seq = await bridge.hears(/^03,\d+,KEY,DONE$/);
  bridge.send(`03,${seq},ACK,OK`);
  bridge.send('03,0,POLL');
  await bridge.hears(/^03,\d+,KEY,NEXT$/);
});
