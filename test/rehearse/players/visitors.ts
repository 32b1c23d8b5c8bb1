/** The people of an invented day: they come, lose patience, come back; and who of them is still to be served. */
import type { Rating } from '../../../server/contract/values.ts';
import type { InventedDay, InventedVisit } from '../plan/plan.ts';
import { isSettled } from '../tally/visits.ts';
import { arrive } from './arrival.ts';
import { type Bell, createBell } from './bell.ts';
import { createRoom } from './room.ts';
import type { Stage } from './stage.ts';

export interface Visitors {
  readonly bell: Bell;
  visitOf(number: string): InventedVisit | undefined;
  /** How often the number was missed or sent away before. */
  comesAgain(number: string): boolean;
  /** Missed or sent away; comes back later, or not. */
  wentAway(number: string): void;
  /** Done: some ask at once for what follows. */
  isDone(number: string): void;
  /** Nobody is to come any more, and nobody waits or is held. */
  isOver(): boolean;
  /** Resolves when everybody has come who will. */
  readonly allCame: Promise<void>;
  /** Whoever is done leaves the room, as long as the day lasts; resolves when it is over and the last has gone. */
  empty(isOver: () => boolean): Promise<void>;
}

/** Of twelve visitors, by their place in the plan; the others say nothing. */
const ratings: readonly Rating[] = ['good', 'good', 'fair', 'poor'];

export function admitVisitors(day: InventedDay, stage: Stage, watched: ReadonlySet<number>): Visitors {
  const { clock, kiosks, tally, door } = stage;
  const room = createRoom(stage);
  const bell = createBell();
  const visits = new Map<string, InventedVisit>();
  const wereAway = new Set<string>();
  const asked = new Set<string>();
  let coming = day.visits.length;

  async function come(visit: InventedVisit): Promise<void> {
    await clock.until(visit.arrivesAt);
    const isInside = day.office.services.find(({ id }) => id === visit.service)?.inside ?? true;
    const people = door && isInside ? await door.enter(visit) : visit.people;
    const ticket = people === 0 ? null : await arrive(visit, people, stage);
    if (ticket) visits.set(ticket.number, visit);
    if (door && isInside) await room.sits(ticket?.number ?? null, people);
    coming -= 1;
    bell.ring();
    if (ticket && watched.has(visit.id)) stage.phone(ticket.code);
    if (!ticket || visit.patience === null) return;
    await clock.pause(visit.patience);
    if (tally.byNumber(ticket.number)?.state !== 'waiting') return;
    await kiosks.giveUp(ticket);
    bell.ring();
  }

  async function comeBack(number: string, after: number): Promise<void> {
    await clock.pause(after);
    const ticket = tally.byNumber(number);
    if (ticket) await kiosks.bringBack(ticket);
    room.isBack(number);
    coming -= 1;
    bell.ring();
  }

  async function collect(code: string): Promise<void> {
    coming += 1;
    await clock.pause(60_000);
    await kiosks.collect(code);
    coming -= 1;
    bell.ring();
  }

  /** Now and then somebody says how it was. */
  function rate(visit: InventedVisit | undefined, code: string | undefined): void {
    const rating = visit && ratings[visit.id % 12];
    if (code !== undefined && rating) void kiosks.rate(code, rating);
  }

  const isOver = () => coming === 0 && [...tally.visits.values()].every(isSettled);
  const allCame = Promise.all(day.visits.map(come)).then(() => {});
  return {
    bell,
    visitOf: (number) => visits.get(number),
    comesAgain: (number) => wereAway.has(number),
    wentAway(number) {
      const isFirst = !wereAway.has(number);
      wereAway.add(number);
      const returns = visits.get(number)?.returns ?? null;
      if (!isFirst || returns === null) return;
      coming += 1;
      room.staysFor(number);
      void comeBack(number, returns);
    },
    isDone(number) {
      const code = tally.byNumber(number)?.code;
      rate(visits.get(number), code);
      if (!visits.get(number)?.collects || code === undefined || asked.has(code)) return;
      asked.add(code);
      void collect(code);
    },
    isOver,
    allCame,
    empty: room.empty,
  };
}
