/** What follows a visit outlives midnight and a restart: a passport to collect, a claim; and the hourglass of a rehearsal. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Machine } from '../../server/hub/clock.ts';
import { startOffice, temporaryFolder } from './office.ts';

const officeText = `
id: uji
name: Kantor Uji
timeZone: Asia/Makassar
languages: [id, en]
hours: { mon-sun: [00:00-24:00] }
steps:
  - { id: documents, incomplete: { reasons: [missing], returnWithin: P3D, bring: { id-card: KTP asli } } }
  - { id: handover, within: PT2M, otherwise: free }
services:
  - { id: passport, prefix: A, steps: [documents], collect: { service: collection, after: 2, of: working } }
  - { id: collection, prefix: C, steps: [handover] }
lanes: [{ id: regular }]
counters:
  - { number: 1, steps: [documents] }
  - { number: 2, steps: [handover] }
calling: { refractory: PT0S }
`;

function officeFile(folder: string): string {
  const file = join(folder, 'office.yaml');
  writeFileSync(file, officeText);
  return file;
}

test('CB4, CM2 and IF4: over midnight and a restart nobody is forgotten', async () => {
  const folder = temporaryFolder();
  const office = officeFile(folder);
  let at = Date.parse('2026-11-26T09:00:00+08:00');
  const machine: Machine = { wall: () => at, monotonic: () => at };
  const data = join(folder, 'data');
  const first = await startOffice({ folder: data, office, machine });
  await first.open(1, 2);
  const [done, away] = await first.take('passport', 2);
  await first.api('POST', '/counters/1/next');
  await first.api('POST', '/counters/1/next');
  await first.api('POST', '/counters/1/incomplete', { reasons: ['missing'], bring: ['id-card'] });
  await first.take('collection');
  await first.api('POST', '/counters/2/next');
  await first.api('POST', '/counters/2/start');
  await first.close();

  // The hub comes back three days later: what broke at 09:02 on the first day is claimed all the same.
  at = Date.parse('2026-11-29T09:00:00+08:00');
  const second = await startOffice({ folder: data, office, machine });
  expect((await second.api('GET', '/claims')).body).toMatchObject({
    claims: [{ number: 'C-001', date: '2026-11-26', openedAt: '2026-11-26T01:02:00.000Z', closed: null }],
  });
  expect((await second.api('GET', `/tickets/${done?.code}`)).body).toMatchObject({
    number: 'A-001',
    state: 'done',
    collect: { service: 'collection', from: '2026-11-28' },
  });
  expect((await second.api('GET', `/tickets/${away?.code}`)).body).toMatchObject({
    state: 'incomplete',
    returnUntil: '2026-11-29',
    bring: [{ id: 'id-card', name: { id: 'KTP asli', en: 'KTP asli' } }],
  });
  // A kiosk asks by the short code where it is collected; the supervisor's own screens know the ticket.
  const { body: kiosk } = await second.api('POST', '/tokens', { role: 'kiosk', label: 'Kios' });
  const asKiosk = { Authorization: `Bearer ${kiosk.token}` };
  const spoken = `/tickets/${done?.shortCode.toLowerCase()}`;
  expect((await second.api('GET', spoken, undefined, asKiosk)).body).toMatchObject({
    number: 'A-001',
    collect: { service: 'collection' },
  });
  expect((await second.api('GET', '/tickets/ZZZZZZ', undefined, asKiosk)).status).toBe(404);
  const collected = await second.api('POST', '/tickets', { booking: done?.shortCode });
  expect(collected).toMatchObject({ status: 201, body: { number: 'C-001', step: 'handover' } });
  await second.close();

  const third = await startOffice({ folder: data, office, machine });
  expect(await third.api('POST', '/tickets', { booking: done?.code })).toMatchObject({
    status: 409,
    body: { code: 'booking-used' },
  });
  expect(await third.api('POST', '/tickets', { booking: away?.code })).toMatchObject({
    status: 201,
    body: { number: 'A-001', step: 'documents' },
  });
});

test('TP4 in a rehearsal the hourglass runs at its rate', async () => {
  let passed = 0;
  const machine: Machine = { wall: () => Date.parse('2026-01-01T00:00:00Z'), monotonic: () => passed };
  const from = Date.parse('2026-11-26T01:00:00Z');
  const office = officeFile(temporaryFolder());
  const { api, open, take } = await startOffice({ office, machine, rehearsal: { from, rate: 60 } });
  await open(2);
  const [ticket] = await take('collection');
  await api('POST', '/counters/2/next');
  await api('POST', '/counters/2/start');
  // One second of ours is a minute of its clock.
  passed += 1999;
  await api('POST', '/counters/2/recall');
  expect((await api('GET', '/claims')).body).toEqual({ claims: [] });
  passed += 1;
  await api('POST', '/counters/2/recall');
  expect((await api('GET', '/claims')).body).toMatchObject({
    claims: [
      { number: 'C-001', startedAt: '2026-11-26T01:00:00.000Z', openedAt: '2026-11-26T01:02:00.000Z' },
    ],
  });
  expect((await api('GET', `/tickets/${ticket?.code}`)).body).toMatchObject({ free: true });
});
