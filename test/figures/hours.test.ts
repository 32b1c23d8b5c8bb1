/** Hours are the office's, also at midnight and on the dates on which the clocks are changed. */
import { expect, test } from 'vitest';
import { contoh } from '../domain/office.ts';
import { clock, date, facts, step, ticket } from './facts.ts';
import { reportOf, rowsOf, totalsOf } from './reading.ts';

const arrivals = (timeZone: string, on: string, arrived: readonly string[]) => {
  const tickets = arrived.map((arrivedAt) => ticket({ arrivedAt, endedAt: null, state: 'unfinished' }));
  return rowsOf(
    reportOf({
      days: [facts({ date: on, tickets })],
      range: { from: on, to: on },
      office: contoh({ timeZone }),
    }),
    'hours',
  );
};

test.each([
  ['Asia/Jakarta', '01'],
  ['Asia/Makassar', '02'],
  ['Asia/Jayapura', '03'],
  ['Asia/Kathmandu', '00'],
])('in %s it is %s:00 and something', (timeZone, hour) => {
  expect(arrivals(timeZone, '2026-11-26', ['2026-11-25T18:45:00.000Z'])).toEqual({ [hour]: { issued: 1 } });
});

test('where the clocks are put forward, the hour that is left out has nobody', () => {
  const arrived = ['2026-03-29T00:59:59.999Z', '2026-03-29T01:00:00.000Z'];
  expect(arrivals('Europe/Berlin', '2026-03-29', arrived)).toEqual({
    '01': { issued: 1 },
    '03': { issued: 1 },
  });
});

test('where the clocks are put back, the hour that comes twice has all of both', () => {
  const arrived = ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z', '2026-10-25T02:00:00.000Z'];
  expect(arrivals('Europe/Berlin', '2026-10-25', arrived)).toEqual({
    '02': { issued: 2 },
    '03': { issued: 1 },
  });
});

test('a visit that ends after midnight stays with its date, and ends in the hour 00', () => {
  const late = ticket({ arrivedAt: clock('23:30'), endedAt: clock('00:10', '2026-11-27') });
  const service = step({ calledAt: clock('23:50'), startedAt: null, endedAt: clock('00:10', '2026-11-27') });
  const report = reportOf({
    days: [facts({ tickets: [late], steps: [service] })],
    range: { from: date, to: '2026-11-27' },
  });
  expect(rowsOf(report, 'hours')).toMatchObject({ '00': { served: 1 }, '23': { issued: 1, called: 1 } });
  expect(rowsOf(report, 'services')['documents 23']).toMatchObject({ services: 1, serviceMedian: 1200 });
  expect(rowsOf(report, 'days')).toEqual({ [date]: expect.objectContaining({ issued: 1, served: 1 }) });
  expect(totalsOf(report)).toMatchObject({ stayMedian: 2400 });
});
