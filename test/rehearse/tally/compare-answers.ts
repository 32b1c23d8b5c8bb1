/** Every answer beside the queue against what had to be answered. */
import type { Answered } from './asked.ts';
import type { Difference } from './difference.ts';
import { type Facts, inWords, type Of, type Right, wrongIn } from './expected.ts';
import { expectedBooking, expectedCancel, expectedMove } from './expected-bookings.ts';
import { expectedCheckIn } from './expected-check-ins.ts';
import { expectedCollection, expectedRelease } from './expected-others.ts';
import { expectedTicket } from './expected-tickets.ts';

export interface Judged {
  readonly differences: Difference[];
  /** Answers of which more than one would have been right, as it was too near to a deadline. */
  readonly undecided: number;
}

export function judgeAnswers(answers: readonly Answered[], facts: Facts): Judged {
  const differences: Difference[] = [];
  let undecided = 0;
  for (const one of answers) {
    const right = expectedOf(one, facts);
    if (new Set(right.map(({ answer }) => answer)).size > 1) undecided += 1;
    const wrong = wrongIn(one, right, facts.slack);
    if (wrong !== null) differences.push({ where: whereOf(one), seen: wrong, journal: inWords(right) });
  }
  return { differences, undecided };
}

function expectedOf(one: Answered, facts: Facts): Right[] {
  switch (one.question.what) {
    case 'ticket':
      return expectedTicket(one as Of<'ticket'>, facts);
    case 'book':
      return expectedBooking(one as Of<'book'>, facts);
    case 'check in':
      return expectedCheckIn(one as Of<'check in'>, facts);
    case 'move':
      return expectedMove(one as Of<'move'>, facts);
    case 'cancel booking':
      return expectedCancel(one as Of<'cancel booking'>, facts);
    case 'collect':
      return expectedCollection(one as Of<'collect'>, facts);
    case 'release':
      return expectedRelease(one as Of<'release'>, facts);
  }
}

function whereOf({ question, span }: Answered): string {
  const { what, ...rest } = question;
  const at = new Date(span.from).toISOString();
  const said = Object.entries(rest).map(([name, value]) => {
    const text = Array.isArray(value) ? `${value.length}` : String(value ?? 'none');
    const isMoment = name === 'slot' && typeof value === 'number';
    return `${name} ${isMoment ? new Date(value).toISOString() : text.slice(0, 24)}`;
  });
  return `answer to "${what}" (${said.join(', ')}) at ${at}; "journal" is what had to be answered`;
}
