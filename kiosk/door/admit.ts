/** What one press at the door asks of the hub, given who stands there, what was typed, and how full the room is. */
import type { DoorView } from '../../server/contract/views-door.ts';
import type { Choice } from './choices.ts';
import type { Family, Wish } from './motion.ts';
import { celsiusOf } from './reading.ts';

/** Whom the next press is about. */
export type Target =
  | { readonly kind: 'new' }
  /** Somebody who sat down is measured again. */
  | { readonly kind: 'retest'; readonly screening: string; readonly since: string }
  /** Somebody was let in who has no number yet. */
  | { readonly kind: 'number'; readonly screening: string; readonly people: number };

export interface Moment {
  readonly view: DoorView;
  readonly typed: string;
  /** Where the thermometer looked that filled it in; absent: it was typed. */
  readonly kind?: string | undefined;
  /** How many came together. */
  readonly people: number;
  readonly target: Target;
  /** A family of which somebody was measured already. */
  readonly begun: { readonly sent: number; readonly family: Family } | null;
}

/** One of a family, counted from 1. */
export type Member = { readonly index: number; readonly of: number };
export type Admitting = { readonly wish: Wish; readonly member: Member | null };
export type Press = Admitting | { readonly missing: 'reading' | 'room' | 'numbers' };

/** Null where nobody counts or the room is not limited. */
export function roomLeft({ inside, capacity }: Pick<DoorView, 'inside' | 'capacity'>): number | null {
  return capacity === null ? null : Math.max(0, capacity - (inside ?? 0));
}

/** A family is not torn apart: it comes in together, or waits. */
export function isTooFull({ view, people }: Pick<Moment, 'view' | 'people'>): boolean {
  return view.full || (roomLeft(view) ?? people) < people;
}

const isNew = ({ target, begun }: Moment): boolean => target.kind === 'new' && begun === null;

/** Digits are a reading. */
export function isMeasuring(moment: Moment): boolean {
  if (moment.view.screening === null || moment.target.kind === 'number') return false;
  return !(isNew(moment) && isTooFull(moment));
}

/** A number now would be one outside: there is no room, or others wait there and nobody was measured. */
export function isOutside(moment: Moment): boolean {
  const others = moment.view.outsideCount > 0 && moment.typed === '';
  return isNew(moment) && (isTooFull(moment) || others);
}

function numberOf({ service, lane, booking }: Choice, people: number): NonNullable<Wish['number']> {
  return { service, lane, people, ...(booking === undefined ? {} : { booking }) };
}

/** `choice`: null is "without a number". */
export function pressFor(moment: Moment, choice: Choice | null): Press {
  const { view, people, target, begun } = moment;
  if (choice && view.closed && choice.booking === undefined) return { missing: 'numbers' };
  const together = target.kind === 'number' ? target.people : people;
  const number = choice && numberOf(choice, together);
  if (target.kind === 'number') {
    const { screening } = target;
    return { wish: { admission: { by: 'before', screening }, number }, member: null };
  }
  if (choice && isNew(moment) && (!choice.inside || isOutside(moment)))
    return { wish: { admission: { by: 'nobody' }, number }, member: null };
  if (isNew(moment) && isTooFull(moment)) return { missing: 'room' };
  if (view.screening === null) return { wish: { admission: { by: 'tap', people }, number }, member: null };
  const celsius = celsiusOf(moment.typed);
  if (celsius === null) return { missing: 'reading' };
  const looked = moment.kind === undefined ? {} : { kind: moment.kind };
  if (target.kind === 'retest') {
    const { screening } = target;
    return { wish: { admission: { by: 'retest', screening, celsius, ...looked }, number }, member: null };
  }
  const admission = { by: 'reading', celsius, ...looked } as const;
  if (people === 1) return { wish: { admission, number }, member: null };
  const member = { index: (begun?.sent ?? 0) + 1, of: people };
  const family = begun?.family ?? { first: null };
  return { wish: { admission, number: member.index < people ? null : number, family }, member };
}

/** Others of the family are still to be measured; null: it was all of them. */
export function begunBy({ wish, member }: Admitting): Moment['begun'] {
  if (member === null || member.index >= member.of) return null;
  return { sent: member.index, family: wish.family ?? { first: null } };
}

/** Who is measured again after the one that the next reading is for; round and round. */
export function nextRetest({ seated }: DoorView, target: Target): DoorView['seated'][number] | undefined {
  const seats = seated.filter(({ verdict }) => verdict === 'retest');
  const current = target.kind === 'retest' ? target.screening : null;
  return seats[(seats.findIndex(({ screening }) => screening === current) + 1) % seats.length];
}

/** A family that goes no further: some of them came in, and the number is theirs. */
export function afterSome({ sent, family }: NonNullable<Moment['begun']>): Target {
  return family.first === null ? { kind: 'new' } : { kind: 'number', screening: family.first, people: sent };
}
