/** The bridge inside the hub, over a real pseudo-terminal: keys, boards, cables, accounts. */
import { expect, vi } from 'vitest';
import { readOfficeFile } from '../../server/adapters/office-file.ts';
import { officeText } from '../e2e/office-file.ts';
import { needs } from '../needs.ts';
import { startOffice, temporaryFolder } from '../stories/office.ts';
import { createCable } from './pty.ts';
import {
  boxesOn,
  boxOn,
  ends,
  lineOf,
  met,
  officeFileWith,
  serialText,
  shows,
  wait,
} from './serial-office.ts';

const withSocat = needs('socat');
const three = { address: 3, id: 'ser-3', counter: 3 };

withSocat('a key on the line calls a number: the box is told which, its board shows it', async () => {
  const cable = createCable();
  const { box } = await boxOn(cable);
  const office = await startOffice({ office: officeFileWith(lineOf(cable, 'p2p', three)) });
  await office.open(3);
  await office.take('passport', 2);
  await met(box);
  await ends(box.press('NEXT'), 'ok', 'A-001');
  // The answer came after the commit.
  expect(office.loket.hub.state.day.counters.get(3)?.current).not.toBeNull();
  await shows(box, 'A-001');
  await ends(box.press('NEXT'), 'ok', 'A-002');
  await shows(box, 'A-002');
  await ends(box.press('NEXT'), 'ok', null);
  await shows(box, '');
  await ends(box.press('NEXT'), 'refused', 'NO,nobody-waiting');
});

withSocat('a port that is not there yet: the box works when it is plugged in', async () => {
  const cable = createCable();
  const office = await startOffice({ office: officeFileWith(lineOf(cable, 'p2p', three)) });
  await office.open(3);
  await office.take('passport');
  await office.api('POST', '/counters/3/next');
  const { box } = await boxOn(cable);
  await shows(box, 'A-001');
  await ends(box.press('RECALL'), 'ok', 'A-001');
});

withSocat('the cable is pulled under a press and put back: nothing lost, repeated or invented', async () => {
  const cable = createCable();
  const { box, plug } = await boxOn(cable);
  const office = await startOffice({ office: officeFileWith(lineOf(cable, 'p2p', three)) });
  await office.open(3);
  await office.take('passport', 5);
  await met(box);
  await ends(box.press('NEXT'), 'ok', 'A-001');
  await shows(box, 'A-001');
  await cable.pull();
  const pressed = box.press('NEXT');
  await office.api('POST', '/counters/3/recall');
  await plug();
  await ends(pressed, 'ok', 'A-002');
  await shows(box, 'A-002');
  expect(office.loket.hub.state.day.waiting.size).toBe(3);
});

withSocat('a press whose answer is lost on the line is answered again and not done again', async () => {
  const cable = createCable();
  const { box } = await boxOn(cable);
  const office = await startOffice({ office: officeFileWith(lineOf(cable, 'p2p', three)) });
  await office.open(3);
  await office.take('passport', 5);
  await met(box);
  let lost = 0;
  box.spoil('in', (frame) => {
    if (!frame.includes(',ACK,OK,A-') || lost === 2) return frame;
    lost += 1;
    return null;
  });
  const pressed = box.press('NEXT');
  await ends(pressed, 'ok', 'A-001');
  expect(lost).toBe(2);
  expect(pressed.sent).toBeGreaterThan(1);
  expect(office.loket.hub.state.day.waiting.size).toBe(4);
});

withSocat('noise and floods on the line: the next key and the next number pass', async () => {
  const cable = createCable();
  const { box, noise } = await boxOn(cable);
  const office = await startOffice({ office: officeFileWith(lineOf(cable, 'p2p', three)) });
  await office.open(3);
  await office.take('passport', 2);
  await met(box);
  const rubbish = Uint8Array.from({ length: 200_000 }, (_, at) => (at * 7919 + (at >> 8)) & 255);
  noise(rubbish);
  noise(Buffer.from('$'.repeat(5000)));
  noise(Buffer.from(`$Q1,03,5,KEY,NEXT*0000\r\n${'$Q1,03,6,KEY,'.repeat(2000)}`));
  await ends(box.press('NEXT'), 'ok', 'A-001');
  noise(rubbish);
  await office.api('POST', '/counters/3/next');
  await shows(box, 'A-002');
});

