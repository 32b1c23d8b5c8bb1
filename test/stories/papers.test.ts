/** Papers across the system: real hub, web and sockets, and a printer on the network, at the byte. */
import { expect, onTestFinished, test, vi } from 'vitest';
import type { TicketView } from '../../server/contract/views.ts';
import { plugInPrinter } from '../printers/fake-printer.ts';
import { startOffice, temporaryFolder } from './office.ts';

const wait = { timeout: 8000, interval: 20 };
type Office = Awaited<ReturnType<typeof startOffice>>;

async function pluggedIn() {
  const printer = await plugInPrinter();
  onTestFinished(() => printer.switchOff());
  return printer;
}

/** A kiosk with a printer of its own. */
async function kioskAt({ api }: Office, at: string) {
  const token = await api('POST', '/tokens', { role: 'kiosk', label: 'pintu' });
  const settings = { at, for: ['kiosk'] };
  const added = await api('POST', '/devices', { id: 'prn-1', driver: 'escpos', label: 'pintu', settings });
  expect([token.status, added.status]).toEqual([201, 201]);
  const headers = { authorization: `Bearer ${token.body.token}` };
  return {
    take: async () => (await api('POST', '/tickets', { service: 'passport' }, headers)).body,
    again: (code: unknown) => api('POST', `/tickets/${code}/reprint`, {}, headers),
  };
}

test('a number is taken at the kiosk, and its paper comes out with it', async () => {
  const office = await startOffice();
  const printer = await pluggedIn();
  const kiosk = await kioskAt(office, printer.at);
  const { number, code, shortCode } = await kiosk.take();
  const page = await office.watch<TicketView>(`ticket:${code}`);
  await page.shows(({ paper }) => expect(paper).toEqual({ state: 'printed', copy: 1 }));
  expect(printer.papers()).toHaveLength(1);
  expect(printer.papers()[0]?.lines).toContain(number);
  expect(printer.papers()[0]?.lines.join(' ')).toContain(String(shortCode));
  expect(printer.papers()[0]?.cuts).toBe(1);
});

test('the roll is out: the number is given all the same; paper comes when the staff asks again, and the old link is void', async () => {
  const office = await startOffice();
  const printer = await pluggedIn();
  const kiosk = await kioskAt(office, printer.at);
  printer.set({ paper: 'out' });
  const { number, code } = await kiosk.take();
  const page = await office.watch<TicketView>(`ticket:${code}`);
  await page.shows(({ paper }) => expect(paper).toEqual({ state: 'failed', copy: 1 }));
  printer.set({ paper: 'enough' });
  const again = await office.api('POST', `/tickets/${number}/reprint`, { reason: 'kertas habis' });
  expect(again.status).toBe(200);
  const renewed = await office.watch<TicketView>(`ticket:${again.body.code}`);
  await renewed.shows(({ paper }) => expect(paper).toEqual({ state: 'printed', copy: 2 }));
  expect(printer.papers()).toHaveLength(1);
  expect((await office.api('GET', `/tickets/${code}`)).status).toBe(404);
  // The page of the void link was cut off, and is refused when it comes back.
  const back = await new Promise<unknown>((resolve) => {
    page.socket.emit('watch', `ticket:${code}`, resolve);
  });
  expect(back).toMatchObject({ code: 'not-found' });
});

test('the line breaks in the middle: unsure, nothing by itself, and once more at the kiosk', async () => {
  const office = await startOffice();
  const printer = await pluggedIn();
  const kiosk = await kioskAt(office, printer.at);
  printer.set({ breaksAfter: 150 });
  const { code } = await kiosk.take();
  const page = await office.watch<TicketView>(`ticket:${code}`);
  await page.shows(({ paper }) => expect(paper).toEqual({ state: 'unsure', copy: 1 }));
  await printer.switchOff();
  await printer.switchOn();
  const again = await kiosk.again(code);
  expect(again.status).toBe(200);
  const renewed = await office.watch<TicketView>(`ticket:${again.body.code}`);
  await renewed.shows(({ paper }) => expect(paper).toEqual({ state: 'printed', copy: 2 }));
  expect((await kiosk.again(again.body.code)).status).toBe(409);
  expect(printer.papers()).toHaveLength(1);
});

test('after a restart the new link still opens the ticket, the old one nothing, and nothing is printed again', async () => {
  const folder = temporaryFolder();
  const first = await startOffice({ folder });
  const printer = await pluggedIn();
  const kiosk = await kioskAt(first, printer.at);
  const { number, code } = await kiosk.take();
  await vi.waitFor(() => expect(printer.papers()).toHaveLength(1), wait);
  const page = await first.watch<TicketView>(`ticket:${code}`);
  await page.shows(({ paper }) => expect(paper?.state).toBe('printed'));
  const again = await first.api('POST', `/tickets/${number}/reprint`, {});
  const link = String(again.body.code);
  const renewed = await first.watch<TicketView>(`ticket:${link}`);
  await renewed.shows(({ paper }) => expect(paper).toEqual({ state: 'printed', copy: 2 }));
  await first.close();
  const second = await startOffice({ folder });
  expect((await second.api('GET', `/tickets/${link}`)).body).toMatchObject({ number, paper: { copy: 2 } });
  expect((await second.api('GET', `/tickets/${code}`)).status).toBe(404);
  expect(printer.papers()).toHaveLength(2);
});
