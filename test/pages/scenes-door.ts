/** Views of the door for the stage: what the guard and the people outside must be able to see. */
import type { DoorView, EntranceView } from '../../server/contract/views-door.ts';
import { at, kiosk, office } from './scenes.ts';

const inside = (service: string) => service !== 'drive-thru';

/** A quiet morning: room for everybody, nobody seated. */
export const door: DoorView = {
  office,
  inside: 87,
  capacity: 120,
  full: false,
  ahead: { fullAt: null, roomAt: null },
  screening: { warnAbove: 37, holdAbove: 37.5, retests: 2, retestAfter: 300_000 },
  services: kiosk.services.map((service) => ({ ...service, inside: inside(service.id) })),
  lanes: kiosk.lanes.map(({ id, name, for: whom }) => ({ id, name, for: whom })),
  seated: [],
  notices: true,
  reading: null,
  outside: [],
  outsideCount: 0,
  calledIn: null,
  expected: 0,
  lastVerdict: null,
  stopped: null,
  places: [
    { lane: 'regular', left: 48 },
    { lane: 'priority', left: 12 },
  ],
  closed: null,
};

/** Nothing is measured, nobody is counted, one lane. */
export const plainDoor: DoorView = {
  ...door,
  inside: null,
  capacity: null,
  screening: null,
  services: door.services.slice(0, 2),
  lanes: door.lanes.slice(0, 1),
  stopped: null,
  places: [],
};

const seat = (part: Partial<DoorView['seated'][number]>): DoorView['seated'][number] => ({
  screening: 'screening-1',
  verdict: 'retest',
  attempt: 1,
  since: at('10:14'),
  retestAt: at('10:19'),
  case: null,
  notifiedAt: null,
  ...part,
});

export const seatedDoor: DoorView = {
  ...door,
  seated: [
    seat({
      screening: 'screening-3',
      verdict: 'held',
      attempt: 3,
      since: at('10:02'),
      retestAt: null,
      case: 'K-001',
    }),
    seat({}),
    seat({ screening: 'screening-2', since: at('10:18'), retestAt: at('10:23'), attempt: 2 }),
  ],
};

const waiting = (count: number, from = 71): DoorView['outside'] =>
  Array.from({ length: count }, (_, index) => ({
    code: `code-${index}`,
    number: `A-${String(from + index).padStart(3, '0')}`,
    service: 'passport',
    lane: 'regular',
    people: index % 5 === 2 ? 4 : 1,
    since: at('10:05'),
  }));

const tenCalled = Array.from({ length: 10 }, (_, index) => `A-${String(61 + index).padStart(3, '0')}`);
export const calledIn = { at: at('10:12'), numbers: tenCalled };

export const fullDoor: DoorView = {
  ...seatedDoor,
  inside: 120,
  full: true,
  outside: waiting(14),
  outsideCount: 14,
  calledIn,
  expected: 2,
};

/** Eight have left: there is room again, and others wait for it. */
export const roomAgain: DoorView = { ...fullDoor, inside: 112, full: false, seated: [] };

export const closedDoor: DoorView = { ...door, places: [], closed: { opensAt: at('32:00') } };

export const entrance: EntranceView = {
  office,
  inside: 87,
  capacity: 120,
  full: false,
  outside: 0,
  calledIn: null,
  calls: [],
  lastVerdict: { verdict: 'admitted', at: at('10:19:30') },
  stopped: null,
  places: door.places,
  lanes: { regular: { id: 'Umum', en: 'Regular' }, priority: { id: 'Prioritas', en: 'Priority' } },
  closed: null,
};

export const plainEntrance: EntranceView = {
  ...entrance,
  inside: null,
  capacity: null,
  lastVerdict: null,
  stopped: null,
  places: [],
};

export const fullEntrance: EntranceView = {
  ...entrance,
  inside: 120,
  full: true,
  outside: 14,
  lastVerdict: null,
};

export const groupEntrance: EntranceView = {
  ...fullEntrance,
  calledIn,
  calls: [
    { number: 'A-058', counter: 3, at: at('10:19') },
    { number: 'P-012', counter: 12, at: at('10:18') },
  ],
  lastVerdict: { verdict: 'retest', at: at('10:19:30') },
};

/** Lanes and families apart: many short runs. */
export const scatteredEntrance: EntranceView = {
  ...groupEntrance,
  calledIn: {
    at: at('10:19:40'),
    numbers: ['A-061', 'A-063', 'A-064', 'A-068', 'A-069', 'A-070', 'P-014', 'P-016', 'C-031', 'A-080'],
  },
};

export const closedEntrance: EntranceView = {
  ...entrance,
  inside: 41,
  stopped: null,
  places: [],
  lastVerdict: { verdict: 'held', at: at('10:19:30') },
  closed: { opensAt: at('32:00') },
};

/** A thermometer has just said 36.4 °C. */
export const filledDoor: DoorView = {
  ...door,
  reading: {
    id: 7,
    device: 'pintu',
    celsius: 36.4,
    kind: 'forehead',
    at: at('10:19:58'),
    refused: null,
  },
};

/** Nine are being served inside: more left than came, by the count. */
export const driftingDoor: DoorView = {
  ...door,
  inside: 3,
  drift: { least: 9, most: 120 },
};
