/** What is done for people: steps, the services that consist of them, and the lanes they come by. */
import { days, positiveDuration } from './durations.ts';
import { timeRanges, weekdayList } from './hours.ts';
import { distinct, group, list, oneOf, pattern, table, whole, yesOrNo } from './shapes.ts';
import { idText, prefixText, writtenName } from './values.ts';

/** One thing that is done at a counter. */
export const step = group({
  id: idText,
  name: writtenName.exactOptional(),
  /** Somebody may be sent away here for one of these reasons, to come back within so many days. */
  incomplete: group({
    reasons: distinct(idText, 'reasons such as [missing, wrong]'),
    returnWithin: days.exactOptional(),
    /** What one can be told to come back with: `{ id-card: { id: KTP asli, en: Original identity card } }`. */
    bring: table(idText, writtenName, 'things to bring such as { id-card: KTP asli }').exactOptional(),
  }).exactOptional(),
  /** The hourglass: the step takes no longer than this, in milliseconds, or … */
  within: positiveDuration.exactOptional(),
  /** … it is free of charge. Absent: nothing follows. */
  otherwise: oneOf(['free']).exactOptional(),
  /** Only for those who choose it. */
  optIn: yesOrNo().default(false),
});

/** A finished visit is followed by another: come to `service` after so many days. */
const collect = group({
  service: idText,
  after: whole(0, 365),
  of: oneOf(['working', 'calendar']).default('working'),
  /** The days are counted from the end of the visit, or from when it is paid for (which somebody tells the hub). */
  from: oneOf(['done', 'paid']).default('done'),
});

export const service = group({
  id: idText,
  /** Services with the same prefix share one sequence of numbers. Only an off-site service has none. */
  prefix: prefixText.exactOptional(),
  name: writtenName.exactOptional(),
  steps: distinct(idText, 'steps', 1, 20),
  /** From arrival until `until`, in milliseconds. */
  promise: positiveDuration.exactOptional(),
  until: oneOf(['done', 'called']).default('done'),
  collect: collect.exactOptional(),
  /** In whole units of the office's currency: printed on the slip. */
  fee: whole(0, 1_000_000_000).exactOptional(),
  /** False: nobody enters the room, so nobody is counted or screened. */
  inside: yesOrNo().default(true),
  /** True: the office goes to the people; requested, not queued for. */
  offsite: yesOrNo().default(false),
  /** Absent: every day of the office. */
  days: weekdayList.exactOptional(),
  /** What an off-site request must hold. */
  requires: distinct(
    oneOf(['address', 'contact', 'letter']),
    'requirements such as [address, letter]',
  ).exactOptional(),
});

/** `2 of 3`: of any three consecutive calls at most two. */
const atMost = pattern(/^\d{1,2} of \d{1,2}$/, 'a share of the calls such as 2 of 3')
  .transform((text) => {
    const [calls = 0, of = 0] = text.split(' of ').map(Number);
    return { calls, of };
  })
  .refine(({ calls, of }) => calls >= 1 && calls < of, {
    error: 'expected at least 1 of the calls and fewer than all of them, such as 2 of 3',
  });

/** A way of being served; the first of the office's lanes is the one nobody has to ask for. */
export const lane = group({
  id: idText,
  name: writtenName.exactOptional(),
  /** Absent: numbers begin with the service's prefix. */
  prefix: prefixText.exactOptional(),
  promise: positiveDuration.exactOptional(),
  /** The kinds of people it is for. */
  for: distinct(idText, 'kinds of people such as [elderly, pregnant]').exactOptional(),
  /** Absent: always. */
  intake: timeRanges.exactOptional(),
  /** Outside the intake: a number for the next one, or none. */
  outside: oneOf(['reserve', 'refuse']).default('refuse'),
  /** Called before the others … */
  first: yesOrNo().default(false),
  /** … but not more often than this while others wait. */
  atMost: atMost.exactOptional(),
});

export const steps = list(step, 'steps');
export const services = list(service, 'services');
export const lanes = list(lane, 'lanes', 1, 20);
/** For each step how it can end: `{ interview: [passport-24, passport-48] }`. */
export const outcomes = table(
  idText,
  distinct(idText, 'outcomes'),
  'outcomes for each step such as { interview: [passport-24, passport-48] }',
);
