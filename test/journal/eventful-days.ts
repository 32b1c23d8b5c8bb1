/** Three days of one office in which something happens that each readable table tells of. Thursday, 26 November 2026. */
import type { DomainEvent } from '../../server/domain/events.ts';
import { bookingDay } from '../domain/booking-day.ts';
import { levels } from '../domain/door-day.ts';
import { clock } from '../domain/morning.ts';
import { contoh } from '../domain/office.ts';

const office = (perDay: number) =>
  contoh({
    hours: { 'mon-fri': ['08:00-16:00'] },
    services: [
      { id: 'passport', prefix: 'A', steps: ['documents', 'interview'], promise: 'PT2H' },
      { id: 'collection', prefix: 'C', steps: ['handover'], promise: 'PT1H', until: 'called' },
      { id: 'village', offsite: true, requires: ['address'], steps: ['documents', 'interview'] },
    ],
    quotas: [{ id: 'passport', services: ['passport'], lanes: ['regular'], perDay, upTo: 12 }],
    booking: { service: 'passport', horizon: 'P14D', holdBack: 'PT10M', expire: 'PT30M', perContact: 100 },
    calling: { noShowAfter: 1, noShowWait: 'PT0S', returnAfter: 0 },
    screening: levels,
    lists: { purposes: ['work', 'study'] },
  });

/** What A-001 was told when it came at 08:00. */
const told = { from: clock('08:20'), to: clock('08:50'), expected: clock('08:30'), homeBy: clock('09:15') };

type Day = ReturnType<typeof bookingDay>;

/** All that happened, in order. */
export function eventfulDays(): readonly DomainEvent[] {
  const day = bookingDay(office(10), '07:00');
  beginMorning(day);
  bookAndCome(day);
  serve(day);
  goOut(day);
  const isFirst = (event: DomainEvent): boolean => event.type === 'TicketTaken' && event.prefix === 'A';
  const first = day.events.find(isFirst);
  return day.events.map((event) => (event === first ? ({ ...event, told } as DomainEvent) : event));
}

function beginMorning(day: Day): void {
  day.does({ type: 'AddOfficer', id: 'sari', name: 'Sari', role: 'counter', hash: 'h' }, '07:10');
  day.does({ type: 'AssignOfficer', counter: 5, officer: 'sari' }, '07:20');
  day.opens(1, 2, 3, 4, 5);
  day.does({ type: 'ScreenVisitor', celsius: 36.5, kind: 'forehead' }, '07:40');
  day.takes('08:00');
  day.takes('08:00', 'collection', { people: 2 });
}

/** A-002 came with a booking; one is moved, one given up, and nobody came for one. */
function bookAndCome(day: Day): void {
  const used = day.booked('08:01', { date: '2026-11-26', slot: '09:00', people: 2 });
  day.booked('08:01', { date: '2026-11-26', slot: '09:00' });
  const moved = day.booked('08:02', { date: '2026-11-27', slot: '10:00' });
  const cancelled = day.booked('08:02', { date: '2026-11-27', slot: '10:00' });
  day.moves('08:03', moved, '2026-11-30', '11:00');
  day.cancels('08:04', cancelled);
  day.checksIn('08:05', used);
}

/** A-002 is sent away and says what it thinks of that; nobody calls A-001; the hand-over of C-001 takes too long, which is made good. */
function serve(day: Day): void {
  day.next(5, '08:05');
  day.press('StartVisit', 5, '08:10');
  day.passes('08:13');
  day.press('FinishStep', 5, '08:14');
  const [claim] = day.state.calendar.claims.keys();
  day.does({ type: 'CloseClaim', id: claim ?? '', as: 'not-charged', by: 'supervisor' }, '08:20');
  day.next(1, '08:25');
  day.does({ type: 'DescribeVisit', counter: 1, choices: { purposes: 'work' } }, '08:26');
  day.press('StartVisit', 1, '08:27');
  day.does({ type: 'SendAway', counter: 1, reasons: ['missing', 'wrong'] }, '08:40');
  const { code } = day.visit('A-002');
  day.does({ type: 'RateVisit', code, rating: 'fair' }, '08:41');
  const release = { type: 'ReleasePlaces', quota: 'passport', reason: 'x', by: 'supervisor' } as const;
  day.does({ ...release, places: 1 }, '08:50');
  day.does({ ...release, places: 2, date: '2026-11-27' }, '08:51');
  day.does({ type: 'ConfigureOffice', office: office(9), source: 'changed' }, '08:55');
}

/** Two requests: one is cancelled, one is visited on Saturday, on a trip that was planned for Friday first. */
function goOut(day: Day): void {
  const people = [
    { name: 'Siti Aminah', birthDate: '1961-03-02' },
    { name: 'Adi Putra', birthDate: null },
  ];
  const ask = { type: 'RequestVisit', service: 'village', address: 'Balai desa Jagoi', people } as const;
  const by = 'officer:head';
  const [visited, given] = ['09:00', '09:01'].map((time) => {
    const request = String(day.does(ask, time).code);
    day.does({ type: 'DecideRequest', request, decision: 'accept', by }, time);
    return request;
  }) as [string, string];
  const trip = { type: 'PlanTrip', place: 'Jagoi', team: ['sari'], requests: [visited, given] } as const;
  day.does({ ...trip, date: '2026-11-27' }, '09:10');
  day.does({ ...trip, date: '2026-11-28', id: 't-1' }, '09:11');
  day.does({ type: 'CancelRequest', request: given }, '09:20');
  day.passes('2026-11-27 00:00');
  day.passes('2026-11-28 00:00');
  const at = (time: string) => clock(`2026-11-28 ${time}`);
  const steps = [{ step: 'documents', startedAt: at('09:00'), endedAt: at('09:10') }];
  const results = [
    { person: 0, end: 'incomplete', reasons: ['missing'], steps },
    { person: 1, end: 'no-show' },
  ] as const;
  day.does({ type: 'RecordOffsite', trip: 't-1', request: visited, results, by }, '2026-11-28 15:00');
}
