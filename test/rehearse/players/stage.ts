/** Everything that a day is played with: boxes, boards, displays, desks and kiosks, joined to a hub. */
import type { Office } from '../../../server/contract/office.ts';
import type { CounterView, KioskView, LobbyView, TicketView } from '../../../server/contract/views.ts';
import type { EntranceView } from '../../../server/contract/views-door.ts';
import type { MqttAccount } from '../../bench/wire/mqtt.ts';
import { must, openApi, textOf } from '../hub/api.ts';
import { bearer, type Hub } from '../hub/hub.ts';
import { createAffairsTally } from '../tally/asked.ts';
import type { SeenIdentity } from '../tally/beside.ts';
import type { SeenScreens } from '../tally/compare-screens.ts';
import { createDoorTally, type DoorTally } from '../tally/door.ts';
import { createTally, type Tally } from '../tally/tally.ts';
import type { Beside } from './beside.ts';
import { type Board, openBoard } from './board.ts';
import { type Box, createBox } from './box.ts';
import { type Counter, createCounter } from './counter.ts';
import { type Door, openDoor } from './door.ts';
import { type Kiosks, openKiosks } from './kiosks.ts';
import type { OfficeClock } from './office-clock.ts';
import { openScreen, type Screen } from './screens.ts';

/** What has to be known at the hub before anything can join it. */
export interface Accounts {
  readonly boxes: ReadonlyMap<number, MqttAccount>;
  readonly boards: ReadonlyMap<number, MqttAccount>;
  readonly desks: ReadonlyMap<number, string>;
}

export interface Stage {
  readonly clock: OfficeClock;
  readonly tally: Tally;
  readonly counters: ReadonlyMap<number, Counter>;
  readonly kiosks: Kiosks;
  /** Null: the office has none, or the hub does not know it. */
  readonly door: Door | null;
  readonly doorTally: DoorTally;
  /** Null: a recorded day has nothing beside its queue. */
  readonly beside: Beside | null;
  readonly screens: SeenScreens;
  /** The board outside the door, and the kiosk's screen: what they say of places. */
  readonly boards: { readonly entrance: Screen<EntranceView>; readonly kiosk: Screen<KioskView> };
  readonly faults: readonly string[];
  /** A phone opens the page of a ticket. */
  phone(code: string): void;
  /** Something of the plan is not played, as midnight came first. */
  leaveOut(): void;
  leftOut(): number;
  /** Milliseconds since anything was shown anywhere. */
  quietFor(): number;
  close(): void;
}

const displaysOfTheHall = 2;

/** @param mark tells these devices from those of another play */
export async function makeAccounts(
  { supervisor, mqtt }: Hub,
  office: Office,
  mark: string,
): Promise<Accounts> {
  async function device(counter: number, kind: string): Promise<[number, MqttAccount]> {
    const id = `${mark}${kind}-${counter}`;
    const made = await must(supervisor, 'POST', '/devices', { id, driver: 'loket', counter });
    return [
      counter,
      { id, username: textOf(made, 'username'), password: textOf(made, 'password'), host: mqtt.host },
    ];
  }
  async function desk(counter: number): Promise<[number, string]> {
    const made = await must(supervisor, 'POST', '/tokens', {
      role: 'counter',
      counter,
      label: `rehearsal desk ${counter}`,
    });
    return [counter, textOf(made, 'token')];
  }
  const numbers = office.counters.map(({ number }) => number);
  return {
    boxes: new Map(await Promise.all(numbers.map((number) => device(number, 'box')))),
    boards: new Map(await Promise.all(numbers.map((number) => device(number, 'led')))),
    desks: new Map(await Promise.all(numbers.map(desk))),
  };
}

