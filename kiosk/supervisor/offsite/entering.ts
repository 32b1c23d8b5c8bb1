/** Results as they are typed: one line a person, times of the trip's date as the office's clock showed them. */
import { clockTime } from '../../../display/lib/format.ts';
import type { OffsiteServiceAnswer, ResultAnswer } from '../../../server/contract/http-offsite.ts';
import { atLocal } from '../day/local-time.ts';

export type End = ResultAnswer['end'];

export interface StepLine {
  readonly step: string;
  readonly from: string;
  readonly to: string;
  readonly outcome: string;
}

export interface Line {
  readonly person: number;
  /** Empty: not entered. */
  readonly end: End | '';
  readonly reasons: readonly string[];
  readonly steps: readonly StepLine[];
}

type Step = OffsiteServiceAnswer['steps'][number];

/** `915`, `0915`, `9.15`, `9:5` and `09:15` are times; null: it is none. */
export function timeIn(typed: string): string | null {
  const text = typed.trim();
  const [, hours, minutes] =
    /^(\d{1,2})[.:, ](\d{1,2})$/.exec(text) ??
    /^(\d{1,2})(\d{2})$/.exec(text) ??
    /^(\d{1,2})()$/.exec(text) ??
    [];
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59) return null;
  return `${hours.padStart(2, '0')}:${(minutes ?? '').padStart(2, '0')}`;
}

/** The lines of a request: as they were entered, and empty ones for the rest. An outcome that is the only one is chosen. */
export function linesOf(
  people: number,
  steps: readonly Step[],
  results: readonly ResultAnswer[],
  timeZone: string,
): Line[] {
  return Array.from({ length: Math.max(1, people) }, (_, person) => {
    const known = results.find((result) => result.person === person);
    return {
      person,
      end: known?.end ?? '',
      reasons: known?.reasons ?? [],
      steps: steps.map(({ step, outcomes }) => {
        const done = known?.steps.find((one) => one.step === step);
        const only = outcomes.length === 1 && !known ? (outcomes[0] ?? '') : '';
        return {
          step,
          from: done ? clockTime(done.startedAt, timeZone) : '',
          to: done ? clockTime(done.endedAt, timeZone) : '',
          outcome: done?.outcome ?? only,
        };
      }),
    };
  });
}

/** What follows from a typed time: whoever has one was served, and the next beginning that is empty is this end. */
export function withTime(
  lines: readonly Line[],
  person: number,
  index: number,
  part: 'from' | 'to',
  typed: string,
): Line[] {
  const time = timeIn(typed) ?? typed.trim();
  const isWhole = timeIn(typed) !== null;
  const changed = lines.map((line) => {
    if (line.person !== person) return line;
    const steps = line.steps.map((step, at) => (at === index ? { ...step, [part]: time } : step));
    return { ...line, steps, end: line.end === '' && isWhole ? ('done' as const) : line.end };
  });
  return part === 'to' && isWhole ? followed(changed, person, index, time) : changed;
}

/** The next step of the person; after the last one, the first step of the next person of whom nothing is known. */
function followed(lines: readonly Line[], person: number, index: number, time: string): Line[] {
  const isLast = index === (lines.find((line) => line.person === person)?.steps.length ?? 0) - 1;
  const next = isLast
    ? lines.find((line) => line.person > person && line.end === '' && line.steps[0]?.from === '')?.person
    : person;
  const at = isLast ? 0 : index + 1;
  return lines.map((line) => {
    if (line.person !== next || line.steps[at]?.from !== '') return line;
    return { ...line, steps: line.steps.map((step, n) => (n === at ? { ...step, from: time } : step)) };
  });
}

const isBlank = ({ from, to }: StepLine): boolean => from === '' && to === '';

/** Whether its times are whole and in order; a step without any was not done. */
export function isGood({ end, steps }: Line): boolean {
  if (end === 'no-show') return true;
  return steps.every((step) => {
    const [from, to] = [timeIn(step.from), timeIn(step.to)];
    return isBlank(step) || (from !== null && to !== null && from <= to);
  });
}

/** As it is sent; the line is good. */
export function bodyOf({ person, end, reasons, steps }: Line, date: string, timeZone: string): object {
  const done = end === 'no-show' ? [] : steps.filter((step) => !isBlank(step));
  return {
    ...{ person, end },
    ...(end === 'incomplete' ? { reasons } : {}),
    steps: done.map(({ step, from, to, outcome }) => ({
      step,
      startedAt: atLocal(date, timeIn(from) ?? '', timeZone),
      endedAt: atLocal(date, timeIn(to) ?? '', timeZone),
      ...(outcome === '' ? {} : { outcome }),
    })),
  };
}