withSocat(
  'two boxes on one bus: each calls for its own counter, each board shows its own number',
  async () => {
    const cable = createCable();
    const four = { address: 4, id: 'ser-4', counter: 4 };
    const { boxes, plug } = boxesOn(cable, 'bus', three, four);
    await plug();
    const office = await startOffice({ office: officeFileWith(lineOf(cable, 'bus', three, four)) });
    await office.open(3, 4);
    await office.take('passport', 2);
    const [first, second] = boxes;
    if (!first || !second) throw new Error('two boxes were put on the line');
    await met(first);
    await met(second);
    await ends(first.press('NEXT'), 'ok', 'A-001');
    await ends(second.press('NEXT'), 'ok', 'A-002');
    await shows(first, 'A-001');
    await shows(second, 'A-002');
  },
);

withSocat('in a rehearsal the boxes work too', async () => {
  const cable = createCable();
  const { box } = await boxOn(cable);
  const office = await startOffice({
    office: officeFileWith(lineOf(cable, 'p2p', three)),
    rehearsal: { from: Date.UTC(2026, 10, 26, 2), rate: 10 },
  });
  await office.open(3);
  await office.take('passport');
  await met(box);
  await ends(box.press('NEXT'), 'ok', 'A-001');
});

withSocat(
  'a start of the hub finds the accounts of the last one: no further entry, and the box works',
  async () => {
    const cable = createCable();
    const { box } = await boxOn(cable);
    const folder = temporaryFolder();
    const file = officeFileWith(lineOf(cable, 'p2p', three));
    const before = await startOffice({ folder, office: file });
    await before.open(3);
    await before.take('passport', 2);
    await met(box);
    await ends(box.press('NEXT'), 'ok', 'A-001');
    await before.close();
    const after = await startOffice({ folder, office: file });
    await ends(box.press('NEXT'), 'ok', 'A-002');
    const { body } = await after.api(
      'GET',
      '/audit?stream=calendar&types=DeviceAdded,DeviceChanged,DeviceRemoved',
    );
    expect((body.entries as object[]).map((entry) => JSON.stringify(entry)).join()).toMatch(/ser-3/);
    expect(body.entries).toHaveLength(1);
  },
);

withSocat(
  'accounts follow the office file: another one of the same id is replaced, one that left is removed',
  async () => {
    const [one, two] = [createCable(), createCable()];
    const first = await boxOn(one);
    const second = await boxOn(two, 'ser-4', 4);
    const office = await startOffice();
    await office.api('POST', '/devices', { id: 'ser-3', driver: 'loket', counter: 1 });
    await office.api('POST', '/devices', { id: 'ctr-9', driver: 'loket', counter: 5 });
    const configure = async (...lines: string[]) => {
      const source = officeText() + serialText(lines);
      const read = readOfficeFile(source);
      if (!read.ok) throw new Error(JSON.stringify(read.mistakes));
      const command = { type: 'ConfigureOffice', office: read.office, source } as const;
      expect(await office.loket.hub.submit(command, { account: 'test' })).toMatchObject({ ok: true });
    };
    await configure(lineOf(one, 'p2p', three), lineOf(two, 'p2p', { address: 4, id: 'ser-4', counter: 4 }));
    await office.open(3, 4);
    await office.take('passport', 3);
    await met(first.box);
    await met(second.box);
    await ends(first.box.press('NEXT'), 'ok', 'A-001');
    await ends(second.box.press('NEXT'), 'ok', 'A-002');
    const greetings = first.box.heard.filter((frame) => frame.includes('HI?')).length;

    await configure(lineOf(one, 'p2p', three));
    const devices = () => [...office.loket.hub.state.calendar.devices.keys()].sort();
    await vi.waitFor(() => expect(devices()).toEqual(['ctr-9', 'ser-3']), wait);
    expect(office.loket.hub.state.calendar.devices.get('ser-3')).toMatchObject({ driver: 'q1', counter: 3 });
    // The line that stayed as it was went on: nobody asked the box anew who it is.
    await ends(first.box.press('NEXT'), 'ok', 'A-003');
    expect(first.box.heard.filter((frame) => frame.includes('HI?'))).toHaveLength(greetings);
  },
);

withSocat(
  'an account that somebody removes by hand comes back, as the office file has the box on its line',
  async () => {
    const cable = createCable();
    const { box } = await boxOn(cable);
    const office = await startOffice({ office: officeFileWith(lineOf(cable, 'p2p', three)) });
    await office.open(3);
    await office.take('passport');
    await met(box);
    await office.api('DELETE', '/devices/ser-3');
    await vi.waitFor(() => expect(office.loket.hub.state.calendar.devices.has('ser-3')).toBe(true), wait);
    await ends(box.press('NEXT'), 'ok', 'A-001');
  },
);
