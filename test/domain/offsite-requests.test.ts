/** Requests for visits outside: asked, decided, cancelled, looked at, and forgotten. */
import { expect, test } from 'vitest';
import { contoh } from './office.ts';
import { emergency, outgoing, outing, supervision, village } from './offsite-office.ts';

test('OF1 a visit is asked for with all that the service requires, and gets a code to ask again with', () => {
  const day = outing();
  expect(day.does(emergency, '08:00')).toEqual({
    code: 'id-0000000000000000006',
    shortCode: 'S00000',
    service: 'emergency',
    people: 2,
    state: 'asked',
    askedAt: '2026-11-26T00:00:00.000Z',
    date: null,
    reason: null,
  });
  expect(day.last()).toMatchObject([
    {
      type: 'VisitRequested',
      code: 'id-0000000000000000006',
      people: 2,
      personalOf: 'id-0000000000000000006',
      personal: {
        address: 'RSUD Gunung Jati, kamar 12',
        contact: '+628123456789',
        letter: { kind: 'rujukan ke rumah sakit di luar negeri', number: '445/12' },
        people: [
          { name: 'Siti Aminah', birthDate: '1961-03-02' },
          { name: 'Adi Putra', birthDate: null },
        ],
        note: null,
      },
    },
  ]);
  expect(day.does(village, '08:01').shortCode).toBe('S000000');
});

test('OF1 what is missing is said; a service of the counters, or none, is not visited for', () => {
  const day = outing();
  const { letter: _, address: __, ...bare } = emergency;
  expect(day.does(bare, '08:00')).toMatchObject({
    refused: 'requirement-missing',
    missing: ['address', 'letter'],
  });
  expect(day.does({ ...emergency, service: 'passport' }, '08:00').refused).toBe('unknown-service');
  expect(day.does({ ...emergency, service: 'ferry' }, '08:00').refused).toBe('unknown-service');
});

test('OF2 only where no contact is asked for may nobody apply', () => {
  const day = outing();
  const { people: _, ...forNobody } = village;
  expect(day.does(forNobody, '08:00')).toMatchObject({ refused: 'requirement-missing', missing: ['people'] });
  expect(day.does({ ...village, people: [] }, '08:00')).toMatchObject({ missing: ['people'] });
  expect(day.does(supervision, '08:01')).toMatchObject({ people: 0, state: 'asked' });
});

test('OF3 a request is decided once; the reason of a refusal is told', () => {
  const day = outing();
  const code = String(day.does(emergency, '08:00').code);
  const decide = { type: 'DecideRequest', request: code, by: 'officer:head' } as const;
  expect(day.does({ ...decide, decision: 'refuse', reason: 'Surat tidak terbaca' }, '08:10')).toMatchObject({
    state: 'refused',
    reason: 'Surat tidak terbaca',
  });
  expect(day.does({ ...decide, decision: 'accept' }, '08:11').refused).toBe('not-possible');
  expect(day.state.calendar.offsite.requests.get(code)?.decided?.by).toBe('officer:head');
  const unknown = { ...decide, request: 'x', decision: 'accept' } as const;
  expect(day.does(unknown, '08:12').refused).toBe('unknown-request');
});

test('OF5 a request is cancelled in whatever state it waits, and is taken off the list of its trip', () => {
  const day = outing();
  const [first, second] = [day.accepted(emergency), day.accepted(emergency)];
  day.plans([first, second]);
  expect(day.does({ type: 'CancelRequest', request: first }, '10:00')).toMatchObject({
    state: 'cancelled',
    date: null,
  });
  expect(day.state.calendar.offsite.trips.get('t-1')).toMatchObject({
    date: '2026-11-28',
    team: ['dewi'],
    requests: [second],
  });
  expect([day.stateOf(first), day.stateOf(second)]).toEqual(['cancelled', 'planned']);
  expect(day.does({ type: 'CancelRequest', request: 'x' }, '10:02').refused).toBe('unknown-request');
  expect(day.does({ type: 'CancelRequest', request: second }, '2026-11-28 23:00').state).toBe('cancelled');
});

test('OF5 once the date is over, or something was entered, it is not cancelled any more', () => {
  const day = outing();
  const [first, second] = [day.accepted(emergency), day.accepted(emergency)];
  day.plans([first, second]);
  const entered = { type: 'RecordOffsite', trip: 't-1', request: first, by: 'officer:head' } as const;
  day.does({ ...entered, results: [{ person: 0, end: 'done' }] }, '2026-11-28 10:00');
  expect(day.does({ type: 'CancelRequest', request: first }, '2026-11-28 11:00').refused).toBe(
    'not-possible',
  );
  expect(day.does({ type: 'CancelRequest', request: second }, '2026-11-29 08:00').refused).toBe(
    'not-possible',
  );
});

