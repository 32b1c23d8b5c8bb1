/**
 * The steps of an import: after each it is said how far it is, and the last one is the answer. Parts are commands of their own,
 * so that presses go between; only what is all or nothing is decided in one.
 */
import type { ImportAnswer, ImportLineAnswer } from '../../contract/http-bookings.ts';
import { problemOf } from '../../contract/problems.ts';
import type { Problem } from '../../contract/refusals.ts';
import type { ImportedLine } from '../../domain/booking/booking-commands.ts';
import { createDryImport } from '../../domain/booking/import/dry-import.ts';
import { importAnswer } from '../../domain/booking/import/import-answer.ts';
import { freshIds } from '../../hub/fresh.ts';
import type { From } from '../../hub.ts';
import { marksOfLine } from './erased-marks.ts';
import { createPace } from './import-pace.ts';
import type { BookingList, HttpParts } from './parts.ts';

/** Lines: all or nothing of more is tried in parts first, so that a list that is refused makes nobody wait. */
const triedFirst = 200;
/** Of more it is not taken at all: it is one command and one commit, and a press waits for the whole of it. Two days of an office and more. */
export const mostAtomic = 1000;

export interface ImportWanted {
  readonly atomic: boolean;
  readonly dryRun: boolean;
  readonly overbook: boolean;
  readonly from: From;
  /** Whether nobody waits for the answer any more: then no further part is taken in. */
  isGone(): boolean;
}
type Read = Extract<BookingList, { readonly ok: true }>;
type Step = { readonly done: number; readonly of: number } | ImportAnswer | Problem;

export async function* importSteps(
  context: Pick<HttpParts, 'hub' | 'fingerprintOf'>,
  list: Read,
  wanted: ImportWanted,
): AsyncGenerator<Step> {
  const { hub } = context;
  const { atomic, dryRun } = wanted;
  const lines = list.lines.map(withFresh).map(markedWhere(context));
  const malformed = list.mistakes.map(asRefused);
  if (dryRun || (atomic && (malformed.length > 0 || lines.length > triedFirst))) {
    const tried = yield* tryInParts(hub, lines, wanted);
    if (tried === null) return;
    const answer = answerOf([tried, malformed], wanted);
    if (dryRun || answer.refused > 0) return void (yield answer);
  }
  const taken = yield* takeInParts(hub, lines, wanted);
  if (taken !== null) yield answerOf([taken, malformed], wanted);
}

/** Null: nobody waits for the answer any more. */
async function* tryInParts(
  { state, now }: HttpParts['hub'],
  lines: readonly ImportedLine[],
  { overbook, isGone }: ImportWanted,
): AsyncGenerator<Step, ImportLineAnswer[] | null> {
  const tryPart = createDryImport(state, { overbook, at: now() });
  const answers: ImportLineAnswer[] = [];
  const pace = createPace();
  while (answers.length < lines.length) {
    if (isGone()) return null;
    answers.push(...tryPart(lines.slice(answers.length, answers.length + pace.lines)));
    yield { done: answers.length, of: lines.length };
    await pace.rest();
  }
  return answers;
}

/** Null: as before, or a part was not recorded, which was the last step then. What was taken in before stays. */
async function* takeInParts(
  hub: HttpParts['hub'],
  lines: readonly ImportedLine[],
  { atomic, overbook, from: { account }, isGone }: ImportWanted,
): AsyncGenerator<Step, ImportLineAnswer[] | null> {
  const answers: ImportLineAnswer[] = [];
  const pace = createPace();
  while (answers.length < lines.length) {
    if (isGone()) return null;
    const until = atomic ? lines.length : answers.length + pace.lines;
    const part = { lines: lines.slice(answers.length, until), atomic, overbook, dryRun: false };
    const outcome = await hub.submit({ type: 'ImportBookings', ...part, by: account }, { account });
    if (!outcome.ok) {
      yield problemOf(outcome.refusal);
      return null;
    }
    answers.push(...outcome.answer.lines);
    yield { done: answers.length, of: lines.length };
    await pace.rest();
  }
  return answers;
}

const withFresh = (line: Read['lines'][number]): ImportedLine => ({
  ...line,
  details: line.details ?? null,
  ...freshIds(),
});

/** PD4: compared only where somebody was erased. */
function markedWhere({
  hub,
  fingerprintOf,
}: Pick<HttpParts, 'hub' | 'fingerprintOf'>): (line: ImportedLine) => ImportedLine {
  const { bookings, office } = hub.state.calendar;
  if (!fingerprintOf || bookings.erased.size === 0) return (line) => line;
  const usual = office?.booking?.service ?? '';
  const marks = (line: ImportedLine) =>
    marksOfLine({ fingerprintOf }, { ...line, service: line.service ?? usual });
  return (line) => ({ ...line, marks: marks(line) });
}

const asRefused = ({ line, column, message }: Read['mistakes'][number]): ImportLineAnswer => ({
  ...{ line, result: 'refused', code: 'malformed', column, message },
});

function answerOf(
  answers: readonly (readonly ImportLineAnswer[])[],
  { atomic, dryRun }: ImportWanted,
): ImportAnswer {
  const lines = answers.flat();
  const withdrawn = atomic && lines.some(({ result }) => result === 'refused');
  return importAnswer(lines, { dryRun, withdrawn });
}
