/** What boards and kiosks say of places, hours and the last number. */
import { expect, test } from 'vitest';
import { entranceView } from '../../server/domain/views/entrance.ts';
import { kioskView } from '../../server/domain/views/kiosk.ts';
import { lobbyView } from '../../server/domain/views/lobby.ts';
import { quotasOn } from '../../server/domain/views/places-left.ts';
import { supervisorView } from '../../server/domain/views/supervisor.ts';
import { clock, date, type Morning, morning } from '../domain/morning.ts';
import { contoh } from '../domain/office.ts';
import { at } from './context.ts';

const services = [
  { id: 'passport', prefix: 'A', steps: ['documents'] },
  { id: 'renewal', prefix: 'A', steps: ['documents'] },
  { id: 'collection', prefix: 'C', steps: ['handover'] },
  { id: 'home-visit', offsite: true, steps: ['interview'] },
];
const quotas = [
  { id: 'papers', services: ['passport', 'renewal'], lanes: ['regular'], perDay: 5, upTo: 8 },
  { id: 'handed', services: ['collection'], lanes: ['regular'], perDay: 2 },
];
const hours = { 'mon-thu': ['08:00-12:00', '13:00-16:00'], fri: ['09:00-11:30'] };

const lobby = (day: Morning, time: string) => lobbyView(day.state, at(time), null);
const offers = (day: Morning, time: string) => kioskView(day.state, at(time)).offers;
const offer = (day: Morning, time: string, service: string, lane: string) =>
  offers(day, time).find((one) => one.service === service && one.lane === lane);

test('QU9 places are shown by lane, those of the same quotas once, and lanes without a quota not at all', () => {
  const day = morning(contoh({ services, quotas }));
  expect(lobby(day, '08:00').places).toEqual([{ lane: 'regular', left: 7 }]);
  day.takes('08:00', 'renewal', { people: 2 });
  day.takes('08:01', 'collection');
  expect(lobby(day, '08:02').places).toEqual([{ lane: 'regular', left: 4 }]);
  expect(entranceView(day.state, at('08:02')).places).toEqual([{ lane: 'regular', left: 4 }]);
  expect(lobby(morning(contoh()), '08:00').places).toEqual([]);
});

test('QU9 a lane with places is named on the board though nobody waits in it', () => {
  const quota = [{ id: 'papers', services: ['passport'], lanes: ['priority'], perDay: 5 }];
  const day = morning(contoh({ services, quotas: quota }));
  day.takes('08:00');
  const { places, names } = lobby(day, '08:01');
  expect(places.map(({ lane }) => lane)).toEqual(['priority']);
  expect(Object.keys(names.lanes)).toContain('priority');
});

test('QU9 the supervisor sees each quota, and of any date what was released', () => {
  const day = morning(contoh({ services, quotas }));
  day.takes('08:00', 'renewal', { people: 2 });
  day.does({ type: 'ReleasePlaces', quota: 'papers', places: 1, reason: 'x', by: 'head' }, '08:01');
  const around = { alarms: [], presence: new Map(), now: clock('08:02') };
  const papers = {
    id: 'papers',
    services: ['passport', 'renewal'],
    lanes: ['regular'],
    total: 6,
    released: 1,
    releasable: 2,
    used: { booking: 0, walkIn: 2 },
    heldBack: 0,
    left: { booking: 4, walkIn: 4 },
  };
  expect(supervisorView(day.state, at('08:02'), around).quotas[0]).toEqual(papers);
  expect(quotasOn(day.state, date)[0]).toEqual({ ...papers, date, releases: [{ places: 1 }] });
  expect(quotasOn(day.state, '2026-11-27')[0]).toMatchObject({ total: 5, used: { walkIn: 0 }, releases: [] });
});

const lanes = [
  { id: 'regular' },
  { id: 'priority', prefix: 'P', intake: ['09:00-11:00'], outside: 'reserve' },
  { id: 'asked', prefix: 'Q', intake: ['09:00-11:00'] },
];

