/** Views for the stage with what is told of the times to come: ranges, promises that will break, and how the room fills. */
import type { DoorView } from '../../server/contract/views-door.ts';
import type { SupervisorView } from '../../server/contract/views-supervisor.ts';
import * as scenes from './scenes.ts';
import { door, fullDoor } from './scenes-door.ts';
import { busyRoom } from './supervisor-scenes.ts';

const { at } = scenes;

export const range = (from: string, to: string, homeBy = '11:05') => ({
  from: at(from),
  to: at(to),
  homeBy: at(homeBy),
});

/** By service and lane; who is not named cannot be told anything. */
const told: Readonly<Record<string, ReturnType<typeof range>>> = {
  'passport regular': range('10:40', '11:05', '11:40'),
  'passport priority': range('10:25', '10:35', '11:10'),
  'collection regular': range('10:15', '10:30', '10:45'),
  'drive-thru regular': range('09:50', '10:10', '10:15'),
};
const withTold = <Q extends { service: string; lane: string }>(queues: readonly Q[]) =>
  queues.map((queue) => ({ ...queue, estimate: told[`${queue.service} ${queue.lane}`] ?? null }));

export const toldLobby = { ...scenes.lobby, waiting: withTold(scenes.lobby.waiting) };

export const toldKiosk = { ...scenes.kiosk, waiting: withTold(scenes.kiosk.waiting) };

export const toldTicket = { ...scenes.ticket, estimate: range('10:40', '11:05', '11:10') };

export const fillingDoor: DoorView = { ...door, ahead: { fullAt: at('10:40'), roomAt: null } };
export const emptyingDoor: DoorView = { ...fullDoor, ahead: { fullAt: null, roomAt: at('10:55') } };

const breaking = (number: string, promiseAt: string, expected: string | null) => ({
  number,
  promiseAt: at(promiseAt),
  expected: expected === null ? null : at(expected),
});

export const threatened: SupervisorView = {
  ...busyRoom,
  ahead: {
    breaking: [
      breaking('A-024', '10:31', '10:44'),
      breaking('P-009', '10:38', '10:41'),
      breaking('A-025', '10:40', '10:52'),
      breaking('A-027', '10:47', '11:03'),
      breaking('C-011', '10:50', null),
    ],
    keepers: [
      { counter: 4, step: 'interview', by: at('10:30'), keeps: 3, of: 5 },
      { counter: 6, step: 'handover', by: at('10:25'), keeps: 5, of: 5 },
    ],
    room: { fullAt: at('10:40'), roomAt: null },
  },
  queues: busyRoom.queues.map((queue) =>
    queue.step === 'documents' ? { ...queue, estimate: range('10:40', '11:05', '11:40') } : queue,
  ),
};

/** More than are listed at once, and nobody who could help. */
export const hopeless: SupervisorView = {
  ...threatened,
  room: { ...busyRoom.room, inside: 120 },
  ahead: {
    breaking: Array.from({ length: 11 }, (_, index) =>
      breaking(`A-1${String(index).padStart(2, '0')}`, '10:50', '11:20'),
    ),
    keepers: [],
    room: { fullAt: null, roomAt: at('10:55') },
  },
};
