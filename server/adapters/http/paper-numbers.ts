/** PN1, PN2: a whole sheet of numbers that were given on paper, each with an answer of its own, in one commit. */
import type { z } from 'zod';
import type { TicketAnswer } from '../../contract/http.ts';
import type { PaperNumberAnswer, paperNumbersBody } from '../../contract/http-day.ts';
import type { DayCommand } from '../../domain/commands.ts';
import type { From, Hub, Outcome } from '../../hub.ts';
import { problem, type Reply, reply } from './route.ts';

type PaperNumber = z.infer<typeof paperNumbersBody>['numbers'][number];
type Entered = Outcome<TicketAnswer>;

export async function enterNumbers(hub: Hub, numbers: readonly PaperNumber[], from: From): Promise<Reply> {
  const submit = (paper: PaperNumber, index: number): Promise<Entered> =>
    hub.submit(commandOf(paper), keyedBy(from, index));
  // The first answers whether the key was used for another sheet: of that one, nothing must be entered.
  const first = from.key === undefined ? [] : [await submit(numbers[0] as PaperNumber, 0)];
  const refused = failureOf(first);
  if (refused) return refused;
  const rest = numbers.slice(first.length).map((paper, index) => submit(paper, index + first.length));
  const outcomes = [...first, ...(await Promise.all(rest))];
  const answers = outcomes.map((outcome, index) => answerOf(outcome, numbers[index] as PaperNumber));
  return failureOf(outcomes) ?? reply(200, answers);
}

function commandOf({ number, service, lane, people, takenAt, done = false }: PaperNumber): DayCommand & {
  type: 'EnterPaperNumber';
} {
  return {
    type: 'EnterPaperNumber',
    number,
    service,
    ...(lane === undefined ? {} : { lane }),
    ...(people === undefined ? {} : { people }),
    takenAt: Date.parse(takenAt),
    done,
  };
}

/** Each number is a command of its own, and known by its place when the sheet is sent again: the first by the key itself. */
const keyedBy = (from: From, index: number): From =>
  from.key === undefined || index === 0 ? from : { ...from, key: `${from.key} ${index}` };

const failures = ['storage', 'internal', 'key-reused'] as const;

/** Where nothing is known of a number, the whole sheet is to be sent again; null: all were decided. */
function failureOf(outcomes: readonly Entered[]): Reply | null {
  const codes = outcomes.map((outcome) => (outcome.ok ? null : outcome.refusal.code));
  const failed = failures.find((failure) => codes.includes(failure));
  return failed === undefined ? null : problem(failed);
}

const answerOf = (outcome: Entered, { number }: PaperNumber): PaperNumberAnswer =>
  outcome.ok
    ? { number: outcome.answer.number, ok: true }
    : { number, ok: false, code: outcome.refusal.code };