test('OH3 OH4 OH5 the kiosk says of every service and lane what one would get now', () => {
  const day = morning(contoh({ services, lanes, hours }));
  const states = (time: string) => offers(day, time).map(({ lane, state, at: from }) => [lane, state, from]);
  const nine = '2026-11-26T01:00:00.000Z';
  const eachOf = (...three: unknown[]) => [...three, ...three, ...three];
  expect(states('08:30')).toEqual(
    eachOf(['regular', 'given', null], ['priority', 'reserved', nine], ['asked', 'intake', nine]),
  );
  expect(states('09:00')).toEqual(
    eachOf(['regular', 'given', null], ['priority', 'given', null], ['asked', 'given', null]),
  );
  const friday = '2026-11-27T01:00:00.000Z';
  expect(states('16:00')).toEqual(
    eachOf(['regular', 'closed', friday], ['priority', 'intake', friday], ['asked', 'intake', friday]),
  );
});

test('QU6 QU7 the kiosk says that a lane is full, when there is room again, and which lane is given instead', () => {
  const full = [
    { id: 'priority', services: ['passport'], lanes: ['priority'], perDay: 1, whenFull: 'regular' },
    { id: 'regular', services: ['passport'], lanes: ['regular'], perDay: 1 },
  ];
  const day = morning(contoh({ quotas: full }));
  expect(offer(day, '08:00', 'passport', 'priority')).toMatchObject({
    state: 'given',
    left: 1,
    nextDay: null,
  });
  expect(offer(day, '08:00', 'question', 'regular')).toMatchObject({ state: 'given', left: null });
  day.takes('08:00', 'passport', { lane: 'priority' });
  const spent = { state: 'full', left: 0, nextDay: '2026-11-27' };
  expect(offer(day, '08:01', 'passport', 'priority')).toMatchObject({ ...spent, instead: 'regular' });
  day.takes('08:02');
  expect(offer(day, '08:03', 'passport', 'priority')).toMatchObject({ ...spent, instead: null });
  expect(offer(day, '08:03', 'passport', 'regular')).toMatchObject({ ...spent, instead: null });
});

test('SN5 while no number is given the boards say until which number today, and when again', () => {
  const day = morning(contoh({ hours }));
  expect(lobby(day, '07:59').stopped).toEqual({ upTo: null, opensAt: '2026-11-26T00:00:00.000Z' });
  day.takes('08:00');
  const last = day.takes('11:59', 'collection');
  expect(lobby(day, '11:59').stopped).toBeNull();
  expect(lobby(day, '12:00').stopped).toEqual({ upTo: null, opensAt: '2026-11-26T05:00:00.000Z' });
  expect(lobby(day, '15:59').stopped).toBeNull();
  const over = { upTo: last, opensAt: '2026-11-27T01:00:00.000Z' };
  expect(lobby(day, '16:00').stopped).toEqual(over);
  expect(kioskView(day.state, at('16:00')).stopped).toEqual(over);
  expect(entranceView(day.state, at('16:00')).stopped).toEqual(over);
  day.does({ type: 'CloseDay', tomorrow: [] }, '14:00');
  expect(lobby(day, '14:00').stopped).toEqual(over);
  expect(lobby(day, '14:00').places).toEqual([]);
});

test('SN5 a reserved number alone is none for now', () => {
  const reserving = [{ id: 'priority', prefix: 'P', intake: ['14:00-15:00'], outside: 'reserve' }];
  const day = morning(contoh({ lanes: reserving, hours }));
  day.takes('09:00');
  expect(lobby(day, '09:01').stopped).toEqual({ upTo: null, opensAt: '2026-11-26T06:00:00.000Z' });
  expect(lobby(day, '14:00').stopped).toBeNull();
});

test('TT4 whoever has a reserved number is among those who wait, and comes before others by the turn', () => {
  const day = morning(contoh({ lanes, hours }));
  day.takes('08:00', 'passport', { lane: 'priority' });
  const count = (time: string) => lobby(day, time).waiting.find(({ lane }) => lane === 'priority')?.count;
  expect([count('08:01'), count('09:01')]).toEqual([1, 1]);
});
