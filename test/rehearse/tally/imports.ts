/** What had to become of each line of a list, by our own reading of the contract. */
import type { ImportAnswer } from '../../../server/contract/http-bookings.ts';
import type { PlannedLine } from '../plan/affairs.ts';
import { type Difference, one } from './difference.ts';
import { type Account, fits, leftDuring } from './places.ts';
import type { Span } from './seen.ts';
import type { Tally } from './tally.ts';

export interface SeenImport {
  readonly lines: readonly PlannedLine[];
  readonly span: Span;
  readonly status: number;
  readonly answer: ImportAnswer;
}

/** Numbers on paper with which somebody came before the list did, and their tickets. */
export type Papers = ReadonlyMap<string, string>;

interface Expected {
  readonly line: number;
  /** More than one, where lines of the same list may have taken the last places. */
  readonly results: readonly string[];
}

/**
 * Line by line: a line that cannot be read is refused, a number that stands twice too, and one for which there is no place; one
 * that is known is moved or left; who is here with its number on paper is matched.
 */
function expectedResults(
  { lines, span, answer }: SeenImport,
  known: Map<string, PlannedLine>,
  papers: Papers,
  { tally, account }: Facts,
): Expected[] {
  const here = new Set<string>();
  let row = 2;
  return lines.map((one): Expected => {
    const { reference, people, bad, slot, date } = one;
    const line = row;
    row += people.length;
    if (bad !== null || here.has(reference)) return { line, results: ['refused'] };
    here.add(reference);
    const before = known.get(reference);
    const taken = tally.byNumber(papers.get(reference) ?? '')?.taken;
    const theirs = answer.lines.find((each) => each.line === line)?.result;
    if (theirs !== 'refused') known.set(reference, one);
    if (before) return { line, results: [before.slot === slot ? 'unchanged' : 'moved'] };
    if (taken && taken.to <= span.from) return { line, results: ['matched'] };
    const { booking, lanes } = account.office;
    const wanted = { service: booking?.service ?? '', lane: lanes[0]?.id ?? '' };
    const room = fits(leftDuring(account, wanted, date, 'booking', span), people.length);
    return { line, results: { yes: ['accepted'], no: ['refused'], close: ['accepted', 'refused'] }[room] };
  });
}

interface Facts {
  readonly tally: Pick<Tally, 'byNumber'>;
  readonly account: Account;
}

export function compareImports(imports: readonly SeenImport[], papers: Papers, facts: Facts): Difference[] {
  const known = new Map<string, PlannedLine>();
  return imports.flatMap((list, place) => {
    const where = `list, ${place + 1}. time`;
    const { status, answer } = list;
    if (status !== 200) return one(where, 'taken', `${status} ${JSON.stringify(answer).slice(0, 200)}`);
    return expectedResults(list, known, papers, facts).flatMap(({ line, results }) => {
      const there = answer.lines.find((theirs) => theirs.line === line)?.result ?? 'nothing';
      return results.includes(there) ? [] : one(`${where}, line ${line}`, results.join(' or '), there);
    });
  });
}
