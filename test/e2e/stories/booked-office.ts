/** The office of the stories in which places are booked: slots by the hour, and as few places a day as a story wants. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { BookingAnswer } from '../../../server/contract/http-bookings.ts';
import { type Client, clientOf } from '../client.ts';
import type { Office } from './office.ts';
import { storyOffice } from './office-text.ts';

const booking =
  'booking: { service: passport, slot: PT1H, arriveBefore: PT30M, checkInFrom: PT30M, within: PT30M, grace: PT15M, late: keep, expire: PT1H, horizon: P14D, perContact: 1, party: 5, holdBack: PT10M }';

/** @param perDay places; a supervisor may release two more */
export const bookedOffice = (perDay: number): string =>
  storyOffice(
    'quotas:',
    `  - { id: daily, services: [passport], lanes: [regular], perDay: ${perDay}, upTo: ${perDay + 2} }`,
    booking,
  );

/** Another system that books. */
export async function otherSystem({ order, supervisor }: Office): Promise<Client> {
  const issued = await supervisor.send('POST', '/tokens', { role: 'integration', label: 'sistem nasional' });
  expect(issued).toMatchObject({ status: 201 });
  return clientOf(order.http, String(issued.body.token));
}

export async function book(system: Client, body: object): Promise<BookingAnswer> {
  const answer = await system.send('POST', '/bookings', body);
  expect(answer).toMatchObject({ status: 201 });
  return answer.body as unknown as BookingAnswer;
}

/** What a code that is typed at the kiosk leads to, is up to the kiosk. */
export async function typeCode(kiosk: Page, code: string): Promise<void> {
  await kiosk.getByRole('button', { name: /^Saya punya kode/ }).click();
  await kiosk.getByRole('heading', { name: 'Apa kode Anda?' }).waitFor();
  await kiosk.keyboard.type(code, { delay: 30 });
  await kiosk.getByRole('main').getByText(code).waitFor();
  await kiosk.getByRole('button', { name: 'Lanjut', exact: true }).click();
}
