/** IM7: a list, line by line: each decided after those before it; all or nothing, or only said. IM8: what came of it is recorded. */
import type { ImportAnswer } from '../../contract/http-bookings.ts';
import { importAnswer } from '../booking/import/import-answer.ts';
import { draftOf } from '../booking/import/import-draft.ts';
import { decideLine } from '../booking/import/import-line.ts';
import type { Command } from '../commands.ts';
import type { Decision, State } from '../decision.ts';
import { accept } from '../decision.ts';
import type { DomainEvent } from '../events.ts';
import type { Instant } from '../instant.ts';

type ImportBookings = Extract<Command, { type: 'ImportBookings' }>;

export function importBookings(
  state: State,
  { lines, atomic, dryRun, overbook, by }: ImportBookings,
  at: Instant,
): Decision<ImportAnswer> {
  const draft = draftOf(state);
  const decided = lines.map((line) => decideLine(draft, line, { overbook, at }));
  const answers = decided.map(({ answer }) => answer);
  const withdrawn = atomic && answers.some(({ result }) => result === 'refused');
  const answer = importAnswer(answers, { dryRun, withdrawn });
  const events = decided.flatMap((one) => one.events);
  if (dryRun || withdrawn || events.length === 0) return accept(answer);
  return accept(answer, ...events, imported(answer, by, at));
}

function imported(answer: ImportAnswer, by: string, at: Instant): DomainEvent {
  const { lines, accepted, moved, matched, unchanged, refused } = answer;
  return {
    type: 'ListImported',
    ...{ at, by, lines: lines.length, accepted: accepted + moved + matched, unchanged, refused },
  };
}