test('OF9 a look is recorded with the account', () => {
  const day = outing();
  const code = String(day.does(emergency, '08:00').code);
  expect(day.does({ type: 'SeeRequest', request: code, by: 'officer:head' }, '08:30')).toEqual({});
  expect(day.last()).toMatchObject([{ type: 'RequestSeen', code, by: 'officer:head' }]);
  expect(day.does({ type: 'SeeRequest', request: 'x', by: 'y' }, '08:31').refused).toBe('unknown-request');
});

test('OF8 names go 30 days after the visit, the refusal or the cancellation; how many stays', () => {
  const day = outing();
  const visited = day.accepted(emergency);
  const waiting = day.accepted(emergency);
  const [refused, cancelled] = [day.does(emergency, '08:05').code, day.does(emergency, '08:06').code].map(
    String,
  );
  day.plans([visited]);
  const by = 'officer:head';
  day.does({ type: 'DecideRequest', request: String(refused), decision: 'refuse', reason: 'r', by }, '09:00');
  day.does({ type: 'CancelRequest', request: String(cancelled) }, '2026-11-27 09:00');
  const { requests } = day.state.calendar.offsite;
  const known = () =>
    [...requests.values()].filter(({ personal }) => personal !== null).map(({ code }) => code);
  const emptiedOn = (date: string) =>
    day.passes(`${date} 00:00`).flatMap((event) => (event.type === 'RequestsEmptied' ? [event] : []));
  expect(emptiedOn('2026-12-25')).toEqual([]);
  expect(emptiedOn('2026-12-26')).toMatchObject([{ codes: [refused] }]);
  expect(emptiedOn('2026-12-27')).toMatchObject([{ codes: [cancelled] }]);
  expect(emptiedOn('2026-12-28')).toMatchObject([{ codes: [visited] }]);
  expect(known()).toEqual([waiting]);
  expect(requests.get(visited)).toMatchObject({ people: 2, state: 'planned', personal: null });
  expect(emptiedOn('2027-11-25')).toEqual([]);
  expect(emptiedOn('2027-11-26')).toMatchObject([{ codes: [waiting] }]);
});

test('OF8 names whose day passed while the hub was off go when it comes back', () => {
  const day = outing();
  const code = String(day.does(emergency, '08:00').code);
  day.does({ type: 'CancelRequest', request: code }, '09:00');
  expect(day.passes('2027-02-01 10:00').at(-1)).toMatchObject({ type: 'RequestsEmptied', codes: [code] });
});

test('CO1 an office does not give up what somebody has asked for; the list says who', () => {
  const day = outing();
  const { shortCode, code } = day.does(emergency, '08:00');
  const without = contoh({
    ...outgoing,
    services: outgoing.services.filter(({ id }) => id !== 'emergency'),
  });
  const change = { type: 'ConfigureOffice', office: without, source: 'less' } as const;
  expect(day.does(change, '08:01')).toMatchObject({ refused: 'would-strand', tickets: [shortCode] });
  day.does({ type: 'CancelRequest', request: String(code) }, '08:02');
  expect(day.does(change, '08:03')).toEqual({});
});

test('CO1 nor the day of the week of a trip that is still to come', () => {
  const day = outing();
  const { shortCode, code } = day.does(emergency, '08:00');
  const request = String(code);
  day.does({ type: 'DecideRequest', request, decision: 'accept', by: 'supervisor' }, '08:01');
  day.does({ type: 'PlanTrip', date: '2026-11-28', place: 'RSUD', team: [], requests: [request] }, '08:02');
  const sundays = outgoing.services.map((one) => ('days' in one ? { ...one, days: ['sun'] } : one));
  const office = contoh({ ...outgoing, services: sundays });
  expect(day.does({ type: 'ConfigureOffice', office, source: 'sundays' }, '08:03')).toMatchObject({
    refused: 'would-strand',
    tickets: [shortCode],
  });
});

test('OF5 cancelled twice is cancelled once', () => {
  const day = outing();
  const request = String(day.does(emergency, '08:00').code);
  day.does({ type: 'CancelRequest', request }, '08:01');
  expect(day.does({ type: 'CancelRequest', request }, '08:02')).toMatchObject({ state: 'cancelled' });
  expect(day.last()).toEqual([]);
});
