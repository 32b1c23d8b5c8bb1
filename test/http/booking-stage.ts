/** An office with bookings on a loopback port, open from 08:00 to 10:00, on 26 November 2026 at 07:00 in Makassar. */
import { officeOf, officeText } from './office.ts';
import { mustDo, type Sent, startStage } from './stage.ts';

const text = `${officeText.replace('00:00-24:00', '08:00-10:00')}
quotas: [{ id: passport, perDay: 3 }]
booking: { service: passport, horizon: P14D, party: 2, perContact: 1 }
`;
export const friday = '2026-11-27';
export const siti = { name: 'Siti Aminah', birthDate: '1981-03-27' };
export const wish = { service: 'passport', date: friday, ...siti };

export async function startBooking(options: Parameters<typeof startStage>[0] = {}) {
  let at = Date.parse('2026-11-26T07:00:00+08:00');
  const clocks = { wall: () => at, monotonic: () => at };
  const stage = await startStage({ clocks, publicUrl: 'https://antrean.example', ...options });
  await mustDo(stage.hub, { type: 'ConfigureOffice', office: officeOf(text), source: text });
  const as = await stage.token('integration');
  return {
    ...stage,
    as,
    book: (json: object = wish, sent: Sent = {}) => stage.send('POST /bookings', { as, json, ...sent }),
    later(minutes: number) {
      at += minutes * 60_000;
    },
  };
}
