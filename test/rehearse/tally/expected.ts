/** What had to be answered, by our own reading of the contract; more than one answer where it was too near to tell. */
import type { Office } from '../../../server/contract/office.ts';
import type { Moment } from '../plan/plan.ts';
import type { Answered, Question, SeenBooking } from './asked.ts';
import type { Account } from './places.ts';
import type { SeenVisit, Span } from './seen.ts';

export interface Facts {
  readonly office: Office;
  readonly date: string;
  readonly account: Account;
  readonly bookings: ReadonlyMap<string, SeenBooking>;
  readonly visits: ReadonlyMap<string, SeenVisit>;
  /** No more numbers from here on. */
  readonly closed: Span | null;
  readonly slack: number;
}

/** One answer that would be right: what stands in it, where that is known. */
export interface Right {
  /** `accepted`, or the refusal's code. */
  readonly answer: string;
  /** Of the answer's JSON: an exact value, or a moment that must be within these. */
  readonly says?: Readonly<Record<string, Said>>;
}

export type Said = string | number | boolean | null | undefined | Span | readonly string[];

export type Of<W extends Question['what']> = Answered<Extract<Question, { what: W }>>;

export const accepted = (says: Right['says'] = {}): Right => ({ answer: 'accepted', says });
export const refusedAs = (answer: string, says: Right['says'] = {}): Right => ({ answer, says });

export const momentOf = (at: Moment | null): string | undefined =>
  at === null ? undefined : new Date(at).toISOString();

/** What held before the answer and what held after the question: both count where they differ. */
export const overTime = <T>({ from, to }: Span, slack: number, look: (at: Moment) => T): T[] => {
  const [early, late] = [look(from - slack), look(to + slack)];
  return JSON.stringify(early) === JSON.stringify(late) ? [early] : [early, late];
};

/** Whether the day was closed by hand: yes, no, or both. */
export function closedDuring({ closed }: Facts, { from, to }: Span): boolean[] {
  if (!closed || to <= closed.from) return [false];
  return from >= closed.to ? [true] : [false, true];
}

/** In which way an answer is none of the right ones; null: it is one of them. */
export function wrongIn({ code, body }: Answered, right: readonly Right[], slack: number): string | null {
  const answer = code ?? 'accepted';
  const same = right.filter((one) => one.answer === answer);
  if (same.length === 0) return answer;
  const wrong = same.map(({ says = {} }) =>
    Object.entries(says).filter(([name, said]) => !isSaid(body[name], said, slack)),
  );
  if (wrong.some((names) => names.length === 0)) return null;
  return `${answer}, ${wrong[0]?.map(([name]) => `${name} ${JSON.stringify(body[name] ?? null)}`).join(', ')}`;
}

function isSaid(there: unknown, said: Said, slack: number): boolean {
  if (said === undefined) return there === undefined || there === null;
  if (Array.isArray(said)) return said.includes(there === undefined ? '' : String(there));
  if (typeof said !== 'object' || said === null) return (there ?? null) === said;
  if (typeof there !== 'string') return false;
  const { from, to } = said as Span;
  const at = Date.parse(there);
  return at >= from - slack && at <= to + slack;
}

export function inWords(right: readonly Right[]): string {
  const said = (value: Said) =>
    value !== null && typeof value === 'object' && 'from' in value
      ? `${momentOf(value.from)} to ${momentOf(value.to)}`
      : JSON.stringify(value ?? null);
  return right
    .map(({ answer, says = {} }) =>
      [answer, ...Object.entries(says).map(([name, value]) => `${name} ${said(value)}`)].join(', '),
    )
    .join(' or ');
}