export async function openStage(
  hub: Hub,
  office: Office,
  accounts: Accounts,
  clock: OfficeClock,
  kioskCount: number,
  beside: Beside | null,
): Promise<Stage> {
  const tally = createTally(office);
  const faults: string[] = [];
  let lastHeard = performance.now();
  let leftOut = 0;
  const fault = (what: string) => void faults.push(what);
  const heard = () => {
    lastHeard = performance.now();
  };
  const around = { hear: clock.hear, fault, heard };
  const screen = <V>(name: string): Promise<Screen<V>> => openScreen<V>(hub.http, name, around);
  const lobbies = await openLobbies(office, screen);
  const entrance = await screen<EntranceView>('entrance');
  const kiosk = await screen<KioskView>('kiosk');
  const displays = await Promise.all(
    office.counters.map(async ({ number }) => ({
      ...(await screen<CounterView>(`counter:${number}`)),
      counter: number,
    })),
  );
  const phones: (Screen<TicketView> & { code: string })[] = [];
  const boards = await openBoards(hub, accounts, fault);
  const { boxes, counters } = await openCounters(hub, accounts, {
    ...{ clock, tally, fault },
    identities: beside?.tally.identities ?? null,
  });
  const kiosks = await openKiosks(hub, kioskCount, {
    ...{ clock, tally },
    affairs: beside?.affairs ?? createAffairsTally(),
  });
  const doorTally = createDoorTally();
  const door = await openDoor(hub, office, { clock, tally: doorTally, fault });
  return {
    ...{ clock, tally, counters, kiosks, door, doorTally, beside, faults },
    boards: { entrance, kiosk },
    screens: { boards, lobbies, counters: displays, phones },
    phone(code) {
      screen<TicketView>(`ticket:${code}`).then(
        (opened) => phones.push({ ...opened, code }),
        (error) => fault(String(error)),
      );
    },
    leaveOut() {
      leftOut += 1;
    },
    leftOut: () => leftOut,
    quietFor: () => performance.now() - lastHeard,
    close() {
      const screens = [...lobbies, entrance, kiosk, ...displays, ...phones];
      for (const one of [...screens, ...boards, ...boxes, kiosks]) one.close();
    },
  };
}

async function openLobbies(office: Office, screen: (name: string) => Promise<Screen<LobbyView>>) {
  const zones = [...new Set(office.counters.flatMap(({ zone }) => zone ?? []))];
  const halls = Array.from({ length: displaysOfTheHall }, () => screen('lobby'));
  const all = (await Promise.all(halls)).map((lobby) => ({ ...lobby, counters: null }));
  const ofZones = zones.map(async (zone) => {
    const own = office.counters.filter((counter) => counter.zone === undefined || counter.zone === zone);
    return { ...(await screen(`lobby:${zone}`)), counters: own.map(({ number }) => number) };
  });
  return [...all, ...(await Promise.all(ofZones))];
}

type Boards = readonly (Board & { readonly counter: number })[];

async function openBoards(
  { mqtt }: Hub,
  { boards }: Accounts,
  fault: (what: string) => void,
): Promise<Boards> {
  const opened = [...boards].map(async ([counter, account]) => ({
    ...(await openBoard(mqtt.port, account, fault)),
    counter,
  }));
  return Promise.all(opened);
}

async function openCounters(
  { http, mqtt }: Hub,
  { boxes: accounts, desks }: Accounts,
  around: {
    readonly clock: OfficeClock;
    readonly tally: Tally;
    readonly identities: SeenIdentity[] | null;
    fault(what: string): void;
  },
): Promise<{ boxes: Box[]; counters: Map<number, Counter> }> {
  const boxes: Box[] = [];
  const counters = new Map<number, Counter>();
  for (const [number, account] of accounts) {
    const box = createBox(mqtt.port, account, around.fault);
    boxes.push(box);
    const desk = openApi(http, bearer(desks.get(number) ?? ''));
    counters.set(number, createCounter(number, { ...around, box, desk }));
  }
  await Promise.all(boxes.map((box) => box.connect()));
  return { boxes, counters };
}
